import { spawn } from "node:child_process";
import { mkdir, readdir, stat, utimes } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { makeClass, writeClass } from "../../../bench/make-class.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import { runCli } from "../../run-cli.ts";
import { readTree } from "./read-tree.ts";

const launcher = fileURLToPath(new URL("../../../../graders/gradecheck.js", import.meta.url));
const students = 20;
/** Results in the journal at which the run is killed, one after the other. */
const kills = [1, 4, 5, 9];
/** Written as the run goes: what it took, in the order of grading. */
const ofTheRun = ["durations.jsonl", "durations.html"];

it("gradecheck batch, killed at any moment and run again, redoes nothing and gives the same files", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, "handed-in"));
    await writeClass(await makeClass(students, 0, 5), join(folder, "handed-in"));
    expect(await runCli(folder, ...commandLine("undisturbed"))).toMatchObject({ code: 0 });

    const [results, lock] = [join(folder, "disturbed", "results"), join(folder, "disturbed", "gradecheck.lock")];
    for (const at of kills) {
      const before = await modified(results);
      // A lock of one who has ended is taken over at once where it is old: only the last run waits for that, and not for long.
      if (before.size > 0) await utimes(lock, new Date(0), new Date(0));
      await killedAt(at, folder);
      const after = await modified(results);
      expect(after.size).toBeGreaterThanOrEqual(at);
      for (const [name, time] of before) expect(after.get(name)).toBe(time);
    }
    const before = await modified(results);
    expect(before.size).toBeLessThan(students);
    // As of one who was killed just now: on a busy machine the next command takes seconds to look.
    const now = new Date();
    await utimes(lock, now, now);
    expect(await runCli(folder, ...commandLine("disturbed"))).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^An earlier run in "disturbed" was killed; taking over in [1-6] s$/m),
    });
    const after = await modified(results);
    for (const [name, time] of before) expect(after.get(name)).toBe(time);
    expect(await readTree(join(folder, "disturbed"), ofTheRun)).toEqual(
      await readTree(join(folder, "undisturbed"), ofTheRun),
    );
  }));

const commandLine = (out: string): string[] => [
  "batch",
  "w2-optimization",
  "handed-in",
  "--out",
  out,
  "--progress",
  "none",
  "--export",
  "junit",
  "--exercise",
  "updateParametersWithGd",
  "updateLr",
];

/** Runs the batch, and kills it by SIGKILL the moment the journal has so many results. */
async function killedAt(count: number, folder: string): Promise<void> {
  const env = { ...process.env, GRADECHECK_SECRET: "the tests' own secret" };
  const child = spawn(process.execPath, [launcher, ...commandLine("disturbed")], {
    cwd: folder,
    env,
    stdio: "ignore",
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  while ((await modified(join(folder, "disturbed", "results"))).size < count && child.exitCode === null) await after(1);
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
  await ended;
}

/** When the results in the journal were written, by name. */
async function modified(results: string): Promise<ReadonlyMap<string, number>> {
  const names = (await readdir(results).catch(() => [])).filter((name) => name.endsWith(".json"));
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await stat(join(results, name))).mtimeMs] as const)),
  );
}
