import { execFileSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Compiler } from "../../../sandbox/bundle/compiler.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

const options = { assignment: "w2-optimization", sourceBytes: 1_000_000 };

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("Compiler", () => {
  it("compiles the neighbours of a source that brings its process down, and names that one", async () => {
    await using compiler = new Compiler();
    const good = await file("good.ts", "export const f = 1;");
    const bad = await file("bad.ts", `export const f = ${"!".repeat(300_000)}1;`);
    const [first, fatal, last] = await Promise.allSettled(
      [good, bad, good].map((path) => compiler.bundle(path, options)),
    );
    expect([first?.status, last?.status]).toEqual(["fulfilled", "fulfilled"]);
    expect(fatal).toMatchObject({
      reason: { name: "SubmissionError", message: expect.stringMatching(/compiler does not survive/) },
    });
  });

  it("goes on after a failure of its process", async () => {
    await using compiler = new Compiler();
    const bad = await file("bad.ts", `export const f = ${"!".repeat(300_000)}1;`);
    await expect(compiler.bundle(bad, options)).rejects.toThrow(/compiler does not survive/);
    const good = await file("good.ts", "export const f = 1;");
    await expect(compiler.bundle(good, options)).resolves.toMatchObject({ name: "good" });
  });

  it("leaves no process behind", async () => {
    const children = (): string =>
      execFileSync("ps", ["-o", "args=", "--ppid", String(process.pid)], { encoding: "utf8" });
    const compiler = new Compiler();
    await compiler.bundle(await file("good.ts", "export const f = 1;"), options);
    expect(children()).toContain("compiler-main");
    await compiler[Symbol.asyncDispose]();
    expect(children()).not.toContain("compiler-main");
  });
});
