import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { assignmentsFolder } from "../../../assignments/catalog/course.ts";
import { proveQuiz } from "../../../graders/verify/prove-quiz.ts";
import { failuresOf } from "./subject-of.ts";

const id = "w1-quiz";
const ownKey = fileURLToPath(new URL(`../../../reference/${id}/key.json`, import.meta.url));

type Json = { [name: string]: Json } & Json[] & string;

/** Failures of the quiz after a change to its questions, its key or its questions in German. */
async function failures(change: (quiz: Json, key: Json, german: Json) => void): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
  try {
    await cp(join(assignmentsFolder(), id), join(folder, id), { recursive: true });
    const [questions, german] = ["quiz.json", "messages.de.json"].map((name) => join(folder, id, name)) as [
      string,
      string,
    ];
    const files = [questions, join(folder, "key.json"), german] as const;
    const found = (await Promise.all(
      [questions, ownKey, german].map(async (file) => JSON.parse(await readFile(file, "utf8"))),
    )) as [Json, Json, Json];
    change(...found);
    await Promise.all(found.map((content, i) => writeFile(files[i] ?? "", JSON.stringify(content))));
    return failuresOf(await proveQuiz(folder, id, files[1]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("proveQuiz()", () => {
  test("holds for the course's quizzes", async () => {
    for (const quiz of ["w1-quiz", "w2-quiz", "w3-quiz"]) {
      expect(failuresOf(await proveQuiz(assignmentsFolder(), quiz))).toEqual([]);
    }
  });

  test("finds a question without a key", async () => {
    const found = await failures((_, key) => {
      delete key["answers"]?.["large-split"];
    });
    expect(found).toEqual([expect.stringContaining("answers.large-split is missing, must be given")]);
  });

  test("finds a wrong choice without an explanation", async () => {
    const found = await failures((_, key) => {
      const wrong = key["answers"]?.["large-split"]?.["wrong"] ?? {};
      delete (wrong as Record<string, Json>)[Object.keys(wrong)[0] ?? ""];
    });
    expect(found).toEqual([expect.stringContaining("answers.large-split.wrong")]);
  });

  test("finds a duplicate id", async () => {
    const found = await failures((quiz) => {
      const [first, second] = quiz["questions"] ?? [];
      if (first !== undefined && second !== undefined) (second as Record<string, Json>)["id"] = first["id"] as Json;
    });
    expect(found).toEqual([expect.stringContaining("questions[1].id")]);
  });

  test("finds a text that is missing in another language", async () => {
    const found = await failures((_quiz, _key, german) => {
      delete german["questions"]?.["two-errors"]?.["prompt"];
    });
    expect(found).toEqual([expect.stringContaining("questions.two-errors.prompt is missing, must be given")]);
  });

  test("asks for no number of questions, and for no kind", async () => {
    const found = await failures((quiz, key, german) => {
      const [only] = quiz["questions"] as Json[];
      const name = only?.["id"] as string;
      quiz["questions"] = [only] as Json;
      key["answers"] = { [name]: key["answers"]?.[name] } as Json;
      german["questions"] = { [name]: german["questions"]?.[name] } as Json;
    });
    expect(found).toEqual([]);
  });
});
