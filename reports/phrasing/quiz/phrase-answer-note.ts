import type { AnswerNote } from "../../../assignments/quiz/answer-problem.ts";
import { codeSpan } from "../text/code-span.ts";
import { phraseList } from "../text/phrase-list.ts";
import { phraseIds } from "./phrase-answer-problem.ts";

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
