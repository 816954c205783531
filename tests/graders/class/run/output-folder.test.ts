import { existsSync, readdirSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { lockOutput } from "../../../../graders/class/output-lock.ts";
import type { ClassResult } from "../../../../reports/report/class-result.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { runCli, runCliAfter } from "../../run-cli.ts";
import { runHere } from "../../run-in-process.ts";
import { readTree } from "./read-tree.ts";
import { batchArguments, gradedClass, greedy, oneExercise, right, withClass, wrong } from "./small-class.ts";

const two = { "handed-in/amir.ts": right, "handed-in/bo.ts": wrong };
/** With somebody who runs into a limit, and again, so that the run is not over before something happens to it. */
const lasting = { ...two, "handed-in/chen.ts": greedy };
const command = [...batchArguments, ...oneExercise];
const exports = ["--export", "lti", "junit", "gradescope"];

/** Waits until a run that goes on meanwhile has made a file. */
const untilThere = (isThere: () => boolean): Promise<void> =>
  vi.waitFor(() => expect(isThere()).toBe(true), { timeout: 45_000, interval: 5 });

/** Whether somebody is graded. */
const hasResult = (out: string): boolean =>
  existsSync(join(out, "results")) && readdirSync(join(out, "results")).some((name) => name.endsWith(".json"));

describe("an output folder of a class that is graded", () => {
  const graded = gradedClass(two, ...exports);

  it("is refused to batch, regrade and grade in one line that says who, and stays as it is, where somebody writes to it", async () => {
    const { folder } = graded;
    const before = await readTree(join(folder, "out"));
    await mkdir(join(folder, "graded"));
    await using _ = await lockOutput(join(folder, "out"));
    await using __ = await lockOutput(join(folder, "graded"));
    for (const [out, ...args] of [
      ["out", ...command, ...exports],
      ["out", "regrade", "--since", "out"],
      ["out", "regrade", "--since", "out", "--apply"],
      ["graded", "grade", "w2-optimization", "handed-in/amir.ts", "--out", "graded"],
    ] as const) {
      const { code, stderr } = await runHere(folder, ...args);
      expect(code).toBe(2);
      const who = `gradecheck is writing there, process ${process.pid} on .*`;
      expect(stderr).toMatch(new RegExp(`^gradecheck: Cannot write to "${out}": ${who}\\n$`));
    }
    expect(await readTree(join(folder, "out"), ["gradecheck.lock"])).toEqual(before);
    expect(await readdir(join(folder, "graded"))).toEqual(["gradecheck.lock"]);
  });

  it("keeps what is graded where the disk is full: the run ends with 3 in one line", async () => {
    const { folder, batch } = graded;
    const times = join(folder, "out", "durations.jsonl");
    await writeFile(join(folder, "handed-in", "amir.ts"), "export const updateLr = (): number => 2;");
    await rm(times);
    // Takes nothing, as a full disk does.
    await symlink("/dev/full", times);
    const results = await readdir(join(folder, "out", "results"));
    const full = await batch();
    expect(full).toMatchObject({ code: 3, stdout: "" });
    expect(full.stderr).toMatch(
      /^gradecheck: Cannot write.*: the disk is full; everything graded so far is kept: .*$/m,
    );
    expect(await readdir(join(folder, "out"))).not.toContain("gradecheck.lock");
    const kept = await readdir(join(folder, "out", "results"));
    expect(kept.length).toBe(results.length + 1);
    await rm(times);
    expect(await batch()).toMatchObject({ code: 0 });
    expect(await readdir(join(folder, "out", "results"))).toEqual(kept);
  });

  it("has the same files where the clock goes back between two runs", async () => {
    const { folder } = graded;
    const before = await readTree(join(folder, "out"));
    const back =
      "const now = Date.now; Date.now = () => now() - 4e10; const D = Date; globalThis.Date = class extends D { constructor(...a) { a.length === 0 ? super(D.now()) : super(...a); } };";
    expect(await runCliAfter(back, folder, ...command, ...exports)).toMatchObject({ code: 0 });
    expect(await readTree(join(folder, "out"))).toEqual(before);
  });
});

it("an output folder is the first one's, where a second run begins before that has ended", () =>
  withClass(lasting, async ({ folder, batch }) => {
    const first = runCli(folder, ...command);
    await untilThere(() => existsSync(join(folder, "out", "gradecheck.lock")));
    const second = await batch(...oneExercise, "--seed", "2");
    expect(second).toMatchObject({ code: 2, stderr: expect.stringMatching(/^gradecheck: .* is writing there/) });
    expect(await first).toMatchObject({ code: 0 });
    const { students } = JSON.parse(await readFile(join(folder, "out", "class.json"), "utf8")) as ClassResult;
    expect(students.map(({ score }) => score)).toEqual([10, 1.58, 0]);
    expect(JSON.parse(await readFile(join(folder, "out", "batch.json"), "utf8")).seed).toBe(1);
    expect(await readdir(join(folder, "out"))).not.toContain("gradecheck.lock");
  }));

it("a run whose lock is taken over meanwhile ends with 3 in one line, and writes no class", () =>
  withClass({ ...lasting, "handed-in/dora.ts": `${greedy}//`, "handed-in/emil.ts": `${greedy}///` }, async (made) => {
    const { folder } = made;
    // It looks at its lock every two seconds; here it need not last that long.
    const often = "const set = setInterval; globalThis.setInterval = (act, ms, ...a) => set(act, ms / 40, ...a);";
    const run = runCliAfter(often, folder, ...command);
    const lock = join(folder, "out", "gradecheck.lock");
    await untilThere(() => hasResult(join(folder, "out")));
    await writeFile(lock, '{"token":"another"}');
    expect(await run).toEqual({
      code: 3,
      stdout: "",
      stderr: expect.stringMatching(/^gradecheck: Cannot continue: the lock of "out" was removed or taken over .*\n$/m),
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
      /^Cannot write to ".*": (nothing can be created there|you have no permission to write there) \(E\w+\); give a folder that you can write to$/,
    );
    await chmod(folder, 0o755);
  }));

it("an output folder that goes away during the run ends it with 3 in one line, and put back it is taken up", () =>
  withClass(lasting, async ({ folder }) => {
    const [out, aside] = [join(folder, "out"), join(folder, "aside")];
    const run = runCli(folder, ...command);
    await untilThere(() => hasResult(out));
    await rename(out, aside);
    const { code, stderr } = await run;
    expect(code).toBe(3);
    expect(stderr).toContain('gradecheck: Cannot continue: "out" was removed or renamed while grading');
    expect(stderr).not.toContain("    at ");
    await rename(aside, out);
    // A lock of one who has ended is taken over at once where it is old.
    await utimes(join(out, "gradecheck.lock"), new Date(0), new Date(0));
    await rm(join(folder, "handed-in", "chen.ts"));
    expect(await runHere(folder, ...command)).toMatchObject({ code: 0 });
  }));
