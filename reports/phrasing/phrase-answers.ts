import type { AnswerNote, AnswerProblem } from "../../assignments/quiz/read-answer.ts";
import type { AnswersFileProblem } from "../../assignments/quiz/read-answers.ts";
import { message } from "../messages/message.ts";
import { codeSpan } from "./text/code-span.ts";
import { phraseList } from "./text/sentence.ts";

/** Why a file of answers cannot be judged, as the end of a sentence that began with what was expected. */
export function phraseAnswersFileProblem(problem: AnswersFileProblem, quiz: string): string {
  switch (problem.code) {
    case "unreadable":
      return message("answers-file.unreadable", { reason: problem.reason });
    case "too-large":
      return message("answers-file.too-large", { limit: problem.limitBytes / 1024 });
    case "not-text":
      return message("answers-file.not-text");
    case "not-json":
      return message("answers-file.not-json", { reason: problem.reason });
    case "not-object":
      return message("answers-file.not-object", { found: codeSpan(problem.found) });
    case "no-answers":
      return message("answers-file.no-answers", { found: codeSpan(problem.found) });
    case "other-quiz":
      return message("answers-file.other-quiz", { found: codeSpan(problem.found), quiz: `\`"${quiz}"\`` });
    default:
      return problem satisfies never;
  }
}

/** Why one answer cannot be judged, in a sentence. Says nothing about which answer is right. */
export function phraseAnswerProblem(problem: AnswerProblem): string {
  switch (problem.code) {
    case "wrong-type":
      return message("answer.wrong-type", {
        found: codeSpan(problem.found),
        expected: message(`answer.expected.${problem.expected}`),
      });
    case "unknown-choices":
      return message("answer.unknown-choices", { ids: phraseIds(problem.ids) });
    case "no-order":
      return message("answer.no-order", { problems: phraseOrder(problem) });
    case "too-long":
      return message("answer.too-long", { length: problem.length, limit: problem.limit });
    default:
      return problem satisfies never;
  }
}

/** Ids as code spans; of a long list, the first ones and how many more. */
function phraseIds(ids: readonly string[]): string {
  return phraseList(ids.map(codeSpan));
}

function phraseOrder({ missing, repeated, unknown }: Extract<AnswerProblem, { code: "no-order" }>): string {
  return [
    ...(missing.length === 0 ? [] : [message("answer.order.missing", { ids: phraseIds(missing) })]),
    ...(repeated.length === 0 ? [] : [message("answer.order.repeated", { ids: phraseIds(repeated) })]),
    ...(unknown.length === 0 ? [] : [message("answer.order.unknown", { ids: phraseIds(unknown) })]),
  ].join("; ");
}

/** What is odd about a file of answers, in a sentence. */
export function phraseAnswerNote(note: AnswerNote): string {
  switch (note.code) {
    case "quiz-not-named":
      return message("answer-note.quiz-not-named");
    case "unknown-questions":
      return message("answer-note.unknown-questions", { questions: phraseList(note.questions.map(phraseUnknown)) });
    case "answered-twice":
      return message("answer-note.answered-twice", {
        question: codeSpan(note.question),
        lines: phraseLines(note.lines),
      });
    case "part-twice":
      return message("answer-note.part-twice", { part: `\`${note.part}\``, lines: phraseLines(note.lines) });
    case "repeated-choices":
      return message("answer-note.repeated-choices", { question: codeSpan(note.question), ids: phraseIds(note.ids) });
    case "ignored-choices":
      return message("answer-note.ignored-choices", { question: codeSpan(note.question), ids: phraseIds(note.ids) });
    default:
      return note satisfies never;
  }
}

function phraseLines(lines: readonly number[]): string {
  const different = [...new Set(lines)].map(String);
  return message("answer-note.lines", { count: different.length, lines: phraseList(different) });
}

function phraseUnknown({ id, suggestion }: { readonly id: string; readonly suggestion?: string }): string {
  return suggestion === undefined
    ? codeSpan(id)
    : message("answer-note.meant", { id: codeSpan(id), suggestion: codeSpan(suggestion) });
}
