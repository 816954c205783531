import { availableParallelism } from "node:os";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { FairnessResult } from "../../../reports/report/fairness.ts";
import { renderFairness } from "../../../reports/terminal/render-fairness.ts";
import { judgeKnown } from "../../fairness/judge-known.ts";
import { FairnessIndexError, type KnownSubmission, readFairnessIndex } from "../../fairness/read-fairness-index.ts";
import { GradingSession } from "../../session/grading-session.ts";
import { LocalQueue } from "../../session/local-queue.ts";
import { openClassProgress } from "../class-progress.ts";
import { type DefineCommand, describeArguments, integer, workersOption } from "../command-options.ts";
import { courseCaches } from "../course-caches.ts";
import { hiddenCasesSecret } from "../hidden-cases-secret.ts";
import { type ExitCode, exitCode, print, show, tell, terminalStyle, UsageError } from "../output.ts";

/** `gradecheck fairness` */
export const define: DefineCommand = (command, { finish }) =>
  describeArguments(command, {
    folder:
      "right and wrong submissions, and index.json, which says which are right (gradecheck schema fairness-index)",
  })
    .option("--assignment <id...>", "only the submissions of these assignments")
    .option("--names", "also print what each wrong one was told")
    .option("--json", "one JSON object per assignment")
    .option("--seed <integer>", "draw another set of hidden cases", integer(0), 1)
    .addOption(workersOption())
    .action(async (folder, options) => finish(await fairness(folder, options)));

/** Options of `gradecheck fairness`. */
export type FairnessOptions = {
  readonly assignment?: readonly string[];
  readonly names?: boolean;
  readonly json?: boolean;
  readonly seed: number;
  readonly workers?: number;
};

/**
 * `gradecheck fairness <folder>`: grades submissions of which it is known whether they are right, and says on which the judge is mistaken.
 * @throws {UsageError} where there is none of an assignment that was asked for.
 */
export async function fairness(folder: string, options: FairnessOptions): Promise<ExitCode> {
  const known = await readIndex(folder);
  if (known === undefined) return exitCode.usage;
  const groups = Map.groupBy(known, ({ assignment }) => assignment);
  const unknown = options.assignment?.find((id) => !groups.has(id));
  if (unknown !== undefined) {
    throw new UsageError(`Cannot judge "${unknown}": the index has submissions of ${[...groups.keys()].join(", ")}`);
  }
  const chosen = [...groups].filter(([id]) => options.assignment?.includes(id) ?? true);
  const secret = await hiddenCasesSecret();
  const results: FairnessResult[] = [];
  for (const [id, own] of chosen) {
    const result = await judgeAll(id, own, { ...options, folder, secret });
    if (options.json) print(jsonText(result));
    results.push(result);
  }
  if (!options.json) show(renderFairness(results, { ...terminalStyle(), names: options.names ?? false }));
  const files = results.flatMap((result) => result.files);
  if (files.some(({ isGraderError }) => isGraderError)) return exitCode.graderError;
  return files.every(({ agrees }) => agrees) ? exitCode.done : exitCode.failures;
}

/** @returns undefined where it cannot be used; everything that is wrong with it was told. */
async function readIndex(folder: string): Promise<readonly KnownSubmission[] | undefined> {
  try {
    return await readFairnessIndex(folder);
  } catch (error) {
    if (!(error instanceof FairnessIndexError)) throw error;
    for (const line of error.lines) tell(`gradecheck: ${line}`);
    return undefined;
  }
}

async function judgeAll(
  assignment: string,
  known: readonly KnownSubmission[],
  options: FairnessOptions & { readonly folder: string; readonly secret: string },
): Promise<FairnessResult> {
  const { folder, secret, seed, workers = availableParallelism() } = options;
  await using session = await GradingSession.open({
    assignment,
    visibility: "all",
    seed,
    secret,
    workers,
    outcomesApart: true,
    ...courseCaches(secret),
  });
  const progress = await openClassProgress(known.length, "auto");
  try {
    const start = performance.now();
    const files = await judgeKnown(new LocalQueue(session, 2 * workers), known, {
      folder,
      onJudged: ({ status }) => progress.graded(status),
    });
    return { assignment, files, timeMs: performance.now() - start };
  } finally {
    progress.stop();
  }
}
