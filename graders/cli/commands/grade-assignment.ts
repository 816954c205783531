import { lstat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import type { Manifest } from "../../../assignments/catalog/manifest.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../../reports/report/report.ts";
import { type ClassRow, renderClassTable } from "../../../reports/terminal/render-class-table.ts";
import { openSubmission } from "../../../sandbox/bundle/open-submission.ts";
import { SubmissionError } from "../../../sandbox/bundle/submission-error.ts";
import { pageNames } from "../../class/page-names.ts";
import { chooseExercises } from "../../session/choose-exercises.ts";
import { gradeClass, hasGraderError, type Submission } from "../../session/grade-class.ts";
import { GradingSession } from "../../session/grading-session.ts";
import { submissionName } from "../../session/submission-name.ts";
import { courseCaches } from "../course-caches.ts";
import { GradedFolder } from "../graded-folder.ts";
import { openGradingProgress } from "../grading-progress.ts";
import { hiddenCasesSecret } from "../hidden-cases-secret.ts";
import { type ExitCode, exitCode, print, show, terminalStyle, UsageError } from "../output.ts";
import { requireOutputFile } from "../require-output.ts";
import { noRunLog, openRunLog } from "../run-log.ts";
import { tellRead } from "../tell-read.ts";
import { unreadableSubmission } from "../unreadable-submission.ts";

/** Options of `gradecheck grade`. */
export type GradeOptions = {
  readonly out?: string;
  readonly json?: boolean;
  readonly seed: number;
  readonly exercise?: readonly string[];
  readonly audience: Report["audience"];
  readonly workers?: number;
  readonly isolation?: "pool" | "process";
  readonly log?: string;
};

/**
 * `gradecheck grade <assignment> <submission…>`: all cases; a page and a JSON file per submission, a page and a table of
 * all.
 * @throws {UsageError} where a path does not exist, or the only one holds no source text; nothing is written then.
 */
export async function gradeAssignment(
  assignment: string,
  paths: readonly string[],
  options: GradeOptions,
): Promise<ExitCode> {
  const { manifest } = await openAssignment(assignment);
  chooseExercises(manifest, options.exercise);
  const submissions = await Promise.all(paths.map(existing));
  if (paths.length === 1) await requireSource(paths[0] ?? "", manifest);
  if (options.log !== undefined) await requireOutputFile(options.log);
  await using folder = await GradedFolder.open(options);
  tellRead(...paths);
  const secret = await hiddenCasesSecret();
  const workers = options.workers ?? availableParallelism();
  await using session = await GradingSession.open({
    assignment,
    visibility: "all",
    seed: options.seed,
    secret,
    exercises: options.exercise,
    workers,
    isolation: options.isolation,
    outcomesApart: true,
    ...courseCaches(secret),
  });
  const rows = await gradeAll(session, submissions, folder, { ...options, workers });
  if (!options.json) show(renderClassTable(rows, terminalStyle()));
  await folder.close(rows);
  return rows.some(({ report }) => hasGraderError(report)) ? exitCode.graderError : exitCode.done;
}

async function existing(path: string): Promise<Submission> {
  // A link that leads nowhere is a broken submission, not a wrong path; so is a name that is no UTF-8, which does not come
  // through as it is.
  await lstat(path).catch(() => {
    if (path.includes("\ufffd")) return;
    throw new UsageError(`Cannot grade "${path}": no such file or folder`);
  });
  return { path, name: submissionName(path) };
}

/** Where the only path holds no source text at all, the wrong path was probably named. */
async function requireSource(path: string, { limits }: Manifest): Promise<void> {
  await openSubmission(path, limits.sourceBytes).catch((error: unknown) => {
    throw error instanceof SubmissionError && error.unreadable ? unreadableSubmission(error.message, path) : error;
  });
}

async function gradeAll(
  session: GradingSession,
  submissions: readonly Submission[],
  folder: GradedFolder,
  options: GradeOptions & { readonly workers: number },
): Promise<ClassRow[]> {
  const pages = pageNames(submissions.map(({ name }) => name));
  const rows: ClassRow[] = [];
  const progress = await openGradingProgress(submissions.length);
  const { seed, workers, isolation = "pool" } = options;
  const log = options.log === undefined ? noRunLog : openRunLog(options.log, { workers, isolation, seed });
  try {
    await gradeClass(session, submissions, 2 * workers, async ({ report: full }, index, seconds) => {
      const row = await folder.write(full, pages[index] ?? `${index}`);
      rows[index] = row;
      log.graded(full, seconds);
      progress.graded(row.report);
    });
  } finally {
    progress.stop();
    await log.close(session.timeScale);
  }
  if (options.json) for (const { report } of rows) print(jsonText(report));
  return rows;
}
