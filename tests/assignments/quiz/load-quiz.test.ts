import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
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
    expect(
      await messageFor({ ...smallQuiz, week: 0, questions: [{ ...one, points: 0 }, { kind: "essay" }] }),
    ).toMatchInlineSnapshot(`
        "Cannot load assignment "small", <root>/small/quiz.json:
          week is 0, must be >= 1
          questions[0].points is 0, must be > 0
          questions[1].kind is "essay", must be one of ["single","multiple","numeric","ordering","text"]"
      `);
    expect(
      await messageFor({
        ...smallQuiz,
        id: "other",
        questions: [
          one,
          {
            ...some,
            id: "one",
            choices: [
              { id: "a", text: "A" },
              { id: "a", text: "B" },
            ],
          },
        ],
      }),
    ).toMatchInlineSnapshot(`
      "Cannot load assignment "small", <root>/small/quiz.json:
        id is "other", must be the folder's name "small"
        questions[1].id is "one", must differ from questions[0].id
        questions[1].choices[1].id is "a", must differ from questions[1].choices[0].id"
    `);
    expect(await messageFor('{"id": ')).toMatchInlineSnapshot(
      `"Cannot load assignment "small": quiz.json must be JSON (line 1, column 8: Unexpected end of JSON input)"`,
    );
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
    await expect(openAssignment("w1-quiz")).rejects.toThrow(
      'Cannot open assignment "w1-quiz": it is a quiz; grade its answers with "gradecheck grade"',
    );
    await expect(openQuiz("w2-optimization")).rejects.toThrow(
      /^Cannot open quiz "w2-optimization": it is an assignment/,
    );
  });
});
