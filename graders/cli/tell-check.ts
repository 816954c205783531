import { writeWhole } from "../../assignments/storage/write-whole.ts";
import { message } from "../../reports/messages/message.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import { jsonText } from "../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../reports/report/report.ts";
import { renderText } from "../../reports/terminal/render-text.ts";
import { withInputs } from "../judge/with-inputs.ts";
import type { GradingSession } from "../session/grading-session.ts";
import { type ExitCode, exitCode, print, show, tell, terminalStyle } from "./output.ts";

/** How the result of a check is told. */
export type TellOptions = {
  readonly json?: boolean;
  readonly html?: string;
  /** File for the result of a step of GitHub Classroom. */
  readonly classroom?: string;
  /** Token of the one case to run. */
  readonly case?: string;
  /** Print what the visible cases call the functions with, number by number. */
  readonly showInputs?: boolean;
  /** How many hints of each exercise are printed. Default 1. */
  readonly hints?: number;
};

/** Tells the result of a check, everywhere where it is asked for. */
export async function tellCheck(session: GradingSession, report: Report, options: TellOptions): Promise<ExitCode> {
  const view = viewOf(session, report, options);
  if (options.json) print(jsonText(view));
  else show(textOf(view, options));
  if (options.html !== undefined) {
    await writePage(options.html, view);
    tell(message("run.page", { path: options.html }));
  }
  if (options.classroom !== undefined) await writeClassroomResult(options.classroom, report);
  if (report.exercises.some(({ status }) => status === "grader-error")) return exitCode.graderError;
  return report.score === report.maxScore ? exitCode.done : exitCode.failures;
}

/** What of a report is for the student's eyes. */
export const viewOf = ({ manifest, cases }: GradingSession, report: Report, options: TellOptions): Report =>
  studentView(withInputs(report, manifest.exercises, cases, showsInputs(options) ? "every" : "failing"));

/** The same for the terminal. */
export const textOf = (view: Report, options: TellOptions): string =>
  renderText(view, { ...terminalStyle(), showInputs: showsInputs(options), hints: options.hints ?? 1 });

/** Who asks for one case wants to see what it is called with. */
const showsInputs = ({ showInputs, case: token }: TellOptions): boolean => showInputs ?? token !== undefined;

// What only some checks need is loaded by them: half of the time of a check is spent on reading our own code.

/** The same as a page, in place of the one before as a whole. */
export async function writePage(file: string, view: Report): Promise<void> {
  const { renderHtml } = await import("../../reports/pages/render-html.ts");
  await writeWhole(file, renderHtml(view));
}

async function writeClassroomResult(file: string, report: Report): Promise<void> {
  const { classOfRows } = await import("../../reports/class/class-of-rows.ts");
  const { classroomResult } = await import("../../reports/exports/github-classroom.ts");
  const [student] = classOfRows([{ name: report.submission.name, path: "", report }]).students;
  if (student !== undefined) await writeWhole(file, classroomResult(student, report));
}
