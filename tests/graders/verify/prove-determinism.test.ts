import { mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import { submissionAt } from "../../../graders/session/grade-class.ts";
import { decodeRun, encodeRun } from "../../../graders/session/run-codec.ts";
import { proveDeterminism } from "../../../graders/verify/prove-determinism.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { failuresOf, subjectOf, unwatched } from "./subject-of.ts";

// Solutions are compiled in this process; esbuild keeps one of its own beside it.
expectNothingLeft(/\/esbuild --service=/);

const exercise = "updateLr";

describe("proveDeterminism()", () => {
  test("holds for work that does the same for every seed", async () => {
    await using subject = await subjectOf("w2-optimization");
    const submissions = [submissionAt(subject.referenceFile, "reference")];
    expect(failuresOf(await proveDeterminism(subject, unwatched, submissions))).toEqual([]);
  });

  test("finds a verdict that depends on the seed", async () => {
    await using subject = await subjectOf("w2-optimization");
    const hidden = generateCases(subject.assignment, { ...subject, visibility: "all", exercises: [exercise] }).find(
      ({ id }) => id === "hidden-3",
    );
    const [rate0, epoch] = hidden?.args.map((arg) => (arg.kind === "number" ? arg.value : undefined)) ?? [];
    const path = join(subject.scratch, "unlucky.ts");
    await writeFile(
      path,
      `export const updateLr = (r: number, e: number, d: number) =>
        r === ${rate0} && e === ${epoch} ? 0 : r / (1 + d * e);`,
    );
    expect(failuresOf(await proveDeterminism(subject, unwatched, [submissionAt(path, "unlucky")]))).toEqual([
      "other-seed/unlucky: updateLr is partial, with the other seed passed",
    ]);
  });

  test("finds a submission of which the sandbox has told something else before", async () => {
    await using subject = await subjectOf("w2-optimization", [exercise]);
    const cacheDirectory = join(subject.scratch, "cache");
    for (const made of ["guest", "expected", "misconceptions"]) {
      await mkdir(join(subject.cacheDirectory, made), { recursive: true });
      await mkdir(cacheDirectory, { recursive: true });
      await symlink(join(subject.cacheDirectory, made), join(cacheDirectory, made), "junction");
    }
    const own = { ...subject, cacheDirectory };
    const submissions = [submissionAt(subject.referenceFile, "reference")];
    expect(failuresOf(await proveDeterminism(own, unwatched, submissions))).toEqual([]);
    const runs = openCache("runs", cacheDirectory);
    for (const key of await readdir(runs.directory)) {
      const kept = (await runs.read(key)) ?? new Uint8Array();
      // Behind the submission's hash.
      const run = decodeRun(kept.subarray(32));
      if (!run?.loaded) throw new TypeError("it has not been run");
      const cases = run.cases.map((one) => (one.outcome === "returned" ? { ...one, console: "before" } : one));
      await runs.write(key, Buffer.concat([kept.subarray(0, 32), encodeRun({ ...run, cases })]));
    }
    expect(failuresOf(await proveDeterminism(own, unwatched, submissions))).toEqual([
      expect.stringContaining("again/reference: the second report differs in exercises"),
    ]);
  });

  test("finds hidden cases that no seed changes, and visible ones that one does", async () => {
    await using subject = await subjectOf("w2-optimization", [exercise]);
    const generators = {
      [exercise]: (_: unknown, index: number) => ({ title: "", args: [{ kind: "number" as const, value: index }] }),
    };
    const assignment = { ...subject.assignment, generators };
    expect(failuresOf(await proveDeterminism({ ...subject, assignment }, unwatched, []))).toEqual([
      "cases/updateLr: the hidden cases are the same under another seed",
    ]);
  });
});
