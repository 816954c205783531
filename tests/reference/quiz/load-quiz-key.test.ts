import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadQuizKey } from "../../../reference/quiz/load-quiz-key.ts";
import type { AnswerKey } from "../../../reference/quiz/quiz-key.ts";
import { smallKey, smallQuiz } from "../../fixtures/small-quiz.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quiz-key-"));
});
afterEach(() => rm(folder, { recursive: true }));

/** The message for the good key with some answers changed. */
async function messageFor(answers: Readonly<Record<string, unknown>>): Promise<string> {
  const file = join(folder, "small.json");
  await writeFile(file, JSON.stringify({ ...smallKey.key, answers: { ...smallKey.key.answers, ...answers } }));
  const error: unknown = await loadQuizKey(smallQuiz, file).catch((reason) => reason);
  return (error as Error).message.replaceAll(folder, "<folder>");
}

const keyOf = (id: string): AnswerKey => {
  const key = smallKey.key.answers[id];
  if (key === undefined) throw new Error("the fixture has changed");
  return key;
};

describe("loadQuizKey()", () => {
  test("loadQuizKey() returns a good key and a version that follows questions and key", async () => {
    const file = join(folder, "small.json");
    await writeFile(file, JSON.stringify(smallKey.key));
    const { key, version } = await loadQuizKey(smallQuiz, file);
    expect(key).toEqual(smallKey.key);
    expect(version).toMatch(/^1\.2\.3\+[0-9a-f]{12}$/);
    const other = await loadQuizKey({ ...smallQuiz, title: "Other" }, file);
    expect(other.version).not.toBe(version);
  });

  test("loadQuizKey() lists questions without key, keys without question, and keys of another kind", async () => {
    expect(await messageFor({ one: keyOf("word"), number: undefined, more: keyOf("one") })).toMatchInlineSnapshot(`
      "Cannot load assignment "small", <folder>/small.json:
        answers.one.kind is "text", must be "single"
        answers.number is missing, must be given
        answers is "more", must be the id of a question"
    `);
  });

  test("loadQuizKey() wants an explanation for every wrong choice and no other, and a reason for every step", async () => {
    const single = { ...keyOf("one"), correct: "z", wrong: { a: "not a" } };
    const multiple = { ...keyOf("some"), wrong: { a: "not a", d: "not d", e: "not e" } };
    const ordering = { ...keyOf("order"), correct: ["x", "y"], reasons: ["x first"] };
    expect(await messageFor({ one: single, some: multiple, order: ordering })).toMatchInlineSnapshot(`
      "Cannot load assignment "small", <folder>/small.json:
        answers.one.correct is "z", must be the id of a choice
        answers.one.wrong is ["a"], must have each of ["a","b","c"] once
        answers.some.wrong is ["a","d","e"], must have each of ["d","e"] once
        answers.order.correct is ["x","y"], must have each of ["x","y","z"] once
        answers.order.reasons is 1, must be 2 reasons"
    `);
  });

  test("loadQuizKey() refuses known mistakes that could be right, and patterns that are not safe", async () => {
    const number = { ...keyOf("number"), wrong: [{ value: 2.51, explanation: "near" }] };
    const word = { ...keyOf("word"), patterns: ["(?:a+)+"] };
    expect(await messageFor({ number, word })).toMatchInlineSnapshot(`
      "Cannot load assignment "small", <folder>/small.json:
        answers.number.wrong[0].value is 2.51, must be further from the right number
        answers.word.patterns[0] is "(?:a+)+", must be safe (Cannot use the pattern "(?:a+)+": it may have lower-case letters, digits, spaces, groups, and at most 12 of ? and |)"
    `);
    expect(await messageFor({ word: { ...keyOf("word"), correct: "dropout" } })).toBe(
      'Cannot load assignment "small": answers.word.correct is "dropout", must match one of patterns and none of wrong',
    );
  });
});
