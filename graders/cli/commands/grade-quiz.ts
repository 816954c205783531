import { lstat } from "node:fs/promises";
import type { Quiz } from "../../../assignments/quiz/quiz.ts";
import { phraseAnswersFileProblem } from "../../../reports/phrasing/phrase-answers.ts";
import { withProgress } from "../../../reports/phrasing/phrase-progress.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../../reports/report/report.ts";
import { type ClassRow, renderClassTable } from "../../../reports/terminal/render-class-table.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { pageNames } from "../../class/page-names.ts";
import { answersName } from "../../quiz/answers-keeper.ts";
import { askedQuestions } from "../../quiz/asked-questions.ts";
import { openQuizBasis } from "../../quiz/quiz-basis.ts";
import { QuizGrader } from "../../quiz/quiz-grader.ts";
import { readAnswersFile, readingOf } from "../../quiz/read-answers-file.ts";
import { GradedFolder } from "../graded-folder.ts";
import { type ExitCode, exitCode, print, show, terminalStyle, UsageError } from "../output.ts";
import { readEarlier } from "../read-earlier.ts";
import { tellRead } from "../tell-read.ts";
import type { GradeOptions } from "./grade-assignment.ts";

/**
 * `gradecheck grade <quiz> <answers…>`: a page and a JSON file for each file of answers, a page and a table of all.
 * @throws {UsageError} where a path cannot be read, or `--exercise` is given; nothing is written then.
 */
export async function gradeQuiz(id: string, paths: readonly string[], options: GradeOptions): Promise<ExitCode> {
  if (options.exercise !== undefined) {
    throw new UsageError(`Cannot grade exercises of "${id}": it is a quiz, which is graded as a whole`);
  }
  const basis = await openQuizBasis(id, options.seed);
  await Promise.all(paths.map(requireReadable));
  const grader = new QuizGrader(basis);
  const reports: Report[] = [];
  for (const path of paths) {
    const files = await readAnswersFile(path);
    if (paths.length === 1) refuseUnreadable(basis.quiz, files, path);
    reports.push(await grader.grade(files, { name: answersName(path) }));
  }
  const progressOf = await readEarlier(options, id, paths.map(answersName));
  await using folder = await GradedFolder.open(options);
  tellRead(...paths);
  const compared = reports.map((report) => withProgress(report, progressOf(report.submission.name, report)));
  const rows = await writeReports(compared, paths, folder);
  if (options.json) for (const { report } of rows) print(jsonText(report));
  else show(renderClassTable(rows, terminalStyle()));
  await folder.close(rows, askedQuestions(basis));
  return exitCode.done;
}

async function requireReadable(path: string): Promise<void> {
  // A link that leads nowhere is one student's trouble, not a wrong path; so is a name that is no UTF-8, which does not come
  // through as it is.
  await lstat(path).catch(() => {
    if (path.includes("\ufffd")) return;
    throw new UsageError(`Cannot grade "${path}": no such file or folder`);
  });
}

/** Where the only file holds no text at all, the wrong file was probably named. */
function refuseUnreadable(quiz: Quiz, files: SubmissionFiles, path: string): void {
  const reading = readingOf(quiz, files);
  if (reading.readable || !["unreadable", "not-text", "too-large"].includes(reading.problem.code)) return;
  throw new UsageError(`Cannot grade "${path}": ${phraseAnswersFileProblem(reading.problem, quiz.id)}`);
}

async function writeReports(
  reports: readonly Report[],
  paths: readonly string[],
  folder: GradedFolder,
): Promise<ClassRow[]> {
  const pages = pageNames(paths.map(answersName));
  const rows: ClassRow[] = [];
  for (const [i, report] of reports.entries()) rows.push(await folder.write(report, pages[i] ?? `${i}`));
  return rows;
}
