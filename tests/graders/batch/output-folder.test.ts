import { execFile, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { lockOutput } from "../../../graders/output-lock.ts";
import type { ClassResult } from "../../../reports/class/class-result.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { runCli } from "../run-cli.ts";
import { readTree } from "./read-tree.ts";

const launcher = fileURLToPath(new URL("../../../graders/gradecheck.js", import.meta.url));
const right = "export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);";
const env = { ...process.env, GRADECHECK_SECRET: "the tests' own secret" };
const command = (out: string): string[] => [
  ...["batch", "w2-optimization", "handed-in", "--out", out, "--exercise", "updateLr"],
  ...["--workers", "1", "--progress", "none"],
];

const withClass = (use: (folder: string) => Promise<void>): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in"));
    await writeFile(join(folder, "handed-in", "amir.ts"), right);
    await writeFile(join(folder, "handed-in", "bo.ts"), "export const updateLr = (): number => 0;");
    await use(folder);
  });

describe("an output folder that somebody is writing to", () => {
  it("is refused to batch, regrade and grade in one line that says who, and stays as it is", () =>
    withClass(async (folder) => {
      expect(await runCli(folder, ...command("out"))).toMatchObject({ code: 0 });
      const before = await readTree(join(folder, "out"));
      await mkdir(join(folder, "graded"));
      await using _ = await lockOutput(join(folder, "out"));
      await using __ = await lockOutput(join(folder, "graded"));
      for (const [out, ...args] of [
        ["out", ...command("out")],
        ["out", "regrade", "--since", "out"],
        ["out", "regrade", "--since", "out", "--apply"],
        ["graded", "grade", "w2-optimization", "handed-in/amir.ts", "--out", "graded"],
      ] as const) {
        const { code, stderr } = await runCli(folder, ...args);
        expect(code).toBe(2);
        expect(stderr).toMatch(
          new RegExp(
            `^gradecheck: Cannot write to "${out}": gradecheck is writing there, process ${process.pid} on .*\\n$`,
          ),
        );
      }
      expect(await readTree(join(folder, "out"), ["gradecheck.lock"])).toEqual(before);
      expect(await readdir(join(folder, "graded"))).toEqual(["gradecheck.lock"]);
    }));

  it("is the first one's, where a second run begins before that has ended", () =>
    withClass(async (folder) => {
      // It runs until its limit, so that the first run is not over before the second begins.
      await writeFile(join(folder, "handed-in", "chen.ts"), "export const updateLr = () => { for (;;); };");
      let isOver = false;
      const first = runCli(folder, ...command("out")).finally(() => {
        isOver = true;
      });
      while (!isOver && !existsSync(join(folder, "out", "gradecheck.lock")))
        await new Promise((resolve) => setImmediate(resolve));
      const second = await runCli(folder, ...command("out"), "--seed", "2");
      expect(second).toMatchObject({ code: 2, stderr: expect.stringMatching(/^gradecheck: .* is writing there/) });
      expect(await first).toMatchObject({ code: 0 });
      const { students } = JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")) as ClassResult;
      expect(students.map(({ score }) => score)).toEqual([10, 0, 0]);
      expect(JSON.parse(await readFile(join(folder, "out", "batch.json"), "utf8")).seed).toBe(1);
      expect(await readdir(join(folder, "out"))).not.toContain("gradecheck.lock");
    }));
});

it("a run whose lock is taken over meanwhile ends with 3 in one line, and writes no class", () =>
  withClass(async (folder) => {
    // They run until their limits, so that the run is not over before it looks at its lock.
    for (let i = 0; i < 12; i++)
      await writeFile(join(folder, "handed-in", `s${i}.ts`), `export const updateLr = () => { for (;;); }; // ${i}`);
    let isOver = false;
    const run = runCli(folder, ...command("out")).finally(() => {
      isOver = true;
    });
    const lock = join(folder, "out", "gradecheck.lock");
    while (!isOver && !existsSync(lock)) await new Promise((resolve) => setImmediate(resolve));
    await writeFile(lock, '{"token":"another"}');
    expect(await run).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(/^gradecheck: Cannot go on: the lock of "out" was removed or taken over .*\n$/m),
    });
    expect(await readdir(join(folder, "out"))).not.toContain("class.json");
    expect(await readFile(lock, "utf8")).toBe('{"token":"another"}');
  }));

it("an output folder that cannot be written to is refused in one line", () =>
  inTemporaryFolder(async (folder) => {
    // Nobody can write there, not even root, whom no mode of a folder keeps out.
    const path = process.getuid?.() === 0 ? "/proc" : folder;
    if (path === folder) await chmod(folder, 0o555);
    await expect(lockOutput(path)).rejects.toThrow(
      /^Cannot write to ".*": (nothing can be made there|it is not yours to write) \(E\w+\); give a folder that you can write to$/,
    );
    await chmod(folder, 0o755);
  }));

it("an output folder that goes away during the run ends it with 3 in one line, and put back it is taken up", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in"));
    const [out, aside] = [join(folder, "out"), join(folder, "aside")];
    await writeFile(join(folder, "handed-in", "amir.ts"), right);
    // It runs until its limit, so that the run is not over before the folder goes.
    await writeFile(join(folder, "handed-in", "bo.ts"), "export const updateLr = () => { for (;;); };");
    const child = spawn(process.execPath, [launcher, ...command("out")], {
      cwd: folder,
      env,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      stderr += text;
    });
    const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
    const results = join(out, "results");
    while (!existsSync(results) || !(await readdir(results)).some((name) => name.endsWith(".json")))
      await new Promise((resolve) => setImmediate(resolve));
    await rename(out, aside);
    expect(await ended).toBe(3);
    expect(stderr).toContain('gradecheck: Cannot go on: "out" was removed or renamed meanwhile');
    expect(stderr).not.toContain("    at ");
    await rename(aside, out);
    await rm(join(folder, "handed-in", "bo.ts"));
    expect(await runCli(folder, ...command("out"))).toMatchObject({ code: 0 });
  }));

it("a full disk ends the run with 3 in one line, and what is graded by then is kept", () =>
  withClass(async (folder) => {
    const times = join(folder, "out", "times.jsonl");
    expect(await runCli(folder, ...command("out"))).toMatchObject({ code: 0 });
    await writeFile(join(folder, "handed-in", "amir.ts"), "export const updateLr = (): number => 2;");
    await rm(times);
    // Takes nothing, as a full disk does.
    await symlink("/dev/full", times);
    const results = await readdir(join(folder, "out", "results"));
    const full = await runCli(folder, ...command("out"));
    expect(full).toMatchObject({ code: 3, stdout: "" });
    expect(full.stderr).toMatch(/^gradecheck: Cannot write.*: the disk is full; what is graded so far is kept: .*$/m);
    expect(await readdir(join(folder, "out"))).not.toContain("gradecheck.lock");
    const kept = await readdir(join(folder, "out", "results"));
    expect(kept.length).toBe(results.length + 1);
    await rm(times);
    expect(await runCli(folder, ...command("out"))).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, "out", "results"))).toEqual(kept);
  }));

it("a clock that goes back between two runs changes nothing in their files", () =>
  withClass(async (folder) => {
    const flags = ["--export", "lti", "junit", "gradescope"];
    expect(await runCli(folder, ...command("out"), ...flags)).toMatchObject({ code: 0 });
    const before = await readTree(join(folder, "out"));
    const back =
      "const now = Date.now; Date.now = () => now() - 4e10; const D = Date; globalThis.Date = class extends D { constructor(...a) { a.length === 0 ? super(D.now()) : super(...a); } };";
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(back)}`;
    await promisify(execFile)(process.execPath, [launcher, ...command("out"), ...flags], {
      cwd: folder,
      env: { ...env, NODE_OPTIONS },
    });
    expect(await readTree(join(folder, "out"))).toEqual(before);
  }));
