import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Journal } from "../../../graders/batch/journal.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

const report = w2OptimizationReport();

describe("Journal", () => {
  it("gives back what was written, without the name of whoever handed it in first", () =>
    inTemporaryFolder(async (folder) => {
      const journal = new Journal(folder, "basis");
      const key = journal.key("content");
      await journal.write(key, report);
      expect(await journal.read(key)).toEqual({ ...report, submission: { ...report.submission, name: "" } });
      expect(await readdir(folder)).toEqual([`${key}.json`]);
      expect(await readFile(join(folder, `${key}.json`), "utf8")).not.toContain(report.submission.name);
    }));

  it("has another key for another content and for another basis", () => {
    const journal = new Journal("", "basis");
    expect(journal.key("content")).toMatch(/^[0-9a-f]{40}$/);
    expect(journal.key("content")).not.toBe(journal.key("contents"));
    expect(journal.key("content")).not.toBe(new Journal("", "other basis").key("content"));
  });

  it.each([
    ["nothing", undefined],
    ["half a report", '{"schemaVersion": 1, "assign'],
    ["something else", '{"schemaVersion": 2}'],
  ])("takes %s for no result", (_, text) =>
    inTemporaryFolder(async (folder) => {
      const journal = new Journal(folder, "basis");
      if (text !== undefined) await writeFile(join(folder, `${journal.key("content")}.json`), text);
      expect(await journal.read(journal.key("content"))).toBeUndefined();
    }),
  );
});
