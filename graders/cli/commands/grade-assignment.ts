import { lstat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { summariseSubmission } from "../../../reports/class/summarise-submission.ts";
import { withProgress } from "../../../reports/phrasing/phrase-progress.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../../reports/report/report.ts";
import { type ClassRow, renderClassTable } from "../../../reports/terminal/render-class-table.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { withTypeDeduction } from "../../class/marks/type-deduction.ts";
import { pageNames } from "../../class/page-names.ts";
import { hasGraderError } from "../../class/run/partial-run.ts";
import type { ProgressOf } from "../../class/run/student-grader.ts";
import { chooseExercises } from "../../session/choose-exercises.ts";
import { gradeClass, type Submission, submissionAt } from "../../session/grade-class.ts";
import { GradingSession } from "../../session/grading-session.ts";
import { LocalQueue } from "../../session/local-queue.ts";
import { submissionName } from "../../session/submission-name.ts";
import { openClassProgress } from "../class-progress.ts";
import { courseCaches } from "../course-caches.ts";
import { GradedFolder } from "../graded-folder.ts";
import { hiddenCasesSecret } from "../hidden-cases-secret.ts";
import { lookForTypes, type TypesFound, wantsTypes } from "../look-for-types.ts";
import { type ExitCode, exitCode, print, show, terminalStyle, UsageError } from "../output.ts";
import { readEarlier } from "../read-earlier.ts";
import { requireOutputFile } from "../require-output.ts";
import { requireSource } from "../require-source.ts";
import { noRunLog, openRunLog } from "../run-log.ts";
import { tellRead } from "../tell-read.ts";

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
  /** Look for type errors. Default only where they cost points. */
  readonly types?: boolean;
  /** Folder of reports of earlier attempts. */
  readonly previous?: string;
  /** Default true. */
  readonly counterexamples?: boolean;
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
  const { manifest, directory } = await openAssignment(assignment);
  chooseExercises(manifest, options.exercise);
  const submissions = await Promise.all(paths.map(existing));
  // The only path holds no source text at all: the wrong one was probably named.
  const [path = "", ...more] = paths;
  if (more.length === 0) requireSource(await readSubmission(path), path, manifest.limits);
  if (options.log !== undefined) await requireOutputFile(options.log);
  const isTyped = wantsTypes(manifest, options.types);
  const progressOf = await readEarlier(
    options,
    assignment,
    submissions.map(({ name }) => name),
  );
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
    counterexamples: options.counterexamples ?? true,
    ...courseCaches(secret),
  });
  const reads = submissions.map(({ read }) => read);
  const types = isTyped ? lookForTypes({ manifest, directory, exercises: options.exercise }, reads) : undefined;
  const rows = await gradeAll(session, submissions, folder, { ...options, workers }, progressOf, types);
  if (!options.json) show(renderClassTable(rows, terminalStyle()));
  await folder.close(rows);
  return rows.some(isIncomplete) ? exitCode.graderError : exitCode.done;
}

const isIncomplete = ({ report }: ClassRow): boolean =>
  hasGraderError({ status: report.status, summary: summariseSubmission(report) });

async function existing(path: string): Promise<Submission> {
  // A link that leads nowhere is a broken submission, not a wrong path; so is a name that is no UTF-8, which does not come
  // through as it is.
  await lstat(path).catch(() => {
    if (path.includes("\ufffd")) return;
    throw new UsageError(`Cannot grade "${path}": no such file or folder`);
  });
  return submissionAt(path, submissionName(path));
}

async function gradeAll(
  session: GradingSession,
  submissions: readonly Submission[],
  folder: GradedFolder,
  options: GradeOptions & { readonly workers: number },
  progressOf: ProgressOf,
  types: TypesFound = async (_, report) => report,
): Promise<ClassRow[]> {
  const pages = pageNames(submissions.map(({ name }) => name));
  const rows: ClassRow[] = [];
  const progress = await openClassProgress(submissions.length, submissions.length === 1 ? "none" : "auto");
  const { seed, workers, isolation = "pool" } = options;
  const log = options.log === undefined ? noRunLog : openRunLog(options.log, { workers, isolation, seed });
  try {
    await gradeClass(new LocalQueue(session, 2 * workers), submissions, async ({ report: full, seconds }, index) => {
      const graded = withTypeDeduction(await types(index, full));
      const report = withProgress(graded, progressOf(full.submission.name, graded));
      const row = await folder.write(report, pages[index] ?? `${index}`);
      rows[index] = row;
      log.graded(full, seconds);
      progress.graded(row.report.status);
    });
  } finally {
    progress.stop();
    await log.close(session.timeScale);
  }
  for (const { report } of options.json ? rows : []) {
    print(jsonText(report));
    await setImmediate();
  }
  return rows;
}
