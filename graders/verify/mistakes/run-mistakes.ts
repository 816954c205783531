import pLimit from "p-limit";
import { caseKey } from "../../../assignments/catalog/case.ts";
import type { CaseReport, Report } from "../../../reports/report/report.ts";
import { loadFailures } from "../../../sandbox/replies/loading.ts";
import type { GradingSession } from "../../session/grading-session.ts";
import type { OnProgress } from "../subject/check.ts";
import { bundleSolution, longestFirst, openSession, type Subject } from "../subject/subject.ts";
import type { Mistake } from "./mistake.ts";
import type { MistakeVerdicts, Verdict } from "./mistake-verdicts.ts";

/** What became of a mistake. */
export type Fate<Made extends Mistake> = {
  readonly mistake: Made;
  /** `updateLr/hidden-2`, the first case that detected it; null for a survivor. */
  readonly killedBy: string | null;
};

/** Outcomes caused by the mistake, never by a machine that is busy or short of memory. */
const lasting: ReadonlySet<CaseReport["outcome"]> = new Set(["wrong", "threw", "bad-value", "not-implemented"]);

/** What decides how mistakes are run. */
export type Runs = {
  /** Exercises that a mistake can affect. */
  readonly reachedBy: (mistake: Mistake) => readonly string[];
  /** Verdicts of earlier runs. New ones are added. */
  readonly verdicts: MistakeVerdicts;
  readonly onProgress: OnProgress;
};

/**
 * Hands in every mistake until a case detects it. It runs in the sandbox, like a submission: an endless loop ends at the time limit, and
 * nothing it does reaches this process.
 * @returns In the order of the mistakes.
 */
export async function runMistakes<Made extends Mistake>(
  subject: Subject,
  mistakes: readonly Made[],
  { reachedBy, verdicts, onProgress }: Runs,
): Promise<Fate<Made>[]> {
  const unknown = mistakes.filter((mistake) => verdicts.get(mistake) === undefined && reachedBy(mistake).length > 0);
  const killedNow = new Map<Mistake, string | null>();
  await runAll(subject, unknown, reachedBy, (mistake, verdict) => {
    verdicts.note(mistake, verdict);
    killedNow.set(mistake, verdict.killedBy);
    onProgress(mistakes.length - unknown.length + killedNow.size, mistakes.length);
  });
  await verdicts.save();
  return mistakes.map((mistake) => ({ mistake, killedBy: killedNow.get(mistake) ?? verdicts.get(mistake) ?? null }));
}

async function runAll(
  subject: Subject,
  mistakes: readonly Mistake[],
  reachedBy: Runs["reachedBy"],
  onRun: (mistake: Mistake, verdict: Verdict) => void,
): Promise<void> {
  if (mistakes.length === 0) return;
  const { manifest } = subject.assignment;
  const exercises = manifest.exercises.map(({ id }) => id);
  await using session = await openSession(subject, { exercises, attempt: "none" });
  const limit = pLimit(2 * subject.workers);
  const runs = longestFirst(manifest, mistakes, reachedBy).map((mistake) =>
    limit(async () => onRun(mistake, await verdictOn(subject, session, reachedBy(mistake), mistake))),
  );
  await Promise.all(runs);
}

async function verdictOn(
  { referenceFile }: Subject,
  session: GradingSession,
  exercises: readonly string[],
  { text, keepsState = false }: Mistake,
): Promise<Verdict> {
  const files = await bundleSolution({ text, beside: referenceFile }, "mistake");
  return verdictOf(
    await session.grade(files, { name: "mistake" }, { exercises, untilFailure: !keepsState }),
    exercises,
  );
}

/**
 * What the report on a mistake says of it.
 * @param exercises Those that were run.
 * @throws Error where it could not be graded by our own fault.
 */
export function verdictOf(report: Report, exercises: readonly string[]): Verdict {
  if (report.status === "grader-error") throw new Error(`Cannot run a mistake: ${report.message ?? ""}`);
  if (report.status === "not-gradable") {
    return { killedBy: `${exercises[0]}/load`, isLasting: !limitsAtLoad.has(report.message ?? "") };
  }
  const [seen] = report.exercises.flatMap(({ id, cases }) =>
    cases
      .filter(({ outcome }) => outcome !== "passed")
      .map((one) => ({ ...one, place: caseKey({ exercise: id, id: one.id }) })),
  );
  if (seen === undefined) return { killedBy: null, isLasting: true };
  if (seen.outcome === "grader-error") throw new Error(`Cannot run a mistake: ${seen.cause ?? "grader error"}`);
  return { killedBy: seen.place, isLasting: lasting.has(seen.outcome) };
}

const limitsAtLoad: ReadonlySet<string> = new Set([loadFailures.time, loadFailures.memory, loadFailures.crash]);
