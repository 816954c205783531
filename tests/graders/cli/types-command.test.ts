import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compilerRuns } from "../../../graders/types/compiler-run.ts";
import type { ClassResult } from "../../../reports/report/class-result.ts";
import type { Report } from "../../../reports/report/report.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";
import { oneExercise, right, withClass } from "../class/run/small-class.ts";
import { runCli } from "../run-cli.ts";
import { runHere } from "../run-in-process.ts";

/** Right in every case, with two type errors. */
const untyped = `${right}\nexport const one: string = 1;\nexport const two: number = "two";\n`;

/** Runs something, and tells how many compilers it has started. */
async function counting<T>(run: () => Promise<T>): Promise<readonly [T, compilers: number]> {
  const before = compilerRuns.started;
  const result = await run();
  return [result, compilerRuns.started - before];
}

describe("gradecheck check", () => {
  it("tells type errors with their lines, which change neither points nor the exit code", () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, "submission.ts"), untyped);
      const check = ["check", "w2-optimization", "submission.ts", ...oneExercise];
      const [told, compilers] = await counting(() => runHere(folder, ...check, "--html", "page.html"));
      expect(told.code).toBe(0);
      expect(told.stdout).toContain("TypeScript finds 2 type errors. They cost no points.");
      expect(told.stdout).toContain(
        "submission.ts, line 2, column 14: Type 'number' is not assignable to type 'string'.",
      );
      expect(told.stdout).toContain("  export const one: string = 1;\n               ^~~\n");
      expect(compilers).toBe(1);
      const page = await readFile(join(folder, "page.html"), "utf8");
      expect(page).toContain("<h2>TypeScript finds 2 type errors</h2>");

      const [plain, none] = await counting(() => runHere(folder, ...check, "--no-types"));
      expect(plain).toMatchObject({ code: 0, stdout: expect.not.stringContaining("TypeScript") });
      expect(none).toBe(0);
    }));

  it("says nothing of types where nothing is wrong with them, or nothing could be loaded", () =>
    inTemporaryFolder(async (folder) => {
      const check = async (text: string): Promise<Report> => {
        await writeFile(join(folder, "submission.ts"), text);
        const { stdout } = await runHere(folder, "check", "w2-optimization", "submission.ts", ...oneExercise, "--json");
        return JSON.parse(stdout) as Report;
      };
      expect((await check(right)).typeErrors).toEqual({ errors: [] });
      expect((await check('import "lodash";\nexport const x: string = 1;')).typeErrors).toBeUndefined();
    }));
});

describe("gradecheck batch and grade", () => {
  it("start no compiler unless they are asked to, and one for the whole class where they are", () =>
    withClass(
      { "handed-in/amir.ts": untyped, "handed-in/bo.ts": right, "handed-in/chen.ts": untyped },
      async ({ folder, batch }) => {
        const [, none] = await counting(() => batch(...oneExercise));
        expect(none).toBe(0);
        const [typed, one] = await counting(() => batch(...oneExercise, "--types"));
        expect(typed.code).toBe(0);
        expect(one).toBe(1);
        const page = (student: string): Promise<string> =>
          readFile(join(folder, `out/feedback/${student}.html`), "utf8");
        expect(await page("amir")).toContain("TypeScript finds 2 type errors");
        expect(await page("bo")).not.toContain("TypeScript finds");
        const { students } = JSON.parse(await readFile(join(folder, "out/class.json"), "utf8")) as ClassResult;
        expect(students.map(({ score }) => score)).toEqual([10, 10, 10]);

        const grade = ["grade", "w2-optimization", "handed-in/amir.ts", "handed-in/chen.ts", ...oneExercise, "--json"];
        const [plain, noneHere] = await counting(() => runHere(folder, ...grade));
        expect([plain.stdout.includes("typeErrors"), noneHere]).toEqual([false, 0]);
        const [asked, oneHere] = await counting(() => runHere(folder, ...grade, "--types"));
        const reports = asked.stdout
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line) as Report);
        expect(reports.map(({ score, typeErrors }) => [score, typeErrors?.errors.length])).toEqual([
          [10, 2],
          [10, 2],
        ]);
        expect(oneHere).toBe(1);
      },
    ));

  it("take points off where the manifest says so, on a line of its own", () =>
    inTemporaryFolder(async (folder) => {
      const course = join(folder, "course");
      await writeToyCourse(course);
      const manifest = join(course, "assignments/toy/assignment.json");
      const text = await readFile(manifest, "utf8");
      await writeFile(
        manifest,
        text.replace('"limits"', '"typeErrors": { "pointsEach": 5, "pointsAtMost": 8 },\n  "limits"'),
      );
      const solution = await readFile(join(course, "reference/toy/solution.ts"), "utf8");
      await writeFile(join(folder, "one.ts"), `${solution}export const a: string = 1;\n`);
      await writeFile(join(folder, "two.ts"), `${solution}export const a: string = 1;\nexport const b: string = 2;\n`);
      const run = (...args: readonly string[]) => runCli(folder, ...args, "--course", "course");

      const graded = await run("grade", "toy", "one.ts", "two.ts", "--out", "graded");
      expect(graded.stdout).toMatch(/one +95 \/ 100[\s\S]*two +92 \/ 100/);
      const page = await readFile(join(folder, "graded/feedback/one.html"), "utf8");
      expect(page).toMatch(
        /<dt>Type errors<\/dt><dd class="change">−5<\/dd><dd class="why">TypeScript finds one.<\/dd>/,
      );
      expect(page).toContain("Points off for this: 5.");

      await run("batch", "toy", "one.ts", "--out", "class");
      const { students } = JSON.parse(await readFile(join(folder, "class/class.json"), "utf8")) as ClassResult;
      expect(students).toMatchObject([{ rawScore: 100, typeErrors: { errors: 1, points: 5 }, score: 95 }]);
    }));
});
