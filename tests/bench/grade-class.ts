import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Noted } from "./rows.ts";
import { runProcess } from "./run-process.ts";
import { selection } from "./work.ts";

const here = fileURLToPath(new URL("../../", import.meta.url));

/** How a class is graded by us. */
export type GradedClass = {
  readonly assignment: string;
  /** Folder with a file for each student. */
  readonly folder: string;
  /** Of students. */
  readonly count: number;
  readonly workers: number;
  /** Folder for the results, which is not there yet. */
  readonly out: string;
  /** Default the checkout of this bench. */
  readonly checkout?: string;
};

/** Grades a class with `gradecheck batch`, from start to exit, with all pages. @returns The note tells of the times of single submissions. */
export async function gradeClass(one: GradedClass): Promise<Noted> {
  const { assignment, folder, count, workers, out, checkout = here } = one;
  const args = [join(checkout, "graders/gradecheck.js"), "batch", assignment, folder, "--out", out];
  const options = ["--workers", String(workers), "--progress", "none"];
  const run = await runProcess([...args, ...options], { env });
  const lines = (await readFile(join(out, "durations.jsonl"), "utf8")).trimEnd().split("\n");
  const times = lines.map((line) => (JSON.parse(line) as { seconds: number }).seconds).sort((x, y) => x - y);
  const at = (share: number): string =>
    `${(1000 * (times[Math.floor(share * (times.length - 1))] ?? 0)).toFixed(0)} ms`;
  return { ...run, count, note: `p50 ${at(0.5)}, p95 ${at(0.95)}, host ${run.peakMb.toFixed(0)} MB` };
}

/** So many of a class of examples are graded ahead: each mistake is among them. */
const mostAhead = 40;

/** Grades the first of a class, so that no run that is measured has to compute what is expected, or what misconceptions lead to. */
export async function warmUp(
  assignment: string,
  paths: readonly string[],
  out: string,
  checkout = here,
): Promise<void> {
  const args = ["grade", assignment, ...paths.slice(0, mostAhead), "--out", out];
  await runProcess([join(checkout, "graders/gradecheck.js"), ...args], { env });
}

const env = { ...process.env, GRADECHECK_SECRET: selection.secret };
