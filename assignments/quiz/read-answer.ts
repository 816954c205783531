import type { Answer } from "./answers.ts";
import { choicesOf } from "./choices.ts";
import type { Question } from "./quiz.ts";

/** Why one answer cannot be judged. Values found are shown as short JSON or by their kind. */
export type AnswerProblem =
  | {
      readonly code: "wrong-type";
      readonly expected: "choice" | "choices" | "number" | "order" | "text";
      readonly found: string;
    }
  | { readonly code: "unknown-choices"; readonly ids: readonly string[] }
  | {
      readonly code: "no-order";
      readonly missing: readonly string[];
      readonly repeated: readonly string[];
      readonly unknown: readonly string[];
    }
  | { readonly code: "too-long"; readonly length: number; readonly limit: number };

/** What is odd about a file of answers and stops nothing from being judged. */
export type AnswerNote =
  | { readonly code: "quiz-not-named" }
  | {
      readonly code: "unknown-questions";
      readonly questions: readonly { readonly id: string; readonly suggestion?: string }[];
    }
  | { readonly code: "answered-twice"; readonly question: string; readonly lines: readonly number[] }
  | { readonly code: "part-twice"; readonly part: string; readonly lines: readonly number[] }
  | { readonly code: "repeated-choices"; readonly question: string; readonly ids: readonly string[] }
  | { readonly code: "ignored-choices"; readonly question: string; readonly ids: readonly string[] };

/** What a student answered to one question. */
export type GivenAnswer =
  | { readonly state: "missing" }
  | { readonly state: "answered"; readonly answer: Answer; readonly notes: readonly AnswerNote[] }
  | { readonly state: "malformed"; readonly found: string; readonly problem: AnswerProblem };

/** Characters that a text answer may have. */
export const longestTextAnswer = 200;

const missing: GivenAnswer = { state: "missing" };

/**
 * Reads the answer to one question from what a file holds for it.
 * @param value Anything that JSON can express; undefined, null, blank text and an empty list are no answer.
 */
export function readAnswer(question: Question, value: unknown): GivenAnswer {
  if (isBlank(value)) return missing;
  switch (question.kind) {
    case "single":
      return readChoice(question, value);
    case "multiple":
      return readChoices(question, value);
    case "numeric":
      return readNumber(value);
    case "ordering":
      return readOrder(question, value);
    case "text":
      return readText(value);
    default:
      question satisfies never;
      return missing;
  }
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

const answered = (answer: Answer, notes: readonly AnswerNote[] = []): GivenAnswer => ({
  state: "answered",
  answer,
  notes,
});

const malformed = (value: unknown, problem: AnswerProblem): GivenAnswer => ({
  state: "malformed",
  found: previewJson(value),
  problem,
});

function wrongType(expected: Extract<AnswerProblem, { code: "wrong-type" }>["expected"], value: unknown): GivenAnswer {
  return malformed(value, { code: "wrong-type", expected, found: previewJson(value) });
}

function readChoice(question: Question, value: unknown): GivenAnswer {
  if (typeof value !== "string") return wrongType("choice", value);
  const isKnown = choicesOf(question).some(({ id }) => id === value);
  return isKnown ? answered(value) : malformed(value, { code: "unknown-choices", ids: [value] });
}

function readChoices(question: Question, value: unknown): GivenAnswer {
  if (!isTexts(value)) return wrongType("choices", value);
  const known = choicesOf(question).map(({ id }) => id);
  const ids = known.filter((id) => value.includes(id));
  const unknown = value.filter((id) => !known.includes(id));
  if (ids.length === 0) return malformed(value, { code: "unknown-choices", ids: unknown });
  const notes: AnswerNote[] = [];
  if (unknown.length > 0) notes.push({ code: "ignored-choices", question: question.id, ids: unknown });
  const repeated = repeatedIn(value, known);
  if (repeated.length > 0) notes.push({ code: "repeated-choices", question: question.id, ids: repeated });
  return answered(ids, notes);
}

function readNumber(value: unknown): GivenAnswer {
  if (typeof value === "number" && Number.isFinite(value)) return answered(value);
  // NaN stood in the file without quotes, or might have.
  const found = value === "NaN" || value === "Infinity" || value === "-Infinity" ? value : previewJson(value);
  return { state: "malformed", found, problem: { code: "wrong-type", expected: "number", found } };
}

function readOrder(question: Question, value: unknown): GivenAnswer {
  if (!isTexts(value)) return wrongType("order", value);
  const known = choicesOf(question).map(({ id }) => id);
  const absent = known.filter((id) => !value.includes(id));
  const repeated = repeatedIn(value, known);
  const unknown = value.filter((id) => !known.includes(id));
  if (absent.length + repeated.length + unknown.length === 0) return answered([...value]);
  return malformed(value, { code: "no-order", missing: absent, repeated, unknown });
}

function readText(value: unknown): GivenAnswer {
  if (typeof value !== "string") return wrongType("text", value);
  if (value.length <= longestTextAnswer) return answered(value);
  return malformed(value, { code: "too-long", length: value.length, limit: longestTextAnswer });
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function repeatedIn(ids: readonly string[], known: readonly string[]): string[] {
  return known.filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id));
}

const longest = 60;

/** A value of JSON in a few characters: a short text or number as it is, longer things by their kind. */
export function previewJson(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;
}
