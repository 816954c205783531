import { cp, mkdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { QuestionAnalysis } from "../../../../reports/class/questions/question-analysis.ts";
import type { ClassResult } from "../../../../reports/report/class-result.ts";
import type { Report } from "../../../../reports/report/report.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { rightAnswers, smallKey, smallKeyTexts, smallQuiz, smallTexts } from "../../../fixtures/small-quiz.ts";
import type { CliResult } from "../../run-cli.ts";
import { runHere } from "../../run-in-process.ts";
import { readTree } from "./read-tree.ts";

const answers = (given: object): string => JSON.stringify({ quiz: "small", answers: given });
const all = answers(rightAnswers);
const none = answers({ one: "a" });

const course = {
  "course/assignments/small/quiz.json": JSON.stringify(smallQuiz),
  "course/assignments/small/messages.de.json": JSON.stringify(smallTexts),
  "course/reference/small/key.json": JSON.stringify(smallKey.key),
  "course/reference/small/key.de.json": JSON.stringify(smallKeyTexts),
};

type SmallQuizClass = {
  readonly folder: string;
  /** A batch into `out`. */
  readonly batch: (...more: readonly string[]) => Promise<CliResult>;
  readonly write: (files: Readonly<Record<string, string>>) => Promise<void>;
  readonly scores: () => Promise<readonly string[]>;
};

/** A class that has handed in answers to the small quiz, beside its course. */
function withClass(
  files: Readonly<Record<string, string>>,
  use: (made: SmallQuizClass) => Promise<void>,
): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    const write: SmallQuizClass["write"] = async (texts) => {
      for (const [path, text] of Object.entries(texts)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), text);
      }
    };
    await write({ ...course, ...files });
    const batch: SmallQuizClass["batch"] = (...more) =>
      runHere(
        folder,
        "batch",
        "small",
        "handed-in",
        "--out",
        "out",
        "--progress",
        "none",
        "--course",
        "course",
        ...more,
      );
    const scores = async (): Promise<readonly string[]> => {
      const { students } = JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")) as ClassResult;
      return students.map(({ student, status, score, attempt }) => `${student} ${status} ${score} ${attempt ?? "-"}`);
    };
    await use({ folder, batch, write, scores });
  });
}

const reportOf = async (folder: string, path: string): Promise<Report> =>
  JSON.parse(await readFile(join(folder, "out", path), "utf8")) as Report;

const handedIn = {
  "handed-in/ada.json": all,
  "handed-in/bo/answers.json": none,
  "handed-in/cy-attempt-1.json": all,
  "handed-in/cy-attempt-2.json": none,
  "handed-in/dora.txt": "my answers are all b",
};

describe("gradecheck batch of a quiz", () => {
  it("grades a class: rosters, attempts, lateness, changes by hand, gradebooks, and what was answered", () =>
    withClass(handedIn, async ({ folder, batch, write, scores }) => {
      await write({
        "roster.csv":
          "id,name,section,submitted_at\nada,Ada Lind,A,2026-11-21T09:00Z\nbo,Bo,A,2026-11-19T09:00Z\ncy,Cy,B,\nemil,Emil,B,\ndora,,B,\n",
        "overrides.csv": "student,exercise,points,delta,reason\nbo,number,,1,Right on paper.\n",
      });
      await utimes(
        join(folder, "handed-in/cy-attempt-1.json"),
        new Date("2026-11-19T00:00Z"),
        new Date("2026-11-19T00:00Z"),
      );
      await utimes(
        join(folder, "handed-in/cy-attempt-2.json"),
        new Date("2026-11-19T01:00Z"),
        new Date("2026-11-19T01:00Z"),
      );
      const formats = ["canvas", "moodle", "gradescope", "github-classroom", "junit", "lti"];
      const late = "due=2026-11-20T18:00Z,per-day=10%";
      const first = await batch(
        "--roster",
        "roster.csv",
        "--late",
        late,
        "--overrides",
        "overrides.csv",
        ...["--export", ...formats, "--moodle-column", "Username", "--canvas-layout", "sis-login"],
      );
      expect(first, first.stderr).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("5 students: 3 graded, 1 not gradable (score 0), 1 without a submission"),
      });
      expect(await scores()).toEqual([
        "ada graded 7.2 1",
        "bo graded 1 1",
        "cy graded 0 2",
        "dora not-gradable 0 1",
        "emil missing 0 -",
      ]);
      const gradebook = await readFile(join(folder, "out", "gradebook.csv"), "utf8");
      expect(gradebook.split("\r\n")[0]).toMatch(/,status,one,some,number,order,word$/);
      expect(gradebook).toMatch(/^ada,Ada Lind,.*,0\.8,8,7\.2,8,graded,2,3,1,1,1\r$/m);
      expect([...(await readTree(join(folder, "out"))).keys()]).toEqual(
        expect.arrayContaining([
          "canvas.csv",
          "moodle.csv",
          "gradescope/ada.json",
          "github-classroom/ada.txt",
          "junit.xml",
          "lti-scores.jsonl",
          "questions.csv",
          "questions.json",
        ]),
      );
      const analysis = JSON.parse(await readFile(join(folder, "out", "questions.json"), "utf8")) as QuestionAnalysis;
      expect(analysis).toMatchObject({ students: 3, groupSize: null });
      expect(analysis.questions[0]?.answers.map(({ values, count }) => `${values} ${count}`)).toEqual([
        "a 2",
        "b 1",
        "c 0",
      ]);
      expect(await readFile(join(folder, "out", "index.html"), "utf8")).toContain("This page tells what is right");

      const best = await batch("--attempt", "best");
      expect(best.stderr).toContain("Options kept from the earlier run: --roster");
      expect(await scores()).toContain("cy graded 8 1");
    }));

  it("run again gives the same bytes, and grades only what has changed", () =>
    withClass(handedIn, async ({ folder, batch, write, scores }) => {
      await batch();
      const before = await readTree(join(folder, "out"), ["durations.html", "durations.jsonl"]);
      await batch();
      expect(await readTree(join(folder, "out"), ["durations.html", "durations.jsonl"])).toEqual(before);
      await rm(join(folder, "out", "class.json"));
      await batch();
      expect(await readTree(join(folder, "out"), ["durations.html", "durations.jsonl"])).toEqual(before);
      await cp(join(folder, "out"), join(folder, "other"), { recursive: true });
      await write({ "handed-in/bo/answers.json": all });
      await batch();
      expect(await scores()).toContain("bo graded 8 1");
    }));

  it("grades only some, and again what could not be read", () =>
    withClass(handedIn, async ({ batch, write, scores }) => {
      await batch();
      await write({ "handed-in/ada.json": none, "handed-in/bo/answers.json": all, "handed-in/dora.txt": all });
      expect(await batch("--student", "bo")).toMatchObject({ code: 0 });
      expect(await scores()).toEqual(["ada graded 8 1", "bo graded 8 1", "cy graded 0 2", "dora not-gradable 0 1"]);
      expect(await batch("--retry", "failed")).toMatchObject({ code: 0 });
      expect(await scores()).toEqual(["ada graded 8 1", "bo graded 8 1", "cy graded 0 2", "dora graded 8 1"]);
    }));

  it("hands out nothing of the key to who has not found it", () =>
    withClass(handedIn, async ({ folder, batch }) => {
      await batch("--export", "gradescope", "github-classroom");
      const wrong = [...(await readTree(join(folder, "out")))].filter(([path]) =>
        /^(?:feedback|gradescope|github-classroom)\/(?:bo|cy|dora)/.test(path),
      );
      expect(wrong).toHaveLength(12);
      for (const [path, text] of wrong) expect(text, path).not.toMatch(/KEY|"answer":|B is/);
      const own = await reportOf(folder, "feedback/bo.json");
      expect(own.exercises[0]?.question).toMatchObject({ given: ["A is"], feedback: ["not a"] });
      expect((await reportOf(folder, "students/bo.json")).exercises[0]?.question?.correct).toEqual(["B is"]);
    }));

  it("speaks German: pages, reports, and what was answered", () =>
    withClass(handedIn, async ({ folder, batch }) => {
      expect(await batch("--lang", "de")).toMatchObject({ code: 0, stdout: expect.stringContaining("4 Personen") });
      expect(await reportOf(folder, "feedback/bo.json")).toMatchObject({
        language: "de",
        assignmentTitle: "Kleines Quiz",
      });
      const page = await readFile(join(folder, "out", "index.html"), "utf8");
      expect(page).toContain("Wie heißt <code>es</code>?");
      expect(page).not.toMatch(/What is <code>it|Which one/);
    }));

  it("says in one line what a quiz has not, and what has no effect on one", () =>
    withClass(handedIn, async ({ folder, batch }) => {
      for (const flags of [["--types"], ["--similarity"], ["--exercise", "one"], ["--counterexamples"]]) {
        expect(await batch(...flags)).toEqual({
          code: 2,
          stdout: "",
          stderr: `gradecheck: Cannot use ${flags[0]} with "small": it is a quiz, which is graded as a whole and has no code\n`,
        });
      }
      const plain = await batch();
      expect(plain.stderr).not.toContain("no effect");
      const before = await readTree(join(folder, "out"), ["durations.html", "durations.jsonl"]);
      const told = await batch("--seed", "3", "--workers", "1", "--isolation", "process", "--no-counterexamples");
      expect(told.code).toBe(0);
      expect(told.stderr).toContain("--seed, --workers, --isolation, --no-counterexamples have no effect on a quiz");
      expect(await readTree(join(folder, "out"), ["durations.html", "durations.jsonl"])).toEqual(before);
    }));

  it("compares with earlier attempts", () =>
    withClass(handedIn, async ({ folder, batch, write }) => {
      await batch();
      await cp(join(folder, "out"), join(folder, "first"), { recursive: true });
      await write({ "handed-in/bo/answers.json": answers({ ...rightAnswers, word: "dropout" }) });
      expect(await batch("--previous", "first")).toMatchObject({ code: 0 });
      const { progress } = await reportOf(folder, "students/bo.json");
      expect(progress).toMatchObject({ attempts: [0] });
      expect(progress?.exercises.map(({ id, change }) => `${id} ${change}`)).toEqual([
        "one mended",
        "some mended",
        "number mended",
        "order mended",
        "word open",
      ]);
    }));
});

describe("gradecheck regrade of a quiz", () => {
  const regrade = ["regrade", "--since", "out", "--progress", "none"];

  it("says whose points a changed key changes, and why, before it replaces anything", () =>
    withClass(handedIn, async ({ folder, batch, write, scores }) => {
      await batch();
      expect(await runHere(folder, ...regrade)).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("0 up, 0 down"),
      });
      const { answers: key } = smallKey.key;
      const one = { kind: "single", correct: "a", wrong: { b: "not b", c: "not c" }, explanation: "KEY one" };
      await write({ "course/reference/small/key.json": JSON.stringify({ ...smallKey.key, answers: { ...key, one } }) });
      const before = await scores();
      const moved = await runHere(folder, ...regrade);
      expect(moved).toMatchObject({ code: 0, stdout: expect.stringContaining("2 up, 1 down") });
      expect(await scores()).toEqual(before);
      const page = await readFile(join(folder, "out", "regrade.html"), "utf8");
      expect(page).toContain("right answer b → a");
      expect(await readFile(join(folder, "out", "regrade.csv"), "utf8")).toMatch(/^bo,/m);
      expect(await runHere(folder, ...regrade, "--apply")).toMatchObject({ code: 0 });
      expect(await scores()).toEqual(["ada graded 6 1", "bo graded 2 1", "cy graded 2 2", "dora not-gradable 0 1"]);
    }));
});
