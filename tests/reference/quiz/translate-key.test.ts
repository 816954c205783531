import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listQuizzes } from "../../../assignments/catalog/course.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import { loadQuizKey } from "../../../reference/quiz/load-quiz-key.ts";
import type { QuizKey } from "../../../reference/quiz/quiz-key.ts";
import { translateKey } from "../../../reference/quiz/translate-key.ts";
import { smallKey, smallKeyTexts, smallQuiz } from "../../fixtures/small-quiz.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "translate-key-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function translated(texts: unknown): Promise<QuizKey | undefined> {
  await writeFile(join(folder, "key.de.json"), JSON.stringify(texts));
  return translateKey(smallKey.key, smallQuiz, "de", folder);
}

async function messageFor(texts: unknown): Promise<string> {
  const error: unknown = await translated(texts).catch((reason) => reason);
  return (error as Error).message.replaceAll(folder, "<folder>");
}

describe("translateKey()", () => {
  test("translateKey() changes what is said, and not what is right", async () => {
    const key = await translated(smallKeyTexts);
    const { one, number, order, word } = key?.answers ?? {};
    expect(one).toEqual({ kind: "single", correct: "b", ...smallKeyTexts.one });
    expect(number).toMatchObject({ correct: 2.5, tolerance: 0.01, otherwise: "denken" });
    expect(number).toMatchObject({ wrong: [{ value: -2.5, explanation: "anderes Vorzeichen" }] });
    expect(order).toMatchObject({ correct: ["y", "z", "x"], reasons: ["y zuerst", "z dann"] });
    expect(word).toMatchObject({ patterns: ["early[ -]?stop(?:ping)?"], correct: "Early Stopping" });
    expect(word).toMatchObject({ wrong: [{ pattern: "dropout", explanation: "nicht das" }] });
    expect(JSON.stringify(key)).not.toMatch(/KEY|not |think|sign|first|next/);
  });

  test("translateKey() gives nothing where there are no texts", async () => {
    expect(await translateKey(smallKey.key, smallQuiz, "de", folder)).toBeUndefined();
  });

  test("translateKey() names each text that is missing or too many", async () => {
    const { one, number, order, word } = smallKeyTexts;
    expect(
      await messageFor({
        one: { ...one, wrong: { a: "nicht a" } },
        number: { ...number, wrong: { 3: "nicht 3" } },
        order: { ...order, reasons: ["y zuerst"] },
        word: { ...word, patterns: ["anders"] },
      }),
    ).toMatchInlineSnapshot(`
      "Cannot load assignment "small", <folder>/key.de.json:
        one.wrong.c is missing, must be given
        some is missing, must be given
        number.wrong.-2.5 is missing, must be given
        number.wrong.3 is "nicht 3", must not be there: no such text
        order.reasons[1] is missing, must be given
        word.patterns is ["anders"], must not be there: no such text"
    `);
  });

  test("translateKey() refuses an answer in words that would not be right", async () => {
    const word = { ...smallKeyTexts.word, correct: "Dropout" };
    expect(await messageFor({ ...smallKeyTexts, word })).toContain("answers.word.correct");
  });
});

test.each(await listQuizzes())("the key of %s is in German", async (id) => {
  const quiz = await openQuiz(id);
  const { key } = await loadQuizKey(quiz);
  const german = await translateKey(key, quiz, "de");
  expect(german).toBeDefined();
  const told = (one: QuizKey | undefined): string[] =>
    Object.values(one?.answers ?? {}).map((answer) => answer.explanation);
  expect(told(german).filter((text) => told(key).includes(text))).toEqual([]);
});
