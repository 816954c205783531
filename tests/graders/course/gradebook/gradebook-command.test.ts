import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { rightAnswers, smallKey, smallQuiz } from "../../../fixtures/small-quiz.ts";
import type { CliResult } from "../../run-cli.ts";
import { runHere } from "../../run-in-process.ts";

const plan = {
  schemaVersion: 1,
  title: "Two quizzes",
  timeZone: "Europe/Berlin",
  groups: [{ id: "quizzes", title: "Quizzes", weight: 100 }],
  weeks: [
    { week: 1, title: "One", work: [{ id: "small", group: "quizzes", due: "2026-11-01T12:00" }] },
    { week: 2, title: "Two", work: [{ id: "other", group: "quizzes", due: "2026-11-08T12:00" }] },
  ],
  letterGrades: [
    { grade: "pass", from: 50 },
    { grade: "fail", from: 0 },
  ],
};

const answersTo = (quiz: string, answers: object): string => JSON.stringify({ quiz, answers });
const files = {
  "course/assignments/course.json": JSON.stringify(plan),
  "course/assignments/small/quiz.json": JSON.stringify(smallQuiz),
  "course/reference/small/key.json": JSON.stringify(smallKey.key),
  "course/assignments/other/quiz.json": JSON.stringify({ ...smallQuiz, id: "other", title: "The other quiz" }),
  "course/reference/other/key.json": JSON.stringify({ ...smallKey.key, quiz: "other" }),
  "first/ada.json": answersTo("small", rightAnswers),
  "first/bo.json": answersTo("small", { one: "a" }),
  "second/ada.json": answersTo("other", rightAnswers),
};

type Made = {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<CliResult>;
  readonly read: (path: string) => Promise<string>;
};

/** Both quizzes graded, into `results/small` and `results/other`. */
function withResults(use: (made: Made) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const run: Made["run"] = (...args) => runHere(folder, ...args, "--course", "course");
    for (const [quiz, handedIn] of [
      ["small", "first"],
      ["other", "second"],
    ] as const) {
      const graded = await run("batch", quiz, handedIn, "--out", `results/${quiz}`, "--progress", "none");
      expect(graded.code, graded.stderr).toBe(0);
    }
    await use({ folder, run, read: (path) => readFile(join(folder, path), "utf8") });
  });
}

const both = ["results/small", "results/other"];

describe("gradecheck course gradebook", () => {
  test("puts the results of two works together, and replaces what an earlier run has written", () =>
    withResults(async ({ folder, run, read }) => {
      const first = await run(
        "course",
        "gradebook",
        ...both,
        "--out",
        "marks",
        "--export",
        "canvas",
        "--canvas-layout",
        "sis-login",
      );
      expect(first).toMatchObject({ code: 0 });
      expect(first.stdout).toMatch(/^2 students, 2 of 2 pieces of work graded, mean total \d+\.\d %, 1 in danger\n$/);
      expect(await readdir(join(folder, "marks"))).toEqual([
        ...["canvas.csv", "feedback", "gradebook.csv", "gradebook.json", "index.html"],
      ]);
      expect(await readdir(join(folder, "marks/feedback"))).toEqual(["ada.html", "bo.html"]);
      const [, ada, bo] = (await read("marks/gradebook.csv")).split("\r\n");
      expect(ada).toMatch(/^ada,,,,100,pass,100,/);
      expect(bo).toMatch(/,missing,,total$/);
      expect(await read("marks/index.html")).toContain('href="../results/small/index.html"');
      expect(await read("marks/feedback/bo.html")).not.toContain("ada");

      const second = await run("course", "gradebook", "results/other", "--out", "marks", "--lang", "de");
      expect(second).toMatchObject({ code: 0 });
      expect(await readdir(join(folder, "marks/feedback"))).toEqual(["ada.html"]);
      expect(await readdir(join(folder, "marks"))).not.toContain("canvas.csv");
      expect(await read("marks/index.html")).toContain('<html lang="de">');
    }));

  test("writes the same bytes again, in whatever order the results are named", () =>
    withResults(async ({ run, read }) => {
      await run("course", "gradebook", ...both, "--out", "marks");
      await run("course", "gradebook", ...both.toReversed(), "--out", "again");
      for (const file of ["index.html", "gradebook.csv", "gradebook.json", "feedback/ada.html"]) {
        expect(await read(`again/${file}`), file).toBe(await read(`marks/${file}`));
      }
    }));

  test("says in one line each what it cannot use, and writes nothing", () =>
    withResults(async ({ folder, run }) => {
      await cp(join(folder, "results/small"), join(folder, "copy"), { recursive: true });
      await mkdir(join(folder, "empty"));
      await mkdir(join(folder, "unfinished"));
      await cp(join(folder, "copy/batch.json"), join(folder, "unfinished/batch.json"));
      await mkdir(join(folder, "taken"));
      await writeFile(join(folder, "taken/thesis.md"), "mine");
      const gradebook = async (...args: readonly string[]): Promise<string> => {
        const { code, stderr } = await run("course", "gradebook", ...args);
        expect(code).toBe(2);
        return stderr;
      };
      const out = ["--out", "marks"];
      expect(await gradebook("results/small", "copy", ...out)).toBe(
        'gradecheck: Cannot make the gradebook: "ada" has two results for small, in "results/small" and in "copy", and so has 1 other student; name the folder whose results count\n',
      );
      expect(await gradebook("results/small", "./results/small", ...out)).toBe(
        'gradecheck: Cannot make the gradebook: "./results/small" is named twice; name it once\n',
      );
      expect(await gradebook("empty", "unfinished", "nowhere", ...out)).toBe(
        'gradecheck: Cannot make the gradebook: "empty" holds no batch.json; name output folders of gradecheck batch\n' +
          'gradecheck: Cannot make the gradebook: "unfinished/class.json" is not there; run gradecheck batch small with --out "unfinished" to its end first\n' +
          'gradecheck: Cannot make the gradebook: "nowhere" holds no batch.json; name output folders of gradecheck batch\n',
      );
      expect(await gradebook("results/small", "--out", "taken")).toBe(
        'gradecheck: Cannot make the gradebook: "taken" holds "thesis.md" and no gradebook.json, so no gradebook was written there; give a new or empty folder\n',
      );
      expect(await gradebook("results/small", ...out, "--export", "moodle")).toBe(
        'gradecheck: Cannot export to Moodle: there is no usable Email address of "ada" and "bo"; add it to the roster, or choose another identifier\n',
      );
      await writeFile(
        join(folder, "course/assignments/course.json"),
        JSON.stringify({ ...plan, weeks: plan.weeks.slice(1) }),
      );
      expect(await gradebook(...both, ...out)).toBe(
        'gradecheck: Cannot make the gradebook: "results/small" holds results of "small", which is not in course.json; add it there, or leave the folder out\n',
      );
      expect(await readdir(folder)).not.toContain("marks");
    }));
});
