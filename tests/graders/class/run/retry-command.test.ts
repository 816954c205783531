import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../../../reports/report/class-result.ts";
import { runHere } from "../../run-in-process.ts";
import { readTree } from "./read-tree.ts";
import { batchArguments, broken, gradedClass, greedy, right, withClass, wrong } from "./small-class.ts";

const scoresOf = async (folder: string): Promise<readonly (readonly [string, number])[]> => {
  const { students } = JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")) as ClassResult;
  return students.map(({ student, score }) => [student, score]);
};

describe("gradecheck batch --retry", () => {
  const graded = gradedClass({ "handed-in/amir.ts": right, "handed-in/bo.ts": broken, "handed-in/chen.ts": greedy });

  it("grades again who failed, and neither new work nor changed work of others", async () => {
    const { folder, batch } = graded;
    const before = await readTree(join(folder, "out"));
    await writeFile(join(folder, "handed-in", "bo.ts"), right);
    await writeFile(join(folder, "handed-in", "amir.ts"), wrong);
    await writeFile(join(folder, "handed-in", "zoe.ts"), right);
    const { code, stderr } = await batch("--retry", "failed", "--progress", "json");
    expect(code).toBe(0);
    expect(stderr).toContain('"done":2,"total":2');
    expect(stderr).toContain("1 student has handed in since and will not be graded; run without --retry");
    expect(await scoresOf(folder)).toEqual([
      ["amir", 10],
      ["bo", 10],
      ["chen", 0],
    ]);
    const after = await readTree(join(folder, "out"));
    for (const page of ["students/amir.html", "students/amir.json", "feedback/amir.html", "feedback/amir.json"])
      expect(after.get(page), page).toBe(before.get(page));
    expect(after.get("batch.json")).toBe(before.get("batch.json"));
  });

  it("grades nobody again where the grader failed on nobody", async () => {
    const { folder, batch } = graded;
    const before = await readTree(join(folder, "out"));
    await writeFile(join(folder, "handed-in", "amir.ts"), wrong);
    expect(await batch("--retry", "grader-error")).toMatchObject({ code: 0 });
    expect(await readTree(join(folder, "out"))).toEqual(before);
  });

  it("refuses results of other settings, and those that somebody has changed", async () => {
    const { folder, batch } = graded;
    const seed = await batch("--retry", "failed", "--seed", "2");
    expect(seed).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"seed" differs from the earlier run'),
    });
    const file = join(folder, "out", "class.json");
    await writeFile(file, (await readFile(file, "utf8")).replaceAll('"score":10', '"score":11'));
    const changed = await batch("--retry", "failed");
    expect(changed).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("was not written by a batch with this course secret"),
    });
  });

  it("refuses what was handed in elsewhere, and a file that says something else, by its name", async () => {
    const { folder, batch } = graded;
    await mkdir(join(folder, "resubmitted"));
    await writeFile(join(folder, "resubmitted", "bo.ts"), right);
    const before = await readTree(join(folder, "out"));
    const elsewhere = batchArguments.with(batchArguments.indexOf("handed-in"), "resubmitted");
    expect(await runHere(folder, ...elsewhere, "--retry", "failed")).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"submissions" differs from the earlier run; run without --retry'),
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
    expect(await batch(...flags)).toMatchObject({ code: 0 });
    for (const [name, [text, other]] of Object.entries(files)) {
      await writeFile(join(folder, name), other);
      const part = name === "roster.csv" ? ["--student", "bo"] : ["--retry", "failed"];
      const { code, stderr } = await batch(...part);
      expect([code, stderr]).toEqual([2, expect.stringContaining(`${name}" has changed since the earlier run`)]);
      await writeFile(join(folder, name), text);
    }
    expect(await batch("--retry", "failed")).toMatchObject({ code: 0 });
  });

  it("refuses a folder in which no batch has come to its end", () =>
    withClass({ "handed-in/amir.ts": right }, async ({ batch }) => {
      expect((await batch("--retry", "failed")).code).toBe(2);
    }));
});
