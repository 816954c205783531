import { fileURLToPath } from "node:url";
import type { Measured, Noted } from "./rows.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const vitest = here("../../node_modules/vitest/vitest.mjs");

/** What is graded without a sandbox. */
export type UnsafeClass = {
  readonly assignment: string;
  /** File of the work, see `writeWork`. */
  readonly workFile: string;
  /** Folder with a file for each student. */
  readonly folder: string;
  /** Of students. */
  readonly count: number;
};

/** Grades a class in warm processes, each its share: the most one could get by trusting everyone. Their start does not count. */
export async function unsandboxed(one: UnsafeClass, processes: number): Promise<Noted> {
  const { assignment, workFile, folder, count } = one;
  const shares = Array.from({ length: processes + 1 }, (_, i) => String(Math.floor((i * count) / processes)));
  const run = async (from = "", to = ""): Promise<Measured & { readonly passed: number }> => {
    const child = await runProcess([here("unsandboxed-main.ts"), assignment, workFile, folder, from, to]);
    return JSON.parse(child.stdout);
  };
  const runs = await Promise.all(shares.slice(1).map((to, i) => run(shares[i], to)));
  const cpuSeconds = runs.reduce((sum, each) => sum + each.cpuSeconds, 0);
  const passed = runs.reduce((sum, each) => sum + each.passed, 0);
  return { count, seconds: Math.max(...runs.map(({ seconds }) => seconds)), cpuSeconds, note: `${passed} cases pass` };
}

/** Starts a process for each submission, one after the other. */
export function eachInProcess(paths: readonly string[], workFile: string): Promise<Measured> {
  return oneByOne(paths, (path) => runProcess(["--import", "tsx", here("one-submission.ts"), workFile, path]));
}

/** Starts vitest for each of the first submissions of a project, one after the other. @param root As `writeVitestProject` has made it. */
export function eachInVitest(root: string, names: readonly string[]): Promise<Measured> {
  return oneByOne(names, (name) => inVitest(root, [`${name}.test.ts`]));
}

/** Starts vitest once for all submissions of a project. */
export async function allInVitest(root: string, count: number, options: readonly string[]): Promise<Noted> {
  const run = await inVitest(root, ["--pool=threads", "--no-isolate", "--reporter=json", ...options]);
  const { numTotalTests } = JSON.parse(run.stdout.slice(run.stdout.indexOf("{"))) as { numTotalTests: number };
  return { ...run, count, note: `${numTotalTests} tests, ${run.peakMb.toFixed(0)} MB` };
}

const inVitest = (root: string, args: readonly string[]): Promise<ProcessRun> =>
  runProcess([vitest, "run", "--root", root, ...args], { cwd: root, codes: [0, 1] });

async function oneByOne(items: readonly string[], run: (item: string) => Promise<ProcessRun>): Promise<Measured> {
  let [seconds, cpuSeconds] = [0, 0];
  for (const item of items) {
    const one = await run(item);
    seconds += one.seconds;
    cpuSeconds += one.cpuSeconds;
  }
  return { count: items.length, seconds, cpuSeconds };
}
