import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../../reports/class/class-result.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import type { CliResult } from "../run-cli.ts";
import { runHere } from "../run-in-process.ts";
import { readTree } from "./read-tree.ts";

const right = "export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);";
const wrong = "export const updateLr = (a: number): number => a;";
const broken = "export const updateLr = (";
const endless = "export const updateLr = (): number => { for (;;); };";

async function withGraded(
  use: (folder: string, run: (...more: string[]) => Promise<CliResult>) => Promise<void>,
): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in"));
    for (const [name, text] of Object.entries({ amir: right, bo: broken, chen: endless }))
      await writeFile(join(folder, "handed-in", `${name}.ts`), text);
    const fixed = ["batch", "w2-optimization", "handed-in", "--out", "out", "--workers", "1", "--progress", "json"];
    const run = (...more: string[]): Promise<CliResult> => runHere(folder, ...fixed, ...more);
    expect(await run("--exercise", "updateLr")).toMatchObject({ code: 0 });
    await use(folder, run);
  });
}

const scoresOf = async (folder: string): Promise<readonly (readonly [string, number])[]> => {
  const { students } = JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")) as ClassResult;
  return students.map(({ student, score }) => [student, score]);
};

describe("gradecheck batch --retry", () => {
  it("grades again who failed, and neither new work nor changed work of others", () =>
    withGraded(async (folder, run) => {
      const before = await readTree(join(folder, "out"));
      await writeFile(join(folder, "handed-in", "bo.ts"), right);
      await writeFile(join(folder, "handed-in", "amir.ts"), wrong);
      await writeFile(join(folder, "handed-in", "zoe.ts"), right);
      const { code, stderr } = await run("--retry", "failed");
      expect(code).toBe(0);
      expect(stderr).toContain('"done":2,"total":2');
      expect(stderr).toContain("1 who have handed in since is left alone; run without --retry");
      expect(await scoresOf(folder)).toEqual([
        ["amir", 10],
        ["bo", 10],
        ["chen", 0],
      ]);
      const after = await readTree(join(folder, "out"));
      for (const page of ["students/amir.html", "students/amir.json", "feedback/amir.html", "feedback/amir.json"])
        expect(after.get(page), page).toBe(before.get(page));
      expect(after.get("batch.json")).toBe(before.get("batch.json"));
    }));

  it("grades nobody again where the grader failed on nobody", () =>
    withGraded(async (folder, run) => {
      const before = await readTree(join(folder, "out"));
      await writeFile(join(folder, "handed-in", "amir.ts"), wrong);
      expect(await run("--retry", "grader-error")).toMatchObject({ code: 0 });
      expect(await readTree(join(folder, "out"))).toEqual(before);
    }));

  it("refuses results of other settings, and those that somebody has changed", () =>
    withGraded(async (folder, run) => {
      const seed = await run("--retry", "failed", "--seed", "2");
      expect(seed).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('"seed" is another than in the run before'),
      });
      const file = join(folder, "out", "class.json");
      await writeFile(file, (await readFile(file, "utf8")).replaceAll('"score":10', '"score":11'));
      const changed = await run("--retry", "failed");
      expect(changed).toMatchObject({ code: 2, stderr: expect.stringContaining("is not as a batch has written it") });
    }));

  it("refuses what was handed in elsewhere, and a file that says something else, by its name", () =>
    withGraded(async (folder, run) => {
      await mkdir(join(folder, "resubmitted"));
      await writeFile(join(folder, "resubmitted", "bo.ts"), right);
      const before = await readTree(join(folder, "out"));
      const elsewhere = [
        "batch",
        "w2-optimization",
        "resubmitted",
        "--out",
        "out",
        "--workers",
        "1",
        "--retry",
        "failed",
      ];
      expect(await runHere(folder, ...elsewhere)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('"submissions" is another than in the run before; run without --retry'),
      });
      expect(await readTree(join(folder, "out"))).toEqual(before);

      const files = {
        "roster.csv": ["id,late days\nbo,0\n", "id,late days\nbo,3\n"],
        "overrides.csv": [
          "student,exercise,points,reason\nbo,,7,Oral exam\n",
          "student,exercise,points,reason\nbo,,8,Oral exam\n",
        ],
        "late.json": ['{"due":"2020-01-01T00:00Z","percentPerDay":1}', '{"due":"2020-01-01T00:00Z","percentPerDay":2}'],
      } as const;
      for (const [name, [text]] of Object.entries(files)) await writeFile(join(folder, name), text);
      const flags = ["--roster", "roster.csv", "--overrides", "overrides.csv", "--late", "late.json"];
      expect(await run(...flags)).toMatchObject({ code: 0 });
      for (const [name, [text, other]] of Object.entries(files)) {
        await writeFile(join(folder, name), other);
        const part = name === "roster.csv" ? ["--student", "bo"] : ["--retry", "failed"];
        const { code, stderr } = await run(...part);
        expect([code, stderr]).toEqual([
          2,
          expect.stringContaining(`${name}" says something else than in the run before`),
        ]);
        await writeFile(join(folder, name), text);
      }
      expect(await run("--retry", "failed")).toMatchObject({ code: 0 });
    }));

  it("refuses a folder in which no batch has come to its end", () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, "amir.ts"), right);
      const none = await runHere(folder, "batch", "w2-optimization", "amir.ts", "--out", "out", "--retry", "failed");
      expect(none.code).toBe(2);
    }));
});
