import { execFileSync, spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Compiler } from "../../../sandbox/bundle/compiler.ts";
import { CompilerProcess } from "../../../sandbox/bundle/compiler-process.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { placeOf } from "../../../sandbox/bundle/source-places.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

expectNothingLeft();

/** What esbuild runs out of memory at soonest. */
const fatal = `${"do ".repeat(330_000)}1;`;
const options = { assignment: "w2-optimization", sourceBytes: 1_000_000 };

const file = (name: string, text: string): SubmissionFiles => ({ name, bytes: Buffer.from(text) });

describe("Compiler", () => {
  it("compiles the neighbours of a source that brings its process down, and names that one", async () => {
    await using compiler = new Compiler();
    const good = file("good.ts", "export const f = 1;");
    const bad = file("bad.ts", fatal);
    const [first, second, last] = await Promise.allSettled(
      [good, bad, good].map((one) => compiler.bundle(one, options)),
    );
    expect([first?.status, last?.status]).toEqual(["fulfilled", "fulfilled"]);
    expect(second).toMatchObject({
      reason: { name: "SubmissionError", message: expect.stringMatching(/compiler crashes|more memory/) },
    });
  });

  it("says of a submission that it is compiling when it is closed that we have failed, not the submission", async () => {
    const compiler = new Compiler();
    const good = file("good.ts", "export const f = 1;");
    const under = Promise.allSettled([compiler.bundle(good, options), compiler.bundle(good, options)]);
    await compiler[Symbol.asyncDispose]();
    for (const result of await under) {
      expect(result).toMatchObject({
        status: "rejected",
        reason: { name: "Error", message: "Cannot compile a submission: the compiler is closed" },
      });
    }
  });

  it("goes on after a failure of its process", async () => {
    await using compiler = new Compiler();
    const bad = file("bad.ts", fatal);
    await expect(compiler.bundle(bad, options)).rejects.toThrow(/compiler crashes|more memory/);
    const good = file("good.ts", "export const f = 1;");
    await expect(compiler.bundle(good, options)).resolves.toMatchObject({ name: "good" });
  });

  it("compiles what is honest while source after source brings its process down", async () => {
    await using compiler = new Compiler();
    const good = file("good.ts", "export const f = 1;");
    const bad = file("bad.ts", fatal);
    const compile = (one: SubmissionFiles) => compiler.bundle(one, options);
    const first = [bad, good, good].map(compile);
    // More of them come while those of before are tried again.
    const later = first.slice(0, 2).map(async (one) => {
      await Promise.allSettled([one]);
      return Promise.allSettled([bad, good].map(compile));
    });
    const results = [...(await Promise.allSettled(first)), ...(await Promise.all(later)).flat()];
    expect(results.map(({ status }) => status)).toEqual([
      ...["rejected", "fulfilled", "fulfilled"],
      ...Array(2).fill(["rejected", "fulfilled"]).flat(),
    ]);
  }, 60_000);

  it.skipIf(process.platform !== "linux")("stops a source that fills the memory of the machine", async () => {
    await using compiler = new Compiler();
    const members = Array.from({ length: 36 }, (_, i) => `a${i + 1} = a${i} + a${i}`);
    const bomb = file("bomb.ts", `enum E { a0 = "xxxxxxxxxxxxxxxx", ${members} }\nexport const n = E.a36.length;`);
    await expect(compiler.bundle(bomb, options)).rejects.toThrow("it takes more memory than 1024 MiB");
  });

  it("compiles a source of nearly the largest size that is allowed", async () => {
    await using compiler = new Compiler();
    const rows = Array.from({ length: 70_000 }, (_, i) => `"row ${i}"`);
    const bundle = await compiler.bundle(file("table.ts", `export const table = [\n${rows.join(",\n")}];`), options);
    expect(bundle.code).toContain("row 69999");
    expect(placeOf(bundle.places, 70_000, 3)?.file).toBe("table.ts");
  });

  it("leaves no process behind", async () => {
    const children = (): string =>
      execFileSync("ps", ["-o", "args=", "--ppid", String(process.pid)], { encoding: "utf8" });
    const compiler = new Compiler();
    await compiler.bundle(file("good.ts", "export const f = 1;"), options);
    expect(children()).toContain("compiler-main");
    await compiler[Symbol.asyncDispose]();
    expect(children()).not.toContain("compiler-main");
  });
});

describe("CompilerProcess", () => {
  it("keeps its own code compiled where ours is, though it is killed", () =>
    inTemporaryFolder(async (folder) => {
      const source = fileURLToPath(new URL("../../../sandbox/bundle/compiler.ts", import.meta.url));
      // What we have loaded ourselves is written when we end, which we do not.
      const program = `const { Compiler } = require(${JSON.stringify(source)});
        const compiler = new Compiler();
        const bundle = () => compiler.bundle({ name: "a.ts", bytes: Buffer.from("") }, { assignment: "a", sourceBytes: 1 });
        bundle().then(bundle).then(() => compiler[Symbol.asyncDispose]()).then(() => process.kill(process.pid, "SIGKILL"));`;
      spawnSync(process.execPath, ["-e", program], { env: { NODE_COMPILE_CACHE: folder } });
      expect((await readdir(folder, { recursive: true })).length).toBeGreaterThan(10);
    }));

  it("was alone with a source only where it never had another", async () => {
    const good = file("good.ts", "export const f = 1;");
    const bad = file("bad.ts", fatal);
    await using fresh = new CompilerProcess();
    await expect(fresh.compile(bad, options)).resolves.toMatchObject({ isAlone: true });
    await using used = new CompilerProcess();
    await expect(used.compile(good, options)).resolves.toHaveProperty("bundle");
    await expect(used.compile(bad, options)).resolves.toMatchObject({ isAlone: false });
  });

  it.skipIf(process.platform !== "linux")("takes no other source where one has left it large", async () => {
    await using one = new CompilerProcess();
    await one.compile(file("good.ts", "export const f = 1;"), options);
    await new Promise(setImmediate);
    expect(one.isGone).toBe(false);
    const greedy = file("greedy.ts", `export const f=(a:any):any=>${"a?[{}]:".repeat(60_000)}1;`);
    await expect(one.compile(greedy, options)).resolves.toHaveProperty("bundle");
    await new Promise(setImmediate);
    expect(one.isGone).toBe(true);
  });
});
