import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listQuizzes } from "../../../assignments/catalog/course.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import type { Quiz } from "../../../assignments/quiz/quiz.ts";
import { translateQuiz } from "../../../assignments/quiz/translate-quiz.ts";
import { smallQuiz, smallTexts } from "../../fixtures/small-quiz.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "translate-quiz-"));
  await mkdir(join(root, "small"));
});
afterEach(() => rm(root, { recursive: true }));

async function translated(texts: unknown): Promise<Quiz | undefined> {
  await writeFile(join(root, "small", "messages.de.json"), JSON.stringify(texts));
  return translateQuiz(smallQuiz, "de", root);
}

describe("translateQuiz()", () => {
  test("translateQuiz() changes every text, and nothing else", async () => {
    const quiz = await translated(smallTexts);
    const [one, , number, , word] = quiz?.questions ?? [];
    expect(one).toMatchObject({ title: "Eins", prompt: "Welches?", choices: [{ id: "a", text: "A ist" }, {}, {}] });
    expect(number).toEqual({ ...smallQuiz.questions[2], ...smallTexts.questions.number });
    expect(word).toEqual({ ...smallQuiz.questions[4], ...smallTexts.questions.word });
    const withoutTexts = (found: unknown): unknown =>
      JSON.parse(JSON.stringify(found), (name, value) =>
        ["title", "prompt", "text", "unit"].includes(name) ? "" : value,
      );
    expect(withoutTexts(quiz)).toEqual(withoutTexts(smallQuiz));
    const english = JSON.stringify(smallQuiz).match(/[A-Z]\w+ \w+/g) ?? [];
    expect(english.filter((words) => JSON.stringify(quiz).includes(words))).toEqual([]);
  });

  test("translateQuiz() gives nothing where there are no texts", async () => {
    expect(await translateQuiz(smallQuiz, "de", root)).toBeUndefined();
  });

  test("translateQuiz() names each text that is missing or too many", async () => {
    const { one, some, number, order } = smallTexts.questions;
    const texts = {
      ...smallTexts,
      questions: {
        one: { ...one, choices: { a: "A ist", b: " ", z: "Z ist" } },
        some: { ...some, prompt: 7 },
        number: { ...number, choices: {} },
        order: { ...order, choices: ["X", "Y", "Z"] },
        other: {},
      },
    };
    const error: unknown = await translated(texts).catch((reason) => reason);
    expect((error as Error).message.replaceAll(root, "<root>")).toMatchInlineSnapshot(`
      "Cannot load assignment "small", <root>/small/messages.de.json:
        questions.one.choices.b is " ", must be a text
        questions.one.choices.c is missing, must be given
        questions.one.choices.z is "Z ist", must not be there: no such text
        questions.some.prompt is 7, must be a text
        questions.number.choices is {}, must not be there: no such text
        questions.order.choices is ["X","Y","Z"], must be an object
        questions.word is missing, must be given
        questions.other is {}, must not be there: no such text"
    `);
  });
});

describe.each(await listQuizzes())("%s", async (id) => {
  const german = await translateQuiz(await openQuiz(id), "de");

  test("is in German", () => {
    expect(german?.title).toMatch(/^Quiz: /);
  });

  test("names the unit of every number in the German prompt", () => {
    for (const question of german?.questions ?? [])
      if (question.kind === "numeric") expect(question.prompt).toContain(question.unit ?? "reine Zahl");
  });
});
