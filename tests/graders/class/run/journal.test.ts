import { copyFile, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Journal } from "../../../../graders/class/run/journal.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { w2OptimizationReport } from "../../../fixtures/w2-optimization-report.ts";

const report = w2OptimizationReport();
const options = { secretKey: Buffer.from("course key") };

describe("Journal", () => {
  it("gives back what was written, without the name of whoever handed it in first", () =>
    inTemporaryFolder(async (folder) => {
      const journal = new Journal(folder, options);
      await journal.put("content", report);
      const kept = { ...report, submission: { ...report.submission, name: "" } };
      expect(await journal.get("content")).toEqual(kept);
      expect(await readdir(folder)).toEqual(["content.json"]);
      expect(await readFile(join(folder, "content.json"), "utf8")).not.toContain(report.submission.name);
      expect(await new Journal(folder, options).get("content")).toEqual(kept);
    }));

  it.each<[string, (folder: string, file: (content: string) => string) => Promise<void>]>([
    ["half a report", (_, file) => writeFile(file("content"), '{"key": "content", "repo')],
    ["a report alone", (_, file) => writeFile(file("content"), JSON.stringify(report))],
    ["an entry of another content", (_, file) => copyFile(file("better"), file("content"))],
    [
      "an entry of another content that says it is of this one",
      async (_, file) => {
        const text = await readFile(file("better"), "utf8");
        await writeFile(file("content"), text.replace('"better"', '"content"'));
      },
    ],
    [
      "an entry with another score",
      async (_, file) => {
        const entry = JSON.parse(await readFile(file("content"), "utf8"));
        entry.report.score += 1;
        await writeFile(file("content"), JSON.stringify(entry));
      },
    ],
    [
      "an entry of another course",
      (folder) => new Journal(folder, { ...options, secretKey: Buffer.from("x") }).put("content", report),
    ],
  ])("takes %s for no result, and says which", (_, tamper) =>
    inTemporaryFolder(async (folder) => {
      const disbelieved: string[] = [];
      const journal = new Journal(folder, { ...options, onDisbelieved: (name) => disbelieved.push(name) });
      for (const content of ["content", "better"]) await journal.put(content, report);
      await tamper(folder, (content) => join(folder, `${content}.json`));
      expect(await journal.get("content")).toBeUndefined();
      expect(disbelieved).toEqual(["content.json"]);
    }),
  );

  it("says nothing of a result that is not there", () =>
    inTemporaryFolder(async (folder) => {
      const disbelieved: string[] = [];
      const journal = new Journal(folder, { ...options, onDisbelieved: (name) => disbelieved.push(name) });
      expect(await journal.get("content")).toBeUndefined();
      expect(disbelieved).toEqual([]);
    }));
});
