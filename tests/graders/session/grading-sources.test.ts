import { appendFile, cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTemporaryFolder, type TemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { gradingSources } from "../../../graders/session/grading-sources.ts";

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
    ["how mutants are made and run", "graders/verify/mutants/run-mutants.ts"],
    ["installed packages", "package.json"],
  ])("changes with %s", async (_, file) => {
    const before = await gradingSources(copy.path);
    await appendFile(join(copy.path, file), "\n");
    expect(await gradingSources(copy.path)).not.toBe(before);
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
