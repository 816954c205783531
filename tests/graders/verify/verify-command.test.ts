import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { junitFaults, readXml } from "../../reports/exports/read-junit.ts";
import type { CliResult } from "../run-cli.ts";
import { runHere } from "../run-in-process.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

const verify = (...args: string[]): Promise<CliResult> => runHere(folder, "verify", ...args);

describe("gradecheck verify", () => {
  test("proves an assignment and a quiz, reports progress, and writes a JUnit report", async () => {
    const { code, stdout, stderr } = await verify("w1-initialization", "w1-quiz", "--junit", "junit.xml");
    expect(stdout).toContain("15 proofs hold");
    expect(code).toBe(0);
    expect(stderr).toContain("w1-initialization: mutants of the reference are detected");
    const report = readXml(await readFile(join(folder, "junit.xml"), "utf8"));
    expect(junitFaults(report)).toEqual([]);
    expect(report.children.map(({ attributes }) => attributes["failures"])).toEqual(["0", "0"]);
  });

  test("prints data alone with --json", async () => {
    const { stdout } = await verify("w2-quiz", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ assignment: "w2-quiz", proofs: [{ id: "quiz" }] });
  });

  test("rejects an unknown name before anything runs", async () => {
    const { code, stdout, stderr } = await verify("w1-quiz", "w2-optimisation");
    expect(code).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain('did you mean "w2-optimization"');
  });
});
