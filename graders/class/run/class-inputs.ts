import { createHash } from "node:crypto";
import type { Intake } from "../attempts/submission-attempt.ts";
import type { LatePolicy } from "../marks/late-policy.ts";
import type { BatchSettings } from "./batch-settings.ts";
import type { BatchPlan } from "./plan-batch.ts";

const names = ["seed", "attempt", "exercises", "submissions", "roster", "overrides", "late", "types", "basis"] as const;

/** Something that decides marks. */
export type InputName = (typeof names)[number];

/** What the marks of a class follow from besides the work of each student, kept with them: of each a SHA-256. */
export type ClassInputs = Readonly<Record<Exclude<InputName, "types">, string>> & {
  /** Only where type errors cost points. */
  readonly types?: string;
};

/**
 * Names what decides the marks of a class. Of files it is what they say that counts, not where they lie.
 * @param basis See `gradingFingerprint`.
 */
export function classInputs(
  { seed, attempt, exercises, submissions }: BatchSettings,
  { intake, plan, basis }: { readonly intake: Intake; readonly plan: BatchPlan; readonly basis: string },
): ClassInputs {
  return {
    ...{ seed: hashOf(seed), attempt: hashOf(attempt), exercises: hashOf(exercises), submissions: hashOf(submissions) },
    roster: hashOf([...intake.roster]),
    overrides: hashOf([...plan.overrides]),
    late: lateInput(plan.policy),
    ...(plan.typeErrors !== undefined && { types: hashOf(plan.typeErrors) }),
    basis,
  };
}

/** What is kept of the late policy that a class was graded by. */
export const lateInput = (policy: LatePolicy | undefined): string => hashOf(policy);

/** The first that is another than it was. */
export function otherInput(before: Partial<ClassInputs> | undefined, now: ClassInputs): InputName | undefined {
  return names.find((name) => before?.[name] !== now[name]);
}

const hashOf = (value: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(value ?? null))
    .digest("hex");
