import { readdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { GradingSession } from "../../../graders/session/grading-session.ts";
import { openRunMemory, type RunMemory } from "../../../graders/session/run-memory.ts";
import { referenceFileOf } from "../../../reference/oracle/oracle.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import type { CaseOutcome, SubmissionRun } from "../../../sandbox/replies/case-run.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const code = Buffer.from("export const f = 1;");
const files: SubmissionFiles = { name: "s.ts", bytes: code };
const sha256 = "ab".repeat(32);

const runWith = (outcome: CaseOutcome): SubmissionRun => ({
  loaded: true,
  exportNames: ["f"],
  cases: [{ exercise: "f", caseId: "visible-1", console: "printed ☃", ...outcome }],
});
const returned = runWith({
  outcome: "returned",
  value: {
    kind: "record",
    entries: [
      ["W", { kind: "tensor", dtype: "float32", shape: [2], data: Float32Array.of(-0, Number.NaN), variable: true }],
      ["a", { kind: "array", shape: [2], data: Float64Array.of(0.1, Number.POSITIVE_INFINITY) }],
    ],
  },
  changedInput: "X",
});

/** Whether a memory has to run what it is asked for. */
async function runs(memory: RunMemory, basis: string, asked: SubmissionFiles, run: SubmissionRun): Promise<boolean> {
  let ran = false;
  const told = await memory.recall(basis, asked, async () => {
    ran = true;
    return { sha256, run };
  });
  expect(told).toEqual({ sha256, run });
  return ran;
}

describe("openRunMemory()", () => {
  test.each<[string, SubmissionRun]>([
    ["returned", returned],
    ["threw", runWith({ outcome: "threw", error: { name: "TypeError", message: "no", line: 3 } })],
    ["bad-value", runWith({ outcome: "bad-value", reason: "null", path: "W1" })],
    ["not-implemented", runWith({ outcome: "not-implemented" })],
  ])("tells what was told of a case that %s, in another process too, without running it", async (_, run) => {
    await inTemporaryFolder(async (folder) => {
      expect(await runs(await openRunMemory("first", folder), "basis", files, run)).toBe(true);
      expect(await runs(await openRunMemory("first", folder), "basis", files, run)).toBe(false);
    });
  });

  test.each<[string, SubmissionRun]>([
    ["timeout", runWith({ outcome: "timeout", limit: { kind: "case-time", amount: 500 } })],
    ["memory", runWith({ outcome: "memory", limit: { kind: "memory", amount: 64 } })],
    ["crashed", runWith({ outcome: "crashed" })],
    ["grader-error", runWith({ outcome: "grader-error", cause: "the disk is full" })],
    ["not loaded", { loaded: false, failure: { message: "the top level does not come to an end" } }],
  ])("runs again what the machine may have decided: %s", async (_, run) => {
    await inTemporaryFolder(async (folder) => {
      const memory = await openRunMemory("first", folder);
      expect(await runs(memory, "basis", files, run)).toBe(true);
      expect(await runs(memory, "basis", files, run)).toBe(true);
    });
  });

  test.each<[string, string, string, SubmissionFiles]>([
    ["a second attempt", "again", "basis", files],
    ["another basis", "first", "other basis", files],
    ["other code", "first", "basis", { ...files, bytes: Buffer.from("export const f = 2;") }],
    ["a file of another name", "first", "basis", { ...files, name: "t.ts" }],
    ["a folder", "first", "basis", { name: "s.ts", entries: [{ path: "s.ts", bytes: code }] }],
  ])("does not take %s for the same", async (_, attempt, basis, asked) => {
    await inTemporaryFolder(async (folder) => {
      await runs(await openRunMemory("first", folder), "basis", files, returned);
      expect(await runs(await openRunMemory(attempt, folder), basis, asked, returned)).toBe(true);
    });
  });

  test("tells folders apart by what is in them, and by what is no file", async () => {
    const folders: SubmissionFiles[] = [
      [{ path: "a.ts", bytes: code }],
      [{ path: "b.ts", bytes: code }],
      [{ path: "a.ts", target: "b.ts" }],
      [{ path: "a.ts", target: "c.ts" }],
      [{ path: "a.ts", unread: "b.ts" }],
      [
        { path: "a.ts", bytes: code },
        { path: "b.ts", bytes: code },
      ],
    ].map((entries) => ({ name: "s", entries }));
    await inTemporaryFolder(async (folder) => {
      const memory = await openRunMemory("first", folder);
      for (const one of folders) expect(await runs(memory, "basis", one, returned)).toBe(true);
      for (const one of folders) expect(await runs(memory, "basis", one, returned)).toBe(false);
    });
  });

  test.each<[string, (file: string) => Promise<void>]>([
    ["cut short", (file) => truncate(file, 100)],
    ["of other bytes", (file) => writeFile(file, "nothing of ours")],
  ])("runs again where the entry is %s", async (_, damage) => {
    await inTemporaryFolder(async (folder) => {
      const memory = await openRunMemory("first", folder);
      await runs(memory, "basis", files, returned);
      const [name = "none"] = await readdir(join(folder, "runs"));
      await damage(join(folder, "runs", name));
      expect(await runs(memory, "basis", files, returned)).toBe(true);
      expect(await runs(memory, "basis", files, returned)).toBe(false);
    });
  });
});

describe("GradingSession with a memory", () => {
  const cacheDirectory = userDirectory("cache", process.env);
  const options = { assignment: "w1-initialization", secret: "the tests' own secret", workers: 1 } as const;

  test("makes the report of a run that it is told, byte for byte, and runs again where a seed changes the cases", async () => {
    await inTemporaryFolder(async (folder) => {
      const kept = await openRunMemory("first", folder);
      let ran = 0;
      const memory: RunMemory = {
        ...kept,
        recall: (basis, asked, run) =>
          kept.recall(basis, asked, () => {
            ran += 1;
            return run();
          }),
      };
      const grade = async (seed: number): Promise<string> => {
        await using session = await GradingSession.open({
          ...options,
          visibility: "all",
          seed,
          cacheDirectory,
          memory,
        });
        const report = await session.grade(await readSubmission(referenceFileOf("w1-initialization")), {
          name: "reference",
        });
        expect(report.score).toBe(100);
        return JSON.stringify(report);
      };
      const first = await grade(1);
      expect([await grade(1), ran]).toEqual([first, 1]);
      expect(await grade(2)).not.toBe(first);
      expect(ran).toBe(2);
    });
  });
});
