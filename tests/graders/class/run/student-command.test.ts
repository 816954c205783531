import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClassResult } from "../../../../reports/report/class-result.ts";
import { runHereUnder } from "../../run-in-process.ts";
import { readTree } from "./read-tree.ts";
import { batchArguments, broken, gradedClass, oneExercise, right, withClass, wrong } from "./small-class.ts";

const roster = "id,name\namir,Amir Example\nbo,Bo Example\nchen,Chen Example\ndora,Dora Example\nzoe,Zoe Example\n";
/** More than a submission may have. */
const tooLarge = `// ${"x".repeat(32_000_000)}`;
const two = { "handed-in/amir.ts": right, "handed-in/bo.ts": wrong, "roster.csv": roster };

const classOf = async (folder: string): Promise<ClassResult> =>
  JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")) as ClassResult;

describe("gradecheck batch --student", () => {
  it("leaves everybody else who was graded as they are: too large to be read, with a damaged result, missing, or changed since", () =>
    withClass({ ...two, "handed-in/chen.ts": tooLarge }, async ({ folder, batch }) => {
      expect(await batch(...oneExercise, "--roster", "roster.csv", "--export", "gradescope", "lti")).toMatchObject({
        code: 0,
      });
      const [before, first] = [await readTree(join(folder, "out")), await classOf(folder)];
      expect(first.students.find(({ student }) => student === "chen")).toMatchObject({ status: "not-gradable" });
      for (const name of await readdir(join(folder, "out", "results")))
        await writeFile(join(folder, "out", "results", name), "{}");
      await writeFile(join(folder, "handed-in", "amir.ts"), wrong);
      await writeFile(join(folder, "handed-in", "bo.ts"), right);
      await writeFile(join(folder, "handed-in", "zoe.ts"), right);
      expect(await batch("--student", "bo")).toMatchObject({ code: 0 });

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
    withClass({ ...two, "handed-in/b o.ts": right, "handed-in/b_o.ts": wrong }, async ({ folder, batch }) => {
      for (const student of ["b o", "b_o"])
        expect(await batch(...oneExercise, "--student", student)).toMatchObject({ code: 0 });
      const { students } = await classOf(folder);
      expect(students.map(({ student, score, page }) => [student, score, page])).toEqual([
        ["b o", 10, "students/b_o.html"],
        ["b_o", 1.58, "students/b_o-2.html"],
      ]);
    }));

  const graded = gradedClass(two);

  it("refuses a class that was graded in another way, in one line that says what to do", async () => {
    const { folder, batch } = graded;
    const before = await readTree(join(folder, "out"));
    for (const [refused, why] of [
      [
        await runHereUnder("another secret of the tests", folder, ...batchArguments, "--student", "bo"),
        "with this course secret",
      ],
      [await batch("--student", "bo", "--seed", "2"), '"seed" differs'],
      [await batch("--student", "bo", "--attempt", "first"), '"attempt" differs'],
    ] as const) {
      expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining(why)]);
      expect(refused.stderr).toContain("; run without --student");
      expect(await readTree(join(folder, "out"))).toEqual(before);
    }
  });
});

describe("an export that a platform would refuse", () => {
  const graded = gradedClass({ "handed-in/amir.ts": right, "handed-in/bo.ts": broken });

  it.each([
    ["--student", "amir"],
    ["--retry", "failed"],
  ])("ends batch %s before anything is graded, whoever in the class it is for", async (...part) => {
    const { folder, batch } = graded;
    // In the class all the same.
    await rm(join(folder, "handed-in", "bo.ts"));
    const before = await readTree(join(folder, "out"));
    const { code, stderr } = await batch(...part, "--export", "canvas", "--canvas-layout", "id");
    expect([code, stderr]).toEqual([2, expect.stringMatching(/"amir" and "bo" are none.*nothing is graded yet/)]);
    expect(await readTree(join(folder, "out"))).toEqual(before);
  });
});
