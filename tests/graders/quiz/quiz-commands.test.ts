import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { shuffleChoices } from "../../../assignments/quiz/choices.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import { loadQuizKey } from "../../../reference/quiz/load-quiz-key.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { runHere } from "../run-in-process.ts";
import { runGradecheck } from "./run-gradecheck.ts";
import { someAnswer } from "./some-answer.ts";

const quiz = await openQuiz("w1-quiz");
const { key } = await loadQuizKey(quiz);
const right = Object.fromEntries(Object.entries(key.answers).map(([id, { correct }]) => [id, correct]));
const count = quiz.questions.length;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "quiz-commands-"));
});
afterEach(() => rm(folder, { recursive: true }));

const gradecheck = (...args: readonly string[]) => runHere(folder, ...args);
/** Standard input is a process's own. */
const answering = (input: string, ...args: readonly string[]) =>
  runGradecheck(folder, ["quiz", "w1-quiz", ...args], input);
const saved = async (name = "answers.json") => JSON.parse(await readFile(join(folder, name), "utf8"));
const put = (name: string, content: unknown): Promise<void> =>
  writeFile(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));

/** What a student types who knows everything and sees the choices in the order made for `student`. */
function typed(student: string): string[] {
  return quiz.questions.map((question) => {
    const shown = shuffleChoices(question, { quiz: quiz.id, seed: 1, student }).map(({ id }) => id);
    const answer = [right[question.id] ?? ""].flat();
    return answer.map((one) => (shown.includes(String(one)) ? shown.indexOf(String(one)) + 1 : one)).join(" ");
  });
}

describe("gradecheck quiz", () => {
  test("gradecheck quiz asks every question, keeps the answers under stable ids, and they get full points", async () => {
    const { code, stdout } = await answering(`${typed("ada").join("\n")}\n`, "--student", "ada");
    expect(code).toBe(0);
    expect(stdout).toContain(`${count} of ${count} questions answered.`);
    for (const { points } of quiz.questions) expect(points).toBe(1);
    const report = await gradecheck("grade", "w1-quiz", "answers.json", "--json");
    expect(validateReport(JSON.parse(report.stdout))).toMatchObject({ score: count, maxScore: count });
  });

  test("gradecheck quiz continues where input ended, asks again after unclear answers, and goes back", async () => {
    const [first = "", second = ""] = typed("");
    await answering(`9\n${first}\n${second}`);
    expect(Object.keys((await saved()).answers)).toEqual([quiz.questions[0]?.id, quiz.questions[1]?.id]);
    const { stdout } = await answering("\n:back\n1\n:quit\n");
    expect(stdout).toContain(`2 of ${count} questions answered`);
    expect(stdout).not.toContain("Question 1 of");
    expect(Object.keys((await saved()).answers)).toHaveLength(3);
    await answering(":clear\n:quit\n", "--all");
    expect(Object.keys((await saved()).answers)).toEqual([quiz.questions[1]?.id, quiz.questions[2]?.id]);
  });

  test("gradecheck quiz keeps everything else in the file", async () => {
    await put("mine.json", { quiz: "w1-quiz", answers: { later: [1], "two-errors": 7 }, comment: "mine" });
    const { stdout } = await answering("1\n", "--out", "mine.json");
    expect(stdout).toContain("`later`");
    expect(await saved("mine.json")).toEqual({
      quiz: "w1-quiz",
      answers: { later: [1], "two-errors": 7, "large-split": expect.any(String) },
      comment: "mine",
    });
    expect(await readdir(folder)).toEqual(["mine.json"]);
  });

  test.each([
    ["of another quiz", '{"quiz": "w2-quiz", "answers": {}}'],
    ["of no JSON", "my notes"],
  ])("gradecheck quiz leaves a file %s as it is, and ends with 2", async (_, content) => {
    await put("answers.json", content);
    const { code, stderr } = await gradecheck("quiz", "w1-quiz");
    expect(code).toBe(2);
    expect(stderr).toContain('Cannot continue with "answers.json", which is left unchanged');
    expect(await readFile(join(folder, "answers.json"), "utf8")).toBe(content);
  });

  test("gradecheck quiz --html writes the page and asks nothing", async () => {
    const { code, stdout } = await gradecheck("quiz", "w1-quiz", "--html", "quiz.html");
    expect([code, stdout]).toEqual([0, ""]);
    expect(await readFile(join(folder, "quiz.html"), "utf8")).toMatch(/^<!doctype html>/);
    expect((await gradecheck("quiz", "w1-quiz", "--html", "no/such/quiz.html")).code).toBe(2);
  });
});

describe("gradecheck check", () => {
  test("gradecheck check ends with 0 on whole answers, right or wrong, and with 1 where some are missing", async () => {
    const wrong = Object.fromEntries(
      quiz.questions.map((question) => [question.id, someAnswer(question, right[question.id])]),
    );
    await put("right.json", { quiz: "w1-quiz", answers: right });
    await put("wrong.json", { quiz: "w1-quiz", answers: wrong });
    const ofRight = await gradecheck("check", "w1-quiz", "right.json");
    const ofWrong = await gradecheck("check", "w1-quiz", "wrong.json");
    expect(ofRight.stderr).toMatch(/^Reading .*right\.json\n$/);
    expect(ofRight).toEqual({ ...ofWrong, stderr: ofWrong.stderr.replace("wrong.json", "right.json") });
    expect(ofRight.code).toBe(0);
    const { "two-errors": _, ...some } = right;
    await put("some.json", { quiz: "w1-quiz", answers: { ...some, "weight-decay": "2.97" } });
    const { code, stdout } = await gradecheck("check", "w1-quiz", "some.json");
    expect(code).toBe(1);
    expect(stdout).toContain("○ two-errors (Reading two errors): not answered");
    expect(stdout).toContain('✗ weight-decay (One step with L2): The answer is `"2.97"`, but must be a finite number');
  });

  test.each([
    ["nothing.json", undefined, /Cannot check "nothing\.json": .*no such file/],
    ["bad.json", '{"quiz": ', /it is not valid JSON: line 1, column 10/],
    ["bad.json", "\u0000".repeat(300_000), /it is larger than 256 KiB/],
  ])("gradecheck check ends with 2 and one line on a file that cannot be read: %s", async (name, content, message) => {
    if (content !== undefined) await put(name, content);
    const { code, stdout, stderr } = await gradecheck("check", "w1-quiz", name);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });
});

describe("gradecheck grade", () => {
  test("gradecheck grade writes a page and JSON for each student, even if one file is broken", async () => {
    for (const name of ["ada", "bo", "cy"]) await mkdir(join(folder, name));
    await put("ada/answers.json", { quiz: "w1-quiz", answers: right });
    await put("bo/answers.json", "{");
    const { code, stdout } = await gradecheck("grade", "w1-quiz", "ada/answers.json", "bo", "cy", "--out", "fb");
    expect(code).toBe(0);
    expect(stdout).toContain(`${count} / ${count}`);
    expect(stdout).toContain("not gradable");
    expect((await readdir(join(folder, "fb"))).sort()).toEqual(["feedback", "index.html", "students"]);
    const names = ["ada", "bo", "cy"].flatMap((name) => [`${name}.html`, `${name}.json`]);
    for (const inner of ["feedback", "students"]) {
      expect((await readdir(join(folder, "fb", inner))).sort()).toEqual(names);
    }
    expect(await saved("fb/feedback/bo.json")).toMatchObject({ audience: "student", status: "not-gradable" });
    const again = await gradecheck("grade", "w1-quiz", "ada/answers.json", "--json");
    expect(JSON.parse(again.stdout)).toEqual(await saved("fb/students/ada.json"));
  });

  test("gradecheck grade --audience student gives no right answer away to those who did not have it", async () => {
    await put("answers.json", { quiz: "w1-quiz", answers: { "two-errors": "collect-more" } });
    const { stdout } = await gradecheck("grade", "w1-quiz", "answers.json", "--json", "--audience", "student");
    const told = Object.values(key.answers).map(({ explanation }) => explanation);
    for (const explanation of told) expect(stdout).not.toContain(explanation);
    expect(stdout).toContain("More examples close the gap");
  });

  test.each([
    [["grade", "w1-quiz", "nothing.json"], /no such file/],
    [["grade", "w1-quiz", "z"], /it is not UTF-8 text/],
    [["grade", "w1-quizz", "z"], /did you mean "w1-quiz"\?/],
    [["grade", "w1-quiz", "z", "--exercise", "two-errors"], /graded as a whole/],
    [["quiz", "w2-optimization"], /it is an assignment; the quizzes are: w1-quiz/],
  ])("gradecheck %j ends with 2 and one line", async (args, message) => {
    await writeFile(join(folder, "z"), new Uint8Array([0xff, 0xfe]));
    const { code, stdout, stderr } = await gradecheck(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test("gradecheck list names quizzes", async () => {
    const { stdout } = await gradecheck("list", "--json");
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.find(({ id }) => id === "w1-quiz")).toMatchObject({ week: 1, points: count });
  });
});
