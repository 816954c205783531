import type { AnswerProblem } from "../../../assignments/quiz/answer-problem.ts";
import { codeSpan } from "../text/code-span.ts";
import { phraseList } from "../text/phrase-list.ts";

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

/** Ids as code spans; of many the rest is counted. */
export function phraseIds(ids: readonly string[]): string {
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
