import { readdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { GradingSession } from "../../../graders/session/grading-session.ts";
import { openRunMemory, type RunMemory } from "../../../graders/session/run-memory.ts";
import { referenceFileOf } from "../../../reference/oracle/oracle.ts";
import type { Bundle } from "../../../sandbox/bundle/bundle-submission.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { noPlaces } from "../../../sandbox/bundle/source-places.ts";
import type { CaseOutcome, SubmissionRun } from "../../../sandbox/replies/case-run.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const bundle: Bundle = {
  name: "s.ts",
  sha256: "aa",
  code: "(function () {})",
  places: noPlaces,
  definitions: { names: [] },
};

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
async function runs(memory: RunMemory, basis: string, asked: Bundle, run: SubmissionRun): Promise<boolean> {
  let ran = false;
  const told = await memory.recall(basis, asked, async () => {
    ran = true;
    return run;
  });
  expect(told).toEqual(run);
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
      expect(await runs(await openRunMemory("first", folder), "basis", bundle, run)).toBe(true);
      expect(await runs(await openRunMemory("first", folder), "basis", bundle, run)).toBe(false);
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
      expect(await runs(memory, "basis", bundle, run)).toBe(true);
      expect(await runs(memory, "basis", bundle, run)).toBe(true);
    });
  });

  test.each<[string, string, string, Bundle]>([
    ["a second attempt", "again", "basis", bundle],
    ["another basis", "first", "other basis", bundle],
    ["other code", "first", "basis", { ...bundle, code: "(function () {;})" }],
    ["another source of the same code", "first", "basis", { ...bundle, sha256: "ab" }],
  ])("does not take %s for the same", async (_, attempt, basis, asked) => {
    await inTemporaryFolder(async (folder) => {
      await runs(await openRunMemory("first", folder), "basis", bundle, returned);
      expect(await runs(await openRunMemory(attempt, folder), basis, asked, returned)).toBe(true);
    });
  });

  test.each<[string, (file: string) => Promise<void>]>([
    ["cut short", (file) => truncate(file, 100)],
    ["of other bytes", (file) => writeFile(file, "nothing of ours")],
  ])("runs again where the entry is %s", async (_, damage) => {
    await inTemporaryFolder(async (folder) => {
      const memory = await openRunMemory("first", folder);
      await runs(memory, "basis", bundle, returned);
      const [name = "none"] = await readdir(join(folder, "runs"));
      await damage(join(folder, "runs", name));
      expect(await runs(memory, "basis", bundle, returned)).toBe(true);
      expect(await runs(memory, "basis", bundle, returned)).toBe(false);
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
