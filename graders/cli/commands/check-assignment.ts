import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { renderHtml } from "../../../reports/pages/render-html.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import { renderText } from "../../../reports/terminal/render-text.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { withInputs } from "../../judge/with-inputs.ts";
import { GradingSession } from "../../session/grading-session.ts";
import { submissionName } from "../../session/submission-name.ts";
import { type ExitCode, exitCode, print, show, tell, terminalStyle } from "../output.ts";
import { requireOutputFile } from "../require-output.ts";
import { requireSource } from "../require-source.ts";
import { tellRead } from "../tell-read.ts";

/** Options of `gradecheck check`. */
export type CheckOptions = {
  readonly exercise?: readonly string[];
  readonly json?: boolean;
  readonly html?: string;
  /** Print what the visible cases call the functions with, number by number. */
  readonly showInputs?: boolean;
};

/**
 * `gradecheck check <assignment> <submission>`: the visible cases, for a student at the desk.
 * @throws {UsageError} where there is no source text to check.
 */
export async function checkAssignment(assignment: string, path: string, options: CheckOptions): Promise<ExitCode> {
  if (options.html !== undefined) await requireOutputFile(options.html);
  await using session = await GradingSession.open({
    assignment,
    visibility: "visible",
    exercises: options.exercise,
    workers: 1,
    cacheDirectory: userDirectory("cache", process.env),
  });
  const files = await readSubmission(path);
  requireSource(files, path, session.manifest.limits);
  const report = await session.grade(files, { name: submissionName(path) });
  tellRead(path);
  const { showInputs = false } = options;
  const { exercises } = session.manifest;
  const view = studentView(withInputs(report, exercises, session.cases, showInputs ? "every" : "failing"));
  if (options.json) print(jsonText(view));
  else show(renderText(view, { ...terminalStyle(), showInputs }));
  if (options.html !== undefined) {
    await writeWhole(options.html, renderHtml(view));
    tell(`Feedback page: ${options.html}`);
  }
  if (report.exercises.some(({ status }) => status === "grader-error")) return exitCode.graderError;
  return report.score === report.maxScore ? exitCode.done : exitCode.failures;
}
