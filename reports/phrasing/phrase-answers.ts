import type { AnswerNote, AnswerProblem } from "../../assignments/quiz/read-answer.ts";
import type { AnswersFileProblem } from "../../assignments/quiz/read-answers.ts";
import { codeSpan } from "./text/code-span.ts";
import { phraseList } from "./text/sentence.ts";

/** Why a file of answers cannot be judged, as the end of a sentence that began with what was expected. */
export function phraseAnswersFileProblem(problem: AnswersFileProblem, quiz: string): string {
  switch (problem.code) {
    case "unreadable":
      return `it cannot be read: ${problem.reason}.`;
    case "too-large":
      return `it is larger than ${problem.limitBytes / 1024} KiB, too large for a file of answers.`;
    case "not-text":
      return "it is not UTF-8 text.";
    case "not-json":
      return `it is not valid JSON: ${problem.reason}.`;
    case "not-object":
      return `it holds ${codeSpan(problem.found)}, but must hold an object with \`quiz\` and \`answers\`.`;
    case "no-answers":
      return `\`answers\` is ${codeSpan(problem.found)}, but must be an object with one answer per question.`;
    case "other-quiz":
      return `it answers the quiz ${codeSpan(problem.found)}, but must answer \`"${quiz}"\`.`;
    default:
      problem satisfies never;
      return "it cannot be read.";
  }
}

/** Why one answer cannot be judged, in a sentence. Says nothing about which answer is right. */
export function phraseAnswerProblem(problem: AnswerProblem): string {
  switch (problem.code) {
    case "wrong-type":
      return `The answer is ${codeSpan(problem.found)}, but must be ${phraseExpected(problem.expected)}.`;
    case "unknown-choices":
      return `The answer names ${phraseIds(problem.ids)}, which this question does not have as a choice.`;
    case "no-order":
      return `The answer must name every step once: ${phraseOrder(problem)}.`;
    case "too-long":
      return `The answer has ${problem.length} characters, but may have at most ${problem.limit}.`;
    default:
      problem satisfies never;
      return "The answer cannot be read.";
  }
}

/** Ids as code spans; of a long list, the first ones and how many more. */
function phraseIds(ids: readonly string[]): string {
  return phraseList(ids.map(codeSpan));
}

function phraseExpected(expected: Extract<AnswerProblem, { code: "wrong-type" }>["expected"]): string {
  switch (expected) {
    case "choice":
      return "the id of one choice, a text";
    case "choices":
      return "a list of the ids of choices";
    case "number":
      return "a finite number, without quotes and with a point";
    case "order":
      return "a list of the ids of all steps, first to last";
    case "text":
      return "a text";
    default:
      expected satisfies never;
      return "something else";
  }
}

function phraseOrder({ missing, repeated, unknown }: Extract<AnswerProblem, { code: "no-order" }>): string {
  return [
    ...(missing.length === 0 ? [] : [`missing ${phraseIds(missing)}`]),
    ...(repeated.length === 0 ? [] : [`more than once ${phraseIds(repeated)}`]),
    ...(unknown.length === 0 ? [] : [`unknown ${phraseIds(unknown)}`]),
  ].join("; ");
}

/** What is odd about a file of answers, in a sentence. */
export function phraseAnswerNote(note: AnswerNote): string {
  switch (note.code) {
    case "quiz-not-named":
      return "The file does not say which quiz it answers; it was read as answers to this one.";
    case "unknown-questions":
      return `Left out, because this quiz has no such question: ${phraseList(note.questions.map(phraseUnknown))}.`;
    case "answered-twice":
      return `${codeSpan(note.question)} is answered more than once (${phraseLines(note.lines)}); the last answer counts.`;
    case "part-twice":
      return `The file has \`${note.part}\` more than once (${phraseLines(note.lines)}); only the last counts.`;
    case "repeated-choices":
      return `The answer to ${codeSpan(note.question)} names ${phraseIds(note.ids)} more than once; that counts as once.`;
    case "ignored-choices":
      return `The answer to ${codeSpan(note.question)} names ${phraseIds(note.ids)}, which the question does not have; the rest was judged.`;
    default:
      note satisfies never;
      return "";
  }
}

function phraseLines(lines: readonly number[]): string {
  const different = [...new Set(lines)].map(String);
  return `${different.length === 1 ? "line" : "lines"} ${phraseList(different)}`;
}

function phraseUnknown({ id, suggestion }: { readonly id: string; readonly suggestion?: string }): string {
  return suggestion === undefined ? codeSpan(id) : `${codeSpan(id)} (is ${codeSpan(suggestion)} meant?)`;
}
