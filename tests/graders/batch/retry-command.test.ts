import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../../reports/class/class-result.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { type CliResult, runCli } from "../run-cli.ts";
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
    const run = (...more: string[]): Promise<CliResult> => runCli(folder, ...fixed, ...more);
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

  it("refuses a folder in which no batch has come to its end", () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, "amir.ts"), right);
      const none = await runCli(folder, "batch", "w2-optimization", "amir.ts", "--out", "out", "--retry", "failed");
      expect(none.code).toBe(2);
    }));
});
