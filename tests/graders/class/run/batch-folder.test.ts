import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BatchError } from "../../../../graders/class/batch-error.ts";
import { openBatchFolder, removeOthers } from "../../../../graders/class/run/batch-folder.ts";
import { readBatchSettings } from "../../../../graders/class/run/read-batch-settings.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";

const settings = { assignment: "w2-optimization", submissions: "/handed-in", seed: 1, attempt: "last" } as const;

describe("openBatchFolder()", () => {
  it("makes the folder, and takes it up again without what was left half-written", () =>
    inTemporaryFolder(async (parent) => {
      const path = join(parent, "results", "w2");
      const { results, students } = await openBatchFolder(path, settings);
      await writeFile(join(results, "kept.json"), "{}");
      await writeFile(join(students, "a.html.0123456789ab.tmp"), "<!doc");
      await openBatchFolder(path, { ...settings, seed: 2 });
      expect(await readdir(results)).toEqual(["kept.json"]);
      expect(await readdir(students)).toEqual([]);
      expect(await readBatchSettings(path)).toEqual({ ...settings, seed: 2 });
    }));

  it("refuses a folder of another assignment, and changes nothing in it", () =>
    inTemporaryFolder(async (path) => {
      await openBatchFolder(path, settings);
      const other = openBatchFolder(path, { ...settings, assignment: "w3-tensorflow" });
      await expect(other).rejects.toThrow(
        new BatchError(
          `Cannot write to "${path}": it holds results of w2-optimization, not of w3-tensorflow; give another folder`,
        ),
      );
      expect(await readBatchSettings(path)).toEqual(settings);
    }));

  it("refuses a folder with somebody's files, and a file", () =>
    inTemporaryFolder(async (path) => {
      await writeFile(join(path, "thesis.tex"), "");
      await expect(openBatchFolder(path, settings)).rejects.toThrow(/it holds "thesis.tex" and no batch.json/);
      await expect(openBatchFolder(join(path, "thesis.tex"), settings)).rejects.toThrow(/there is a file of that name/);
      expect(await readdir(path)).toEqual(["thesis.tex"]);
    }));

  it("refuses settings that it cannot read", () =>
    inTemporaryFolder(async (path) => {
      await writeFile(join(path, "batch.json"), '{"assignment": ');
      await expect(openBatchFolder(path, settings)).rejects.toThrow(/batch.json": it is not what a batch writes/);
    }));
});

describe("removeOthers()", () => {
  it("removes pages of students who are not in the class any more, and nothing else", () =>
    inTemporaryFolder(async (folder) => {
      for (const name of ["a.html", "b.html", "b.json", "notes.txt"]) await writeFile(join(folder, name), "");
      await mkdir(join(folder, "mine"));
      await removeOthers(folder, new Set(["a.html"]), [".html", ".json"]);
      expect((await readdir(folder)).sort()).toEqual(["a.html", "mine", "notes.txt"]);
    }));
});
