import { appendFile, cp, mkdir, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTemporaryFolder, type TemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { gradingSourceFiles, gradingSources } from "../../../graders/session/grading-sources.ts";
import { importsOf } from "../../fixtures/imports-of.ts";

/** Where the processes begin that take part in grading one submission. */
const starts = [
  "graders/session/grading-session.ts",
  "graders/verify/mistakes/run-mistakes.ts",
  "graders/verify/spread/spread-main.ts",
  "sandbox/bundle/compiler-main.ts",
  "sandbox/guest/harness.ts",
  "sandbox/image/make-bundle.ts",
  "sandbox/image/make-snapshot.ts",
  "sandbox/image/make-warm-up.ts",
  "sandbox/image/warm-up-submission.ts",
  "sandbox/worker/main.ts",
  "reference/misconceptions/outcomes-main.ts",
  "reference/oracle/run-reference.ts",
];

const project = fileURLToPath(new URL("../../../", import.meta.url));
let copy: TemporaryFolder;
beforeAll(async () => {
  copy = openTemporaryFolder("test");
  for (const name of ["assignments", "reference", "sandbox", "graders", "package.json"]) {
    await cp(join(project, name), join(copy.path, name), { recursive: true });
  }
});
afterAll(() => copy[Symbol.asyncDispose]());

describe("gradingSources()", () => {
  test("names the same sources in another folder alike", async () => {
    expect(await gradingSources(copy.path)).toBe(await gradingSources(project));
  });

  test.each([
    ["the guest", "sandbox/guest/harness.ts"],
    ["the image", "sandbox/image/make-snapshot.ts"],
    ["the worker", "sandbox/worker/main.ts"],
    ["the compiler", "sandbox/bundle/bundle-submission.ts"],
    ["the pool", "sandbox/pool/sandbox.ts"],
    ["case generation", "assignments/catalog/generate-cases.ts"],
    ["the oracle", "reference/oracle/compute-expected.ts"],
    ["comparison", "graders/judge/compare.ts"],
    ["verdicts", "graders/judge/judge-case.ts"],
    ["how mutants are made and run", "graders/verify/mistakes/run-mistakes.ts"],
    ["installed packages", "package.json"],
  ])("changes with %s", async (_, file) => {
    const before = await gradingSources(copy.path);
    await appendFile(join(copy.path, file), "\n");
    expect(await gradingSources(copy.path)).not.toBe(before);
  });

  test("covers every module that grading loads, but for words", async () => {
    const covered = new Set(await gradingSourceFiles(project));
    const loaded = new Set<string>();
    for (const start of starts) {
      loaded.add(join(project, start));
      await importsOf(join(project, start), loaded);
    }
    expect(loaded.size).toBeGreaterThan(150);
    const left = [...loaded].filter((file) => !covered.has(file)).map((file) => relative(project, file));
    expect(left.filter((file) => !/^reports\/(phrasing|messages)\//.test(file))).toEqual([]);
  });

  test("does not change with what belongs to one assignment, or to commands", async () => {
    const before = await gradingSources(copy.path);
    await mkdir(join(copy.path, "assignments/w9-new"));
    await writeFile(join(copy.path, "assignments/w9-new/cases.ts"), "");
    await appendFile(join(copy.path, "reference/w2-optimization/solution.ts"), "\n");
    await appendFile(join(copy.path, "graders/cli/commands/verify.ts"), "\n");
    expect(await gradingSources(copy.path)).toBe(before);
  });
});
