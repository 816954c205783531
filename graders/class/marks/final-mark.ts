import { sumPoints } from "../../../assignments/values/round-points.ts";
import type { ClassResult, StudentResult, SubmissionSummary } from "../../../reports/report/class-result.ts";
import type { TypeErrors } from "../../../reports/report/report.ts";
import type { RosterEntry } from "../attempts/submission-attempt.ts";
import { lateDeduction } from "./late-deduction.ts";
import type { LatePolicy } from "./late-policy.ts";
import { applyOverride, applyOverrides, type Override } from "./overrides.ts";
import { typeDeduction } from "./type-deduction.ts";

/** What a mark is computed from. */
export type MarkBasis = {
  /** Absent where nothing was handed in. */
  readonly summary: SubmissionSummary | undefined;
  /** Of the class. */
  readonly exercises: ClassResult["exercises"];
  readonly policy: LatePolicy | undefined;
  readonly entry: RosterEntry | undefined;
  /** A submission whose time is unknown is not late. */
  readonly submittedAt: Date | undefined;
  /** Of this student. */
  readonly overrides: readonly Override[];
  /** What was found, where it was looked for. */
  readonly typeErrors?: TypeErrors | undefined;
};

/** The part of a student's result that makes up the mark. */
export type FinalMark = Pick<
  StudentResult,
  "rawScore" | "typeErrors" | "late" | "overrides" | "score" | "maxScore" | "exercises"
>;

/**
 * The final mark. First come the overrides of exercises, which correct the grading. Then type errors, where they cost
 * points, and lateness, which takes its share of what is left. An override of the whole assignment comes last: it is the instructor's final decision,
 * lateness included.
 * @returns Points in steps of a hundredth, never below 0; where the grader failed, of as much as is known.
 */
export function finalMark(basis: MarkBasis): FinalMark {
  const { summary, exercises, policy, entry, submittedAt, overrides } = basis;
  const graded = new Map(summary?.exercises.map(({ id, score }) => [id, score]));
  const asGraded = exercises.map(({ id, maxScore }) => ({ id, score: graded.get(id) ?? 0, maxScore }));
  const mended = applyOverrides(asGraded, overrides);
  const rawScore = summary?.score ?? 0;
  const maxScore = sumPoints(exercises.map((exercise) => exercise.maxScore));
  const corrected = mended.applied.length === 0 ? rawScore : sumPoints(mended.exercises.map(({ score }) => score));
  const typeErrors = typeDeduction(basis.typeErrors, corrected);
  const points = { score: sumPoints([corrected, -(typeErrors?.points ?? 0)]), maxScore };
  const isHandedIn = summary !== undefined && submittedAt !== undefined;
  const late = isHandedIn && policy !== undefined ? lateDeduction(policy, entry, submittedAt, points) : undefined;
  const reached = Math.max(0, sumPoints([points.score, -(late?.points ?? 0)]));
  const whole = overrides.find(({ exercise }) => exercise === undefined);
  const last = whole === undefined ? undefined : applyOverride({ score: reached, maxScore }, whole);
  return {
    rawScore,
    ...(typeErrors !== undefined && { typeErrors }),
    ...(late !== undefined && { late }),
    overrides: last === undefined ? mended.applied : [...mended.applied, last],
    score: last?.to ?? reached,
    maxScore,
    exercises: mended.exercises,
  };
}
