import { existsSync } from "node:fs";
import { join } from "node:path";
import { referenceFolder } from "../../assignments/catalog/course.ts";
import { findFormProblems } from "../../assignments/quiz/find-form-problems.ts";
import type { Quiz } from "../../assignments/quiz/quiz.ts";
import { loadJson } from "../../assignments/storage/load-json.ts";
import { findKeyProblems } from "./find-key-problems.ts";
import type { AnswerKey, QuizKey } from "./quiz-key.ts";

/** What the key says of a question. */
type AnswerTexts = {
  readonly explanation: string;
  /** Of a question that is answered in words. */
  readonly correct?: string;
  readonly otherwise?: string;
  readonly reasons?: readonly string[];
  /** By the id of the choice, the number or the pattern that is wrong. */
  readonly wrong?: Readonly<Record<string, string>>;
};

/** `key.<language>.json`: what the key says, by the ids of the questions. */
type KeyTexts = Readonly<Record<string, AnswerTexts>>;

/**
 * The key of a quiz in another language, with the texts in `key.<language>.json` beside it. What is right stays.
 * @param quiz In that language.
 * @param folder Where the key lies; by default `reference/<quiz>/`.
 * @returns undefined where there is no such file.
 * @throws ManifestError where it does not have each text of the key, and no others, or shows an answer that is not right.
 */
export async function translateKey(
  key: QuizKey,
  quiz: Quiz,
  language: string,
  folder = referenceFolder(quiz.id),
): Promise<QuizKey | undefined> {
  const file = join(folder, `key.${language}.json`);
  if (!existsSync(file)) return undefined;
  const wanted = Object.fromEntries(Object.entries(key.answers).map(([id, answer]) => [id, textsOf(answer)]));
  const texts = await loadJson<KeyTexts>(file, quiz.id, {
    schema: { type: "object" },
    findProblems: (found) => {
      const problems = findFormProblems(found, wanted);
      return problems.length > 0 ? problems : findKeyProblems(withTexts(key, found), quiz);
    },
  });
  return withTexts(key, texts);
}

function textsOf(key: AnswerKey): AnswerTexts {
  const { explanation } = key;
  switch (key.kind) {
    case "single":
    case "multiple":
      return { explanation, wrong: key.wrong };
    case "ordering":
      return { explanation, reasons: key.reasons };
    case "numeric":
      return { explanation, otherwise: key.otherwise, wrong: byName(key.wrong, ({ value }) => String(value)) };
    case "text": {
      const { correct, otherwise } = key;
      return { explanation, correct, otherwise, wrong: byName(key.wrong, ({ pattern }) => pattern) };
    }
  }
}

function byName<Wrong extends { readonly explanation: string }>(
  wrong: readonly Wrong[],
  name: (one: Wrong) => string,
): Readonly<Record<string, string>> {
  return Object.fromEntries(wrong.map((one) => [name(one), one.explanation]));
}

function withTexts(key: QuizKey, texts: KeyTexts): QuizKey {
  const answers = Object.entries(key.answers).map(([id, answer]) => [id, translateAnswer(answer, texts[id])]);
  return { ...key, answers: Object.fromEntries(answers) };
}

function translateAnswer(key: AnswerKey, texts: AnswerTexts | undefined): AnswerKey {
  if (texts === undefined) return key;
  const { explanation, otherwise, reasons, correct, wrong = {} } = texts;
  const of = (name: string, english: string): string => wrong[name] ?? english;
  switch (key.kind) {
    case "single":
    case "multiple":
      return { ...key, explanation, wrong };
    case "ordering":
      return { ...key, explanation, reasons: [...(reasons ?? key.reasons)] };
    case "numeric":
      return {
        ...key,
        explanation,
        otherwise: otherwise ?? key.otherwise,
        wrong: key.wrong.map((one) => ({ ...one, explanation: of(String(one.value), one.explanation) })),
      };
    case "text":
      return {
        ...key,
        explanation,
        correct: correct ?? key.correct,
        otherwise: otherwise ?? key.otherwise,
        wrong: key.wrong.map((one) => ({ ...one, explanation: of(one.pattern, one.explanation) })),
      };
  }
}
