import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import { loadQuizKey } from "../../../reference/quiz/load-quiz-key.ts";
import type { AnswerKey } from "../../../reference/quiz/quiz-key.ts";
import { translateKey } from "../../../reference/quiz/translate-key.ts";
import { runGradecheck } from "./run-gradecheck.ts";
import { someAnswer } from "./some-answer.ts";

const quiz = await openQuiz("w1-quiz");
const { key } = await loadQuizKey(quiz);
const german = (await translateKey(key, quiz, "de")) ?? key;
const count = quiz.questions.length;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quiz-secrecy-"));
});
afterEach(() => rm(folder, { recursive: true }));

const gradecheck = (args: readonly string[], input = "") => runGradecheck(folder, args, input);

test("gradecheck check, the page and quiz.json contain nothing of the key", async () => {
  const answers = Object.fromEntries(
    quiz.questions.map((question) => [question.id, someAnswer(question, key.answers[question.id]?.correct)]),
  );
  await writeFile(join(folder, "answers.json"), JSON.stringify({ quiz: "w1-quiz", answers }));
  const given = [
    (await gradecheck(["check", "w1-quiz", "answers.json"])).stdout,
    (await gradecheck(["check", "w1-quiz", "answers.json", "--json"])).stdout,
    (await gradecheck(["quiz", "w1-quiz", "--out", "new.json"], "\n".repeat(count))).stdout,
    await readFile(new URL("../../../assignments/w1-quiz/quiz.json", import.meta.url), "utf8"),
  ];
  for (const language of ["en", "de"]) {
    await gradecheck(["quiz", "w1-quiz", "--html", "quiz.html", "--lang", language]);
    const page = await readFile(join(folder, "quiz.html"), "utf8");
    expect(page).toContain(`<html lang="${language}">`);
    given.push(page.replaceAll("&#x27;", "'").replaceAll(/<\/?code>/g, "`"));
  }
  given.push(await readFile(new URL("../../../assignments/w1-quiz/messages.de.json", import.meta.url), "utf8"));
  const secrets = [key, german].flatMap(({ answers }) => Object.values(answers)).flatMap(secretsOf);
  expect(new Set(secrets).size).toBeGreaterThan(8 * count);
  for (const text of given)
    for (const secret of secrets)
      expect(text.replaceAll(/\s+/g, " ").toLowerCase()).not.toContain(secret.toLowerCase());
});

/** All files of ours that a module loads, directly or not, at its start or later. */
async function loadedBy(file: URL, found = new Set<string>()): Promise<Set<string>> {
  const text = await readFile(file, "utf8");
  for (const [, target = ""] of text.matchAll(/(?:^import (?!type )[^;]*?from |import\()"(\.[^"]+\.ts)"/gm)) {
    const next = new URL(target, file);
    if (found.has(next.pathname)) continue;
    found.add(next.pathname);
    await loadedBy(next, found);
  }
  return found;
}

test.each(["check-quiz.ts", "quiz.ts"])("%s loads nothing that knows a key", async (name) => {
  const commands = new URL("../../../graders/cli/commands/", import.meta.url);
  const files = [...(await loadedBy(new URL(name, commands)))];
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => file.includes("/reference/"))).toEqual([]);
  const grading = await loadedBy(new URL("grade-quiz.ts", commands));
  expect([...grading].some((file) => file.includes("/reference/"))).toBe(true);
});

/** Everything in a key that is not among the choices. */
function secretsOf(answer: AnswerKey): string[] {
  switch (answer.kind) {
    case "single":
    case "multiple":
      return [answer.explanation, ...Object.values(answer.wrong)];
    case "ordering":
      return [answer.explanation, ...answer.reasons, answer.correct.join(",")];
    case "numeric":
      return [
        answer.explanation,
        answer.otherwise,
        ...answer.wrong.map(({ explanation }) => explanation),
        // A short number may stand anywhere by chance.
        ...[String(answer.correct)].filter((text) => text.length > 3),
      ];
    case "text":
      return [answer.correct, answer.explanation, answer.otherwise, ...answer.patterns];
  }
}
