import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../../reports/class/class-result.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { type CliResult, runCli, runCliUnder } from "../run-cli.ts";
import { readTree } from "./read-tree.ts";

const right = "export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);";
const wrong = "export const updateLr = (a: number): number => a;";
const roster = "id,name\namir,Amir Example\nbo,Bo Example\nchen,Chen Example\ndora,Dora Example\nzoe,Zoe Example\n";
/** More than a submission may have, so that nothing of it is kept in the journal. */
const tooLarge = `// ${"x".repeat(32_000_000)}`;

async function withClass(
  use: (folder: string, run: (...more: string[]) => Promise<CliResult>) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in"));
    for (const [name, text] of Object.entries({ amir: right, bo: wrong, chen: tooLarge }))
      await writeFile(join(folder, "handed-in", `${name}.ts`), text);
    await writeFile(join(folder, "roster.csv"), roster);
    const fixed = ["batch", "w2-optimization", "handed-in", "--out", "out", ...flags];
    await use(folder, (...more) => runCli(folder, ...fixed, ...more));
  });
}

const flags = ["--workers", "1", "--progress", "none", "--exercise", "updateLr"];

const classOf = async (folder: string): Promise<ClassResult> =>
  JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")) as ClassResult;

describe("gradecheck batch --student", () => {
  it("leaves everybody else who was graded as they are: not kept in the journal, damaged there, missing, or changed since", () =>
    withClass(async (folder, run) => {
      expect(await run("--roster", "roster.csv", "--export", "gradescope", "lti")).toMatchObject({ code: 0 });
      const [before, first] = [await readTree(join(folder, "out")), await classOf(folder)];
      expect(first.students.find(({ student }) => student === "chen")?.result).toBeUndefined();
      for (const name of await readdir(join(folder, "out", "results")))
        await writeFile(join(folder, "out", "results", name), "{}");
      await writeFile(join(folder, "handed-in", "amir.ts"), wrong);
      await writeFile(join(folder, "handed-in", "bo.ts"), right);
      await writeFile(join(folder, "handed-in", "zoe.ts"), right);
      expect(await run("--student", "bo")).toMatchObject({ code: 0 });

      const now = await classOf(folder);
      const bo = now.students.find(({ student }) => student === "bo");
      expect(bo).toMatchObject({ score: 10 });
      expect(now.students.map((one) => (one.student === "bo" ? undefined : one))).toEqual(
        first.students.map((one) => (one.student === "bo" ? undefined : one)),
      );
      const reason = "it was not chosen, and has not been graded before";
      expect(now.unmatched).toContainEqual({ path: "zoe.ts", reason });
      const after = await readTree(join(folder, "out"));
      const pages = [...before.keys()].filter((name) => /^(students|feedback|gradescope)\//.test(name));
      expect(pages.filter((name) => name.includes("chen"))).toHaveLength(5);
      for (const page of pages.filter((name) => !name.includes("bo.")))
        expect(after.get(page), page).toBe(before.get(page));
      expect(after.get("gradebook.csv")?.split("\n")).toHaveLength(
        before.get("gradebook.csv")?.split("\n").length ?? 0,
      );
    }));

  it("takes students in who were not there before, with pages of their own", () =>
    withClass(async (folder, run) => {
      await rm(join(folder, "handed-in", "chen.ts"));
      await writeFile(join(folder, "handed-in", "b o.ts"), right);
      await writeFile(join(folder, "handed-in", "b_o.ts"), wrong);
      for (const student of ["b o", "b_o"]) expect(await run("--student", student)).toMatchObject({ code: 0 });
      const { students } = await classOf(folder);
      expect(students.map(({ student, score, page }) => [student, score, page])).toEqual([
        ["b o", 10, "students/b_o.html"],
        ["b_o", 2, "students/b_o-2.html"],
      ]);
    }));

  it("refuses a class that was graded in another way, in one line that says what to do", () =>
    withClass(async (folder, run) => {
      await rm(join(folder, "handed-in", "chen.ts"));
      expect(await run()).toMatchObject({ code: 0 });
      const before = await readTree(join(folder, "out"));
      const bo = ["batch", "w2-optimization", "handed-in", "--out", "out", ...flags, "--student", "bo"];
      for (const [refused, why] of [
        [await runCliUnder("another secret of the tests", folder, ...bo), "under this course secret"],
        [await runCli(folder, ...bo, "--seed", "2"), '"seed" is another'],
        [await runCli(folder, ...bo, "--attempt", "first"), '"attempt" is another'],
      ] as const) {
        expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(why)]);
        expect(refused.stderr).toContain("; run without --student");
        expect(await readTree(join(folder, "out"))).toEqual(before);
      }
    }));
});

it.each([
  ["--student", "amir"],
  ["--retry", "failed"],
])(
  "an export that a platform would refuse ends batch %s before anything is graded, whoever in the class it is for",
  (...part) =>
    withClass(async (folder, run) => {
      await rm(join(folder, "handed-in", "chen.ts"));
      await writeFile(join(folder, "handed-in", "bo.ts"), "export const updateLr = (");
      expect(await run()).toMatchObject({ code: 0 });
      // In the class all the same.
      await rm(join(folder, "handed-in", "bo.ts"));
      const before = await readTree(join(folder, "out"));
      const { code, stderr } = await run(...part, "--export", "canvas", "--canvas-layout", "id");
      expect([code, stderr]).toEqual([2, expect.stringMatching(/"amir" and "bo" are none.*nothing is graded yet/)]);
      expect(await readTree(join(folder, "out"))).toEqual(before);
    }),
);
