import { suggestName } from "../catalog/suggest-name.ts";
import { parseJson } from "../storage/parse-json.ts";
import { findDuplicateKeys, quoteNonFinite } from "./json-text.ts";
import type { Quiz } from "./quiz.ts";
import { type AnswerNote, type GivenAnswer, previewJson, readAnswer } from "./read-answer.ts";

/** Why a file of answers cannot be judged at all. */
export type AnswersFileProblem =
  | { readonly code: "unreadable"; readonly reason: string }
  | { readonly code: "too-large"; readonly limitBytes: number }
  | { readonly code: "not-text" }
  | { readonly code: "not-json"; readonly reason: string }
  | { readonly code: "not-object"; readonly found: string }
  | { readonly code: "no-answers"; readonly found: string }
  | { readonly code: "other-quiz"; readonly found: string };

/** A file of answers, as far as it can be read: everything that is well-formed counts, whatever else is in the file. */
export type AnswersReading =
  | {
      readonly readable: true;
      /** By id, for every question of the quiz in its order. */
      readonly given: ReadonlyMap<string, GivenAnswer>;
      readonly notes: readonly AnswerNote[];
      /** The parsed file, to be kept when answers are added to it. */
      readonly content: Readonly<Record<string, unknown>>;
    }
  | { readonly readable: false; readonly problem: AnswersFileProblem };

/** Bytes that a file of answers may have. */
export const answersLimitBytes = 256 * 1024;

/**
 * Reads a file of answers to a quiz. It cannot throw, whatever the bytes are.
 * @param bytes Content of the file; one byte more than {@link answersLimitBytes} is enough to see that it is too large.
 */
export function readAnswers(quiz: Quiz, bytes: Uint8Array): AnswersReading {
  if (bytes.length > answersLimitBytes) return unreadable({ code: "too-large", limitBytes: answersLimitBytes });
  const text = decode(bytes);
  if (text === undefined) return unreadable({ code: "not-text" });
  const parsed = parse(text);
  if ("reason" in parsed) return unreadable({ code: "not-json", reason: parsed.reason });
  const { content } = parsed;
  if (!isObject(content)) return unreadable({ code: "not-object", found: previewJson(content) });
  const { quiz: name, answers } = content;
  if (name !== undefined && name !== quiz.id) return unreadable({ code: "other-quiz", found: previewJson(name) });
  if (!isObject(answers)) return unreadable({ code: "no-answers", found: previewJson(answers) });
  const given = new Map(
    quiz.questions.map((question) => [question.id, readAnswer(question, ownValue(answers, question.id))]),
  );
  const notes = [
    ...(name === undefined ? [{ code: "quiz-not-named" } as const] : []),
    ...duplicateNotes(quiz, parsed.text),
    ...unknownNotes(quiz, Object.keys(answers)),
    ...[...given.values()].flatMap((answer) => (answer.state === "answered" ? answer.notes : [])),
  ];
  return { readable: true, given, notes, content };
}

const unreadable = (problem: AnswersFileProblem): AnswersReading => ({ readable: false, problem });

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type Parsed = { readonly content: unknown; readonly text: string } | { readonly reason: string };

/** Some languages write NaN into JSON: that must not cost the other answers. */
function parse(original: string): Parsed {
  for (const read of [() => original, () => quoteNonFinite(original)]) {
    try {
      const text = read();
      return { content: JSON.parse(text), text };
    } catch {
      // Tried again, or told below with the place in the original.
    }
  }
  try {
    return { content: parseJson(original), text: original };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function duplicateNotes(quiz: Quiz, text: string): AnswerNote[] {
  return findDuplicateKeys(text).flatMap(({ under, key, lines }): AnswerNote[] => {
    if (under === null) return key === "answers" ? [{ code: "part-twice", part: key, lines }] : [];
    const isQuestion = under === "answers" && quiz.questions.some(({ id }) => id === key);
    return isQuestion ? [{ code: "answered-twice", question: key, lines }] : [];
  });
}

/** A file can have thousands of unknown ids, and nobody reads what each of them was meant to be. */
const mostSuggested = 20;

function unknownNotes(quiz: Quiz, ids: readonly string[]): AnswerNote[] {
  const known = quiz.questions.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length === 0) return [];
  const questions = unknown.map((id, at) => {
    if (at >= mostSuggested) return { id };
    // Ids are often short and alike: less must be wrong with them than with other names.
    const suggestion = suggestName(id, known, Math.floor(id.length / 4));
    return suggestion === undefined ? { id } : { id, suggestion };
  });
  return [{ code: "unknown-questions", questions }];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An id may be the name of something that every object inherits. */
function ownValue(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
