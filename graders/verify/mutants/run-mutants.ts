import pLimit from "p-limit";
import { caseKey } from "../../../assignments/catalog/case.ts";
import type { CaseReport } from "../../../reports/report/report.ts";
import { loadFailures } from "../../../sandbox/replies/loading.ts";
import type { GradingSession } from "../../session/grading-session.ts";
import type { OnProgress } from "../subject/check.ts";
import { bundleSolution, longestFirst, openSession, type Subject } from "../subject/subject.ts";
import type { MutantVerdicts } from "./mutant-verdicts.ts";
import type { Mutant } from "./mutation.ts";

/** The result of a mutant. */
export type MutantFate = {
  readonly mutant: Mutant;
  /** `updateLr/hidden-2`, the first case that detected the mistake; null for a survivor. */
  readonly killedBy: string | null;
};

/** The verdict of an exercise's cases on a mutant. */
type Verdict = {
  /** See {@link MutantFate}. */
  readonly killedBy: string | null;
  /** Whether it is the same on any machine, however busy. */
  readonly isLasting: boolean;
};

/** Outcomes caused by the mutant, never by a machine that is busy or short of memory. */
const lasting: ReadonlySet<CaseReport["outcome"]> = new Set(["wrong", "threw", "bad-value", "not-implemented"]);

/**
 * Hands in every mutant until a case detects its mistake. It runs in the sandbox, like a submission: an endless loop
 * ends at the time limit, and nothing it does reaches this process.
 * @param reached Exercises that a mistake can affect, by the unit that it is in.
 * @param verdicts Verdicts of earlier runs. New ones are added, except kills by a limit, which count only in this run.
 * @returns In the order of the mutants.
 */
export async function runMutants(
  subject: Subject,
  mutants: readonly Mutant[],
  reached: ReadonlyMap<string, readonly string[]>,
  verdicts: MutantVerdicts,
  onProgress: OnProgress,
): Promise<MutantFate[]> {
  const reachedBy = ({ unit }: Mutant): readonly string[] => reached.get(unit) ?? [];
  const unknown = mutants.filter((mutant) => verdicts.get(mutant) === undefined && reachedBy(mutant).length > 0);
  const killedNow = new Map<Mutant, string | null>();
  await runAll(subject, unknown, reachedBy, (mutant, { killedBy, isLasting }) => {
    if (isLasting) verdicts.set(mutant, killedBy);
    killedNow.set(mutant, killedBy);
    onProgress(mutants.length - unknown.length + killedNow.size, mutants.length);
  });
  return mutants.map((mutant) => ({ mutant, killedBy: killedNow.get(mutant) ?? verdicts.get(mutant) ?? null }));
}

async function runAll(
  subject: Subject,
  mutants: readonly Mutant[],
  reachedBy: (mutant: Mutant) => readonly string[],
  onRun: (mutant: Mutant, verdict: Verdict) => void,
): Promise<void> {
  if (mutants.length === 0) return;
  const { manifest } = subject.assignment;
  const exercises = manifest.exercises.map(({ id }) => id);
  await using session = await openSession(subject, { exercises, attempt: "none" });
  const limit = pLimit(2 * subject.workers);
  const runs = longestFirst(manifest, mutants, reachedBy).map((mutant) =>
    limit(async () => onRun(mutant, await verdictOn(subject, session, reachedBy(mutant), mutant))),
  );
  await Promise.all(runs);
}

async function verdictOn(
  { referenceFile }: Subject,
  session: GradingSession,
  exercises: readonly string[],
  mutant: Mutant,
): Promise<Verdict> {
  const files = await bundleSolution({ text: mutant.text, beside: referenceFile }, "mutant");
  const report = await session.grade(files, { name: "mutant" }, { exercises, untilFailure: true });
  if (report.status === "grader-error") throw new Error(`Cannot run a mutant: ${report.message ?? ""}`);
  if (report.status === "not-gradable") {
    return { killedBy: `${exercises[0]}/load`, isLasting: !limitsAtLoad.has(report.message ?? "") };
  }
  const [seen] = report.exercises.flatMap(({ id, cases }) =>
    cases
      .filter(({ outcome }) => outcome !== "passed")
      .map((one) => ({ ...one, place: caseKey({ exercise: id, id: one.id }) })),
  );
  if (seen === undefined) return { killedBy: null, isLasting: true };
  if (seen.outcome === "grader-error") throw new Error(`Cannot run a mutant: ${seen.cause ?? "grader error"}`);
  return { killedBy: seen.place, isLasting: lasting.has(seen.outcome) };
}

const limitsAtLoad: ReadonlySet<string> = new Set([loadFailures.time, loadFailures.memory, loadFailures.crash]);
