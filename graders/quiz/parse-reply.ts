import type { Answer } from "../../assignments/quiz/answers.ts";
import { choicesOf } from "../../assignments/quiz/choices.ts";
import type { Choice, Question } from "../../assignments/quiz/quiz.ts";
import { longestTextAnswer } from "../../assignments/quiz/read-answer.ts";

/** What a typed line means. */
export type Reply =
  | { readonly state: "answer"; readonly answer: Answer }
  | { readonly state: "next" | "back" | "clear" | "quit" }
  | { readonly state: "unclear" };

/**
 * Reads a line typed as the answer to a question. Choices are named by their numbers from 1, in the order shown; the
 * answer has their ids.
 * @param line An empty line means next; `:back`, `:clear` and `:quit` are commands.
 */
export function parseReply(question: Question, shown: readonly Choice[], line: string): Reply {
  const typed = line.trim();
  switch (typed) {
    case "":
      return { state: "next" };
    case ":back":
      return { state: "back" };
    case ":clear":
      return { state: "clear" };
    case ":quit":
      return { state: "quit" };
  }
  const answer = parseAnswer(question, shown, typed);
  return answer === undefined ? { state: "unclear" } : { state: "answer", answer };
}

function parseAnswer(question: Question, shown: readonly Choice[], typed: string): Answer | undefined {
  switch (question.kind) {
    case "single": {
      const ids = parseChoices(shown, typed);
      return ids?.length === 1 ? ids[0] : undefined;
    }
    case "multiple":
      return parseChoices(shown, typed);
    case "numeric":
      return parseNumber(typed);
    case "ordering": {
      const ids = parseChoices(shown, typed);
      return ids?.length === shown.length ? ids : undefined;
    }
    case "text":
      return typed.length <= longestTextAnswer ? typed : undefined;
    default:
      question satisfies never;
      return undefined;
  }
}

/** Ids in the order typed; undefined where a number is not a choice, or occurs twice. */
function parseChoices(shown: readonly Choice[], typed: string): string[] | undefined {
  const ids = typed
    .split(/[\s,;]+/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\d{1,3}$/.test(piece) ? shown[Number(piece) - 1]?.id : undefined));
  const known = ids.filter((id) => id !== undefined);
  return known.length === ids.length && new Set(known).size === known.length ? known : undefined;
}

function parseNumber(typed: string): number | undefined {
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(typed) ? Number(typed) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** An answer as a person reads it: the texts of choices instead of their ids, a number with its unit. */
export function answerInWords(question: Question, answer: Answer): string[] {
  if (question.kind === "numeric") {
    return [question.unit === undefined ? String(answer) : `${String(answer)} ${question.unit}`];
  }
  const choices = choicesOf(question);
  const texts = (Array.isArray(answer) ? answer : [answer]).map(String);
  return texts.map((id) => choices.find((choice) => choice.id === id)?.text ?? id);
}
