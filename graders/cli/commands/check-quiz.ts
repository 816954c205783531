import type { GivenAnswer } from "../../../assignments/quiz/read-answer.ts";
import { message } from "../../../reports/messages/message.ts";
import {
  phraseAnswerNote,
  phraseAnswerProblem,
  phraseAnswersFileProblem,
} from "../../../reports/phrasing/phrase-answers.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { readAnswersFile, readingOf } from "../../quiz/read-answers-file.ts";
import { openSpokenQuiz } from "../../quiz/spoken-quiz.ts";
import { type ExitCode, exitCode, print, show, UsageError } from "../output.ts";
import { tellRead } from "../tell-read.ts";
import type { CheckOptions } from "./check-submission.ts";

/**
 * `gradecheck check <quiz> <answers>`: whether a file of answers is complete and well-formed. It never opens the key, so
 * it cannot tell which answers are right.
 * @returns 0 where every question has a readable answer, 1 otherwise.
 * @throws {UsageError} where the file cannot be read as answers to this quiz.
 */
export async function checkQuiz(id: string, path: string, options: CheckOptions): Promise<ExitCode> {
  const { html, exercise, showInputs, watch } = options;
  if ([html, exercise, showInputs, watch].some((given) => given !== undefined)) {
    throw new UsageError(
      `Cannot use --html, --exercise, --show-inputs or --watch with "${id}": check only tests whether a quiz is complete`,
    );
  }
  if (options.previous !== undefined) {
    throw new UsageError(`Cannot compare "${id}" with earlier reports: check only tests whether a quiz is complete`);
  }
  const { quiz } = await openSpokenQuiz(id);
  const files = await readAnswersFile(path);
  if ("unread" in files) throw new UsageError(`Cannot check "${path}": ${files.unread}`);
  const reading = readingOf(quiz, files);
  if (!reading.readable) {
    throw new UsageError(`Cannot check "${path}": ${printable(phraseAnswersFileProblem(reading.problem, id))}`);
  }
  tellRead(path);
  const questions = quiz.questions.map((question) => ({
    id: question.id,
    title: question.title,
    ...describe(reading.given.get(question.id) ?? { state: "missing" }),
  }));
  const answered = questions.filter(({ state }) => state === "answered").length;
  const notes = reading.notes.map(phraseAnswerNote);
  if (options.json) print(jsonText({ quiz: id, answered, total: questions.length, questions, notes }));
  else printCheck(quiz.title, answered, questions, notes);
  return answered === questions.length ? exitCode.done : exitCode.failures;
}

type CheckedQuestion = {
  readonly id: string;
  readonly title: string;
  readonly state: GivenAnswer["state"];
  readonly problem?: string;
};

function describe(given: GivenAnswer): Pick<CheckedQuestion, "state" | "problem"> {
  if (given.state !== "malformed") return { state: given.state };
  return { state: given.state, problem: phraseAnswerProblem(given.problem) };
}

function printCheck(
  title: string,
  answered: number,
  questions: readonly CheckedQuestion[],
  notes: readonly string[],
): void {
  const lines = [message("quiz.answered-so-far", { title, answered, total: questions.length })];
  for (const { id, title: name, state, problem } of questions) {
    if (state === "missing") lines.push(`  ○ ${id} (${name}): ${message("question.not-implemented")}`);
    if (problem !== undefined) lines.push(`  ✗ ${id} (${name}): ${printable(problem)}`);
  }
  for (const note of notes) lines.push(`  ${message("terminal.note", { note: printable(note) })}`);
  if (answered === questions.length) lines.push(message("quiz.all-readable"));
  show(lines.join("\n"));
}
