import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEarlierReports } from "../../../../graders/class/progress/read-earlier-reports.ts";
import type { Report } from "../../../../reports/report/report.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { caseOf, reportOf } from "../run/small-grading.ts";

const named = (name: string, more: Partial<Report> = {}): Report =>
  reportOf(
    { gd: [caseOf("1", "passed"), caseOf("2", "wrong")] },
    { submission: { name, sha256: "0".repeat(64) }, ...more },
  );
const scored = (name: string, score: number): string => JSON.stringify({ ...named(name), score });

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** Points of the earlier attempts of a student, as they are found in these files. */
const attemptsOf = (student: string, files: Readonly<Record<string, string>>, more: { except?: string } = {}) =>
  inTemporaryFolder(async (folder) => {
    await write(folder, files);
    const except = more.except === undefined ? [] : [join(folder, more.except)];
    const progressOf = await readEarlierReports(folder, { assignment: "a", students: [student], except });
    return progressOf(student, named(student))?.attempts;
  });

describe("readEarlierReports()", () => {
  test("finds reports by the name of the submission: files, lines, and the folders that grade and batch write", async () => {
    expect(await attemptsOf("ada", { "x.json": scored("ada", 3), "y.json": scored("bo", 4) })).toEqual([3]);
    expect(await attemptsOf("ada", { "all.jsonl": `${scored("bo", 4)}\n${scored("ada", 3)}\n` })).toEqual([3]);
    const graded = { "feedback/ada.json": scored("ada", 3), "students/ada.json": scored("ada", 9), "index.html": "" };
    expect(await attemptsOf("ada", graded)).toEqual([3]);
    expect(await attemptsOf("zoe", graded)).toBeUndefined();
  });

  test("knows the reports of a batch by the ids in its class, not by names for people or of files", async () => {
    const line = (student: string, page: string) =>
      JSON.stringify({ student, feedback: `feedback/${page}.html`, name: "Ada Lind" });
    const batch = {
      "batch.json": "{}",
      "class.json": `{"assignment":"a","students":[\n${line("a b", "a_b")},\n${line("a_b", "a_b-2")}\n],\n"hmac":"0"}\n`,
      "feedback/a_b.json": scored("Ada Lind", 3),
      "feedback/a_b-2.json": scored("Ada Lind", 4),
    };
    expect(await attemptsOf("a b", batch)).toEqual([3]);
    expect(await attemptsOf("a_b", batch)).toEqual([4]);
    expect(await attemptsOf("Ada Lind", batch)).toBeUndefined();
    const elsewhere = batch["class.json"].replaceAll("feedback/a_b.html", "../../../secret.html");
    expect(await attemptsOf("a b", { ...batch, "class.json": elsewhere })).toBeUndefined();
  });

  test("orders attempts by their numbers, by the times their folders are named after, or by the names of files", async () => {
    const numbered = { "z.json": scored("ada-attempt-2", 2), "b.json": scored("ada-attempt-10", 10) };
    expect(await attemptsOf("ada", { ...numbered, "c.json": scored("ada-attempt-1", 1) })).toEqual([1, 2, 10]);
    expect(await attemptsOf("ada-attempt-11", numbered)).toEqual([2, 10]);
    const folders = { "attempt-10/a.json": scored("ada", 10), "attempt-9/feedback/b.json": scored("ada", 9) };
    expect(await attemptsOf("ada", folders)).toEqual([9, 10]);
    const timed = { "2026-03-02T10-00-00Z/a.json": scored("ada", 2), "2026-03-01T10-00-00Z/a.json": scored("ada", 1) };
    expect(await attemptsOf("ada", timed)).toEqual([1, 2]);
    expect(await attemptsOf("ada", { "r10.json": scored("ada", 10), "r9.json": scored("ada", 9) })).toEqual([9, 10]);
    const lines = Array.from({ length: 11 }, (_, i) => scored("ada", i)).join("\n");
    expect(await attemptsOf("ada", { "r.jsonl": lines })).toEqual(Array.from({ length: 11 }, (_, i) => i));
    expect(await attemptsOf("ada-2", { "r.json": scored("ada-1", 1) })).toBeUndefined();
  });

  test("leaves out what is being written, other files, other assignments and reports of checks", async () => {
    const more = {
      "3/a.json": scored("ada", 9),
      "package.json": '{"name":"x"}',
      "batch.txt": "",
      "other.json": JSON.stringify({ ...named("ada"), assignment: "b", schemaVersion: 7 }),
      "check.json": JSON.stringify({ ...named("ada"), visibility: "visible" }),
    };
    expect(await attemptsOf("ada", { "1/a.json": scored("ada", 3), ...more }, { except: "3" })).toEqual([3]);
    await expect(attemptsOf("ada", more, { except: "." })).rejects.toThrow("the new reports go there");
  });

  test("never opens a pipe, and reads what a link leads to", () =>
    inTemporaryFolder(async (folder) => {
      await write(folder, { "else/a.json": scored("ada", 3), "in/b.json": scored("ada", 2) });
      execFileSync("mkfifo", [join(folder, "in/pipe.json")]);
      await symlink(join(folder, "else/a.json"), join(folder, "in/c.json"));
      await symlink(join(folder, "nowhere"), join(folder, "in/d.json"));
      const progressOf = await readEarlierReports(join(folder, "in"), { assignment: "a", students: ["ada"] });
      expect(progressOf("ada", named("ada"))?.attempts).toEqual([2, 3]);
    }));

  test.for([
    ["there is no report in it", { "x.json": '{"name":"x"}', "y.txt": "" }],
    ["there is no report in it", { "x.json": "[1, null]", "y.json": "null", "z.json": '"a"' }],
    [
      "its reports are of b, c, not of a",
      { "r.jsonl": '{"schemaVersion":1,"assignment":"b"}\n{"schemaVersion":1,"assignment":"c"}' },
    ],
    ["its reports are of checks", { "r.json": JSON.stringify(named("ada", { visibility: "visible" })) }],
    ['r.json": it is not valid JSON (line 1, column 2', { "r.json": "{oops" }],
    ['r.jsonl:2": it is not valid JSON', { "r.jsonl": `${scored("ada", 1)}\n{"a"` }],
    [
      "it is a report of schema version 2; this gradecheck reads version 1",
      { "r.json": JSON.stringify({ ...named("ada"), schemaVersion: 2 }) },
    ],
    [
      'no report of ours: Cannot read the report: seed is "1"',
      { "r.json": JSON.stringify({ ...named("ada"), seed: "1" }) },
    ],
    ["no report of ours: score is 11, must be at most 10", { "r.json": scored("ada", 11) }],
    ["larger than a report can be (8 MiB)", { "r.json": " ".repeat(9e6) }],
    ["larger than a report can be (8 MiB)", { "r.jsonl": `${scored("ada", 1)}\n${"x".repeat(9e6)}` }],
    ["it is not valid JSON", { "r.json": "[".repeat(1e6) }],
    ["no batch has finished there", { "batch.json": "{}", "feedback/a.json": scored("ada", 1) }],
  ] as const)("refuses in one line: %s", async ([why, files]) => {
    const error = await attemptsOf("ada", files).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "EarlierReportsError", message: expect.stringContaining(why) });
    expect((error as Error).message.split("\n")).toHaveLength(1);
  });

  test("refuses what is no folder", () =>
    inTemporaryFolder(async (folder) => {
      await write(folder, { file: "" });
      const read = (name: string) => readEarlierReports(join(folder, name), { assignment: "a", students: [] });
      await expect(read("nowhere")).rejects.toThrow("there is no such folder");
      await expect(read("file")).rejects.toThrow("it is not a folder");
    }));

  test("a text of an earlier report reaches neither a message uncleaned nor a comparison", () =>
    inTemporaryFolder(async (folder) => {
      const hostile = "\u001b[31m<script>\u202e";
      await write(folder, { "r.json": JSON.stringify({ schemaVersion: 1, assignment: hostile }) });
      const error = await readEarlierReports(folder, { assignment: "a", students: [] }).catch((thrown) => thrown);
      for (const character of ["\u001b", "\u202e"]) expect(error.message).not.toContain(character);
      const forged = named("ada", {
        assignmentTitle: hostile,
        assignmentVersion: hostile,
        notes: [hostile],
        message: hostile,
      });
      await write(folder, { "r.json": JSON.stringify(forged) });
      const progressOf = await readEarlierReports(folder, { assignment: "a", students: ["ada"] });
      expect(progressOf("ada", named("ada"))).toEqual({
        attempts: [5],
        changed: ["assignment"],
        exercises: [{ id: "gd", change: "open", before: 5, after: 5 }],
      });
    }));
});
