import pLimit from "p-limit";
import type { CaseReport } from "../../../reports/report.ts";
import { loadFailures } from "../../../sandbox/pool/loading.ts";
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

/** What an exercise's cases have said of a mutant. */
type Verdict = {
  /** See {@link MutantFate}. */
  readonly killedBy: string | null;
  /** Whether it would be the same on any machine, however busy. */
  readonly isLasting: boolean;
};

/** What follows from the mutant, and never from a machine that is busy or short of memory. */
const lasting: ReadonlySet<CaseReport["outcome"]> = new Set(["wrong", "threw", "bad-value", "not-implemented"]);

/**
 * Hands every mutant in, exercise by exercise, until a case sees its mistake. It runs where submissions run: an endless
 * loop ends at the time limit, and nothing it does reaches this process.
 * @param reached Exercises that a mistake can show in, by the unit that it is in.
 * @param verdicts What is known of earlier runs; what is found is added to it, but for kills by a limit: they count in this run alone.
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
  const killedNow = new Map<Mutant, string | null>();
  const settle = (mutant: Mutant, { killedBy, isLasting }: Verdict): void => {
    if (isLasting) verdicts.set(mutant, killedBy);
    killedNow.set(mutant, killedBy);
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
        (mutant, verdict) => {
          if (verdict.killedBy !== null) settle(mutant, verdict);
        },
      );
    }
    await runStage(subject, { exercise: id }, [...alive].filter(canShow), (mutant, verdict) => {
      const isLast = reached.get(mutant.unit)?.at(-1) === id;
      if (verdict.killedBy !== null || isLast) settle(mutant, verdict);
    });
  }
  return mutants.map((mutant) => ({ mutant, killedBy: killedNow.get(mutant) ?? verdicts.get(mutant) ?? null }));
}

async function runStage(
  subject: Subject,
  { exercise, caseIds }: { readonly exercise: string; readonly caseIds?: readonly string[] },
  mutants: readonly Mutant[],
  onRun: (mutant: Mutant, verdict: Verdict) => void,
): Promise<void> {
  if (mutants.length === 0) return;
  await using session = await openSession(subject, { exercises: [exercise], caseIds, attempt: "none" });
  const limit = pLimit(2 * subject.workers);
  const runs = mutants.map((mutant) =>
    limit(async () => onRun(mutant, await verdictOn(subject, session, exercise, mutant))),
  );
  await Promise.all(runs);
}

async function verdictOn(
  { referenceFile, scratch }: Subject,
  session: GradingSession,
  exercise: string,
  mutant: Mutant,
): Promise<Verdict> {
  const file = await writeSolution({ text: mutant.text, beside: referenceFile }, scratch, "mutant");
  const { report } = await session.grade(file, "mutant");
  if (report.status === "grader-error") throw new Error(`Cannot run a mutant: ${report.message ?? ""}`);
  if (report.status === "not-gradable") {
    return { killedBy: `${exercise}/load`, isLasting: !limitsAtLoad.has(report.message ?? "") };
  }
  const found = report.exercises.find(({ id }) => id === exercise);
  const failed = found?.cases.filter(({ outcome }) => outcome !== "passed") ?? [];
  const own = failed.find(({ outcome }) => outcome === "grader-error");
  if (own !== undefined) throw new Error(`Cannot run a mutant: ${own.cause ?? "grader error"}`);
  const seen = failed.find(({ outcome }) => lasting.has(outcome)) ?? failed[0];
  if (seen === undefined) return { killedBy: null, isLasting: true };
  return { killedBy: `${exercise}/${seen.id}`, isLasting: lasting.has(seen.outcome) };
}

const limitsAtLoad: ReadonlySet<string> = new Set([loadFailures.time, loadFailures.memory, loadFailures.crash]);
