import pLimit from "p-limit";
import type { GradingSession } from "../../grading-session.ts";
import type { OnProgress } from "../check.ts";
import { openSession } from "../open-session.ts";
import { writeSolution } from "../solution-source.ts";
import type { Subject } from "../subject.ts";
import type { MutantVerdicts } from "./mutant-verdicts.ts";
import type { Mutant } from "./mutation.ts";

/** What became of a mutant. */
export type MutantFate = {
  readonly mutant: Mutant;
  /** `updateLr/hidden-2`, the first case that saw the mistake; null for a survivor. */
  readonly killedBy: string | null;
};

/**
 * Hands every mutant in, exercise by exercise, until a case sees its mistake. It runs where submissions run: an endless
 * loop ends at the time limit, and nothing it does reaches this process.
 * @param reached Exercises that a mistake can show in, by the unit that it is in.
 * @param verdicts What is known of earlier runs; what is found is added to it.
 * @returns In the order of the mutants.
 */
export async function runMutants(
  subject: Subject,
  mutants: readonly Mutant[],
  reached: ReadonlyMap<string, readonly string[]>,
  verdicts: MutantVerdicts,
  onProgress: OnProgress,
): Promise<MutantFate[]> {
  const { exercises, limits } = subject.assignment.manifest;
  const alive = new Set(mutants.filter((mutant) => verdicts.get(mutant) === undefined));
  const settle = (mutant: Mutant, killedBy: string | null): void => {
    verdicts.set(mutant, killedBy);
    alive.delete(mutant);
    onProgress(mutants.length - alive.size, mutants.length);
  };
  for (const { id, caseTimeMs = 0 } of exercises) {
    const canShow = ({ unit }: Mutant): boolean => reached.get(unit)?.includes(id) ?? false;
    // Where a case takes seconds, the first one is enough for most mutants.
    if (caseTimeMs > limits.caseTimeMs) {
      await runStage(
        subject,
        { exercise: id, caseIds: ["visible-1"] },
        [...alive].filter(canShow),
        (mutant, killedBy) => {
          if (killedBy !== null) settle(mutant, killedBy);
        },
      );
    }
    await runStage(subject, { exercise: id }, [...alive].filter(canShow), (mutant, killedBy) => {
      const isLast = reached.get(mutant.unit)?.at(-1) === id;
      if (killedBy !== null || isLast) settle(mutant, killedBy);
    });
  }
  return mutants.map((mutant) => ({ mutant, killedBy: verdicts.get(mutant) ?? null }));
}

async function runStage(
  subject: Subject,
  { exercise, caseIds }: { readonly exercise: string; readonly caseIds?: readonly string[] },
  mutants: readonly Mutant[],
  onRun: (mutant: Mutant, killedBy: string | null) => void,
): Promise<void> {
  if (mutants.length === 0) return;
  await using session = await openSession(subject, { exercises: [exercise], caseIds, attempt: "none" });
  const limit = pLimit(2 * subject.workers);
  const runs = mutants.map((mutant) =>
    limit(async () => onRun(mutant, await killingCase(subject, session, exercise, mutant))),
  );
  await Promise.all(runs);
}

async function killingCase(
  { referenceFile, scratch }: Subject,
  session: GradingSession,
  exercise: string,
  mutant: Mutant,
): Promise<string | null> {
  const file = await writeSolution({ text: mutant.text, beside: referenceFile }, scratch, "mutant");
  const { report } = await session.grade(file, "mutant");
  if (report.status === "grader-error") throw new Error(`Cannot run a mutant: ${report.message ?? ""}`);
  if (report.status === "not-gradable") return `${exercise}/load`;
  const found = report.exercises.find(({ id }) => id === exercise);
  const failed = found?.cases.find(({ outcome }) => outcome !== "passed");
  if (failed?.outcome === "grader-error") throw new Error(`Cannot run a mutant: ${failed.cause ?? "grader error"}`);
  return failed === undefined ? null : `${exercise}/${failed.id}`;
}
