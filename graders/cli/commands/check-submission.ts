import { stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { withProgress } from "../../../reports/phrasing/phrase-progress.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../../reports/report/report.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { hashSubmission, readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import type { ProgressOf } from "../../class/run/student-grader.ts";
import { withInputs } from "../../judge/with-inputs.ts";
import { GradingSession } from "../../session/grading-session.ts";
import type { SessionOptions } from "../../session/session-options.ts";
import type { SessionProcesses } from "../../session/start-processes.ts";
import { submissionName } from "../../session/submission-name.ts";
import { type ExitCode, exitCode, print, show, tell, terminalStyle } from "../output.ts";
import { requireSource } from "../require-source.ts";
import { tellRead } from "../tell-read.ts";
import { watchFolders } from "../watch-folders.ts";

/** Options of `gradecheck check`. */
export type CheckOptions = {
  readonly exercise?: readonly string[];
  /** Token of the one case to run. */
  readonly case?: string;
  readonly json?: boolean;
  readonly html?: string;
  /** File for the result of a step of GitHub Classroom. */
  readonly classroom?: string;
  /** Check again whenever the submission changes. */
  readonly watch?: boolean;
  /** Look for type errors. Default true. */
  readonly types?: boolean;
  /** Folder of what earlier checks printed with `json`. */
  readonly previous?: string;
  /** Print what the visible cases call the functions with, number by number. */
  readonly showInputs?: boolean;
  /** How many hints of each exercise are printed. Default 1. */
  readonly hints?: number;
};

/**
 * Checks a submission, and again where that is asked for, and tells the results.
 * @param processes Of the session, which were started ahead and end with it.
 * @throws {UsageError} where there is no source text to check.
 */
export async function checkSubmission(
  path: string,
  options: CheckOptions,
  sessionOptions: SessionOptions,
  processes: SessionProcesses,
): Promise<ExitCode> {
  const files = await readSubmission(path);
  const looking = startTypes(sessionOptions.assignment, options);
  // From now on, while everything is made ready to grade it.
  const first = looking.then((look) => look(files));
  // Whoever opens the session says what is wrong with the assignment.
  first.catch(() => undefined);
  await using session = await GradingSession.open(sessionOptions, processes);
  requireSource(files, path, session.manifest.limits);
  const name = submissionName(path);
  const progressOf = await readEarlier(session, name, options);
  const checkNow = async (read: SubmissionFiles, types = looking.then((look) => look(read))): Promise<ExitCode> => {
    const report = await session.grade(read, { name }, { isLast: !options.watch });
    const typed = await (await types)(report);
    return tellResult(session, withProgress(typed, progressOf(name, typed)), options);
  };
  tellRead(path);
  const code = await checkNow(files, first);
  return options.watch ? await watchSubmission(path, files, checkNow) : code;
}

/** What earlier checks are compared with: of the student's own, and believed only where they are reports at all. */
async function readEarlier(
  { manifest }: GradingSession,
  name: string,
  { previous }: CheckOptions,
): Promise<ProgressOf> {
  if (previous === undefined) return () => undefined;
  const { readEarlierReports } = await import("../../class/progress/read-earlier-reports.ts");
  return readEarlierReports(previous, { assignment: manifest.id, visibility: "visible", students: [name] });
}

/** Adds to the report of a submission what TypeScript finds in it. */
type AddTypes = (report: Report) => Promise<Report>;

/**
 * What has TypeScript look at a submission, unless it was told not to. What is wrong with the assignment is told by who grades by it.
 */
async function startTypes(
  assignment: string,
  { types = true, exercise: exercises }: CheckOptions,
): Promise<(files: SubmissionFiles) => AddTypes> {
  const directory = await findAssignment(assignment);
  const manifest = types ? await loadManifest(directory).catch(() => undefined) : undefined;
  if (manifest === undefined) return () => async (report) => report;
  const { lookForTypes } = await import("../look-for-types.ts");
  return (files) => {
    const found = lookForTypes({ manifest, directory, exercises }, [() => files]);
    return (report) => found(0, report);
  };
}

async function tellResult(session: GradingSession, report: Report, options: CheckOptions): Promise<ExitCode> {
  const { showInputs = options.case !== undefined, hints = 1 } = options;
  const { exercises } = session.manifest;
  const view = studentView(withInputs(report, exercises, session.cases, showInputs ? "every" : "failing"));
  if (options.json) print(jsonText(view));
  else show(renderText(view, { ...terminalStyle(), showInputs, hints }));
  if (options.html !== undefined) {
    const { renderHtml } = await import("../../../reports/pages/render-html.ts");
    await writeWhole(options.html, renderHtml(view));
    tell(`Feedback page: ${options.html}`);
  }
  if (options.classroom !== undefined) await writeClassroomResult(options.classroom, report);
  if (report.exercises.some(({ status }) => status === "grader-error")) return exitCode.graderError;
  return report.score === report.maxScore ? exitCode.done : exitCode.failures;
}

// What only some checks need is loaded by them: half of the time of a check is spent on reading our own code.

async function writeClassroomResult(file: string, report: Report): Promise<void> {
  const { classOfRows } = await import("../../../reports/class/class-of-rows.ts");
  const { classroomResult } = await import("../../../reports/exports/github-classroom.ts");
  const [student] = classOfRows([{ name: report.submission.name, path: "", report }]).students;
  if (student !== undefined) await writeWhole(file, classroomResult(student, report));
}

/** Checks again whenever the submission has changed, until a signal ends the process. */
async function watchSubmission(
  path: string,
  first: SubmissionFiles,
  checkNow: (files: SubmissionFiles) => Promise<ExitCode>,
): Promise<never> {
  using folder = watchFolders([(await stat(path)).isDirectory() ? path : dirname(resolve(path))]);
  tell("Waiting for changes; Ctrl-C ends this");
  for (let known = hashSubmission(first); ; ) {
    await folder.next();
    const files = await readSubmission(path);
    const content = hashSubmission(files);
    // Something else in the folder has changed, or the editor has taken the file away for a moment.
    if (content === known || "unread" in files) continue;
    known = content;
    tell(`\n${new Date().toLocaleTimeString()}`, { lines: true });
    await checkNow(files);
    tell("Waiting for changes; Ctrl-C ends this");
  }
}
