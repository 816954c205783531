import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog.ts";
import { openQuiz } from "../../../assignments/quiz/open-quiz.ts";
import { smallQuiz } from "../../fixtures/small-quiz.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "open-quiz-"));
  await mkdir(join(root, "small"));
});
afterEach(() => rm(root, { recursive: true }));

async function messageFor(content: unknown): Promise<string> {
  await writeFile(join(root, "small", "quiz.json"), typeof content === "string" ? content : JSON.stringify(content));
  const error: unknown = await openQuiz("small", root).catch((reason) => reason);
  return (error as Error).message.replaceAll(root, "<root>");
}

describe("openQuiz()", () => {
  test("openQuiz() returns a good quiz", async () => {
    await writeFile(join(root, "small", "quiz.json"), JSON.stringify(smallQuiz));
    expect(await openQuiz("small", root)).toEqual(smallQuiz);
  });

  test("openQuiz() lists everything that is wrong with a file", async () => {
    const [one, some] = smallQuiz.questions;
    expect(await messageFor({ ...smallQuiz, week: 0, questions: [{ ...one, points: 0 }, { kind: "essay" }] }))
      .toMatchInlineSnapshot();
    expect(
      await messageFor({ ...smallQuiz, id: "other", questions: [one, { ...some, id: "one", choices: [{ id: "a", text: "A" }, { id: "a", text: "B" }] }] }),
    ).toMatchInlineSnapshot();
    expect(await messageFor('{"id": ')).toMatchInlineSnapshot();
  });

  test("openQuiz() refuses a key inside the questions", async () => {
    const [one, ...others] = smallQuiz.questions;
    expect(await messageFor({ ...smallQuiz, questions: [{ ...one, correct: "b" }, ...others] })).toBe(
      'Cannot load assignment "small": questions[0].correct is "b", must not be there: no such property',
    );
  });

  test("openQuiz() and openAssignment() know each other's names", async () => {
    await expect(openQuiz("w1-quizz")).rejects.toThrow(/did you mean "w1-quiz"\?/);
    await expect(openAssignment("w1-quizz")).rejects.toThrow(/did you mean "w1-quiz"\?/);
    await expect(openAssignment("w1-quiz")).rejects.toThrow('Cannot open assignment "w1-quiz": it is a quiz');
    await expect(openQuiz("w2-optimization")).rejects.toThrow(/^Cannot open quiz "w2-optimization": it is an assignment/);
  });
});
