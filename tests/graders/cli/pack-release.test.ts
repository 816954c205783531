import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { runHere } from "../run-in-process.ts";

const answer = "export const updateLr = (a: number, e: number, b: number) => a / (1 + b * e);\n";

describe("gradecheck pack", () => {
  it("names the file to hand in and the functions that are not in it, and runs nothing", () =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, "mine.ts"), `${answer}throw new Error("run");\n`);
      const { code, stdout } = await runHere(folder, "pack", "w2-optimization", "mine.ts");
      expect([code, stdout.split("\n")[0]]).toEqual([0, expect.stringMatching(/^Hand in this file: .*mine\.ts$/)]);
      expect(stdout).toMatch(/Not found in it: updateParametersWithGd/);
      expect(stdout).not.toMatch(/Not found in it:.*updateLr/);
    }));

  it("names of a folder the files that belong to the submission, and no other", () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "work"));
      await writeFile(join(folder, "work/submission.ts"), 'export * from "./rates.ts";\n');
      await writeFile(join(folder, "work/rates.ts"), answer);
      await writeFile(join(folder, "work/notes.ts"), "export {};\n");
      const { code, stdout } = await runHere(folder, "pack", "w2-optimization", "work");
      expect([code, stdout]).toEqual([0, expect.stringContaining("a .zip: rates.ts and submission.ts\n")]);
    }));

  it.each([
    ["imports what it may not", 'import "lodash";\n', /would refuse it: mine\.ts:1: Cannot import "lodash"/],
    ["does not compile", "export const = 1;\n", /would refuse it: mine\.ts:1: /],
    ["is no text", "\0", /would refuse it: .*binary/],
  ])("ends with 1 and the reason where a submission %s", (_, text, message) =>
    inTemporaryFolder(async (folder) => {
      await writeFile(join(folder, "mine.ts"), text);
      const { code, stdout } = await runHere(folder, "pack", "w2-optimization", "mine.ts");
      expect([code, stdout]).toEqual([1, expect.stringMatching(message)]);
    }),
  );
});

describe("gradecheck release", () => {
  it.each([
    ["an assignment that there is not", ["w9"], "there is no such assignment"],
    ["nothing", [], "name an assignment or a quiz, or use --all"],
    ["into a folder that is there", ["w1-quiz"], "it exists"],
  ])("refuses %s before it makes anything", (_, ids, message) =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "kits/w1-quiz"), { recursive: true });
      const { code, stderr } = await runHere(folder, "release", ...ids, "--out", "kits");
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
      expect(await readdir(join(folder, "kits"))).toEqual(["w1-quiz"]);
    }),
  );

  it("makes of a quiz a page, and the same .zip each time", () =>
    inTemporaryFolder(async (folder) => {
      for (const out of ["first", "second"])
        expect(await runHere(folder, "release", "w1-quiz", "--out", out, "--zip")).toMatchObject({
          code: 0,
          stdout: expect.stringMatching(/^w1-quiz {2}[0-9a-f]{12} {2}/),
        });
      expect(await readdir(join(folder, "first"))).toEqual(["w1-quiz", "w1-quiz.zip"]);
      const [first, second] = await Promise.all(
        ["first", "second"].map((out) => readFile(join(folder, out, "w1-quiz.zip"))),
      );
      expect(second?.equals(first ?? Buffer.of())).toBe(true);
    }));
});
