// A whole class of w2-optimization, graded by us and by what others would do, in one run on one machine: the ratios are the figures.
// `npm run bench:class [-- students]`.
import { mkdir, readFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitOnSignals, openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { isolateFlags } from "../../sandbox/protocol/worker-arguments.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";
import { makeClass, writeClass } from "./make-class.ts";
import { type ProcessRun, runProcess } from "./run-process.ts";
import { writeVitestProject } from "./vitest-project.ts";
import { makeWork, selection, writeWork } from "./work.ts";

useOwnFolders();
const students = Number(process.argv[2] ?? 1000);
/** Of the slow approaches only so many submissions are graded. */
const sample = 20;
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const launcher = here("../../graders/gradecheck.js");
const vitest = here("../../node_modules/vitest/vitest.mjs");

type Row = {
  readonly name: string;
  readonly what: string;
  readonly count: number;
  readonly seconds: number;
  readonly note: string;
};
const rows: Row[] = [];
function add(name: string, what: string, count: number, seconds: number, note = ""): void {
  rows.push({ name, what, count, seconds, note });
  process.stdout.write(
    `${name.padEnd(3)} ${what.padEnd(52)} ${String(count).padStart(5)} ${seconds.toFixed(1).padStart(7)} s ${(count / seconds).toFixed(1).padStart(7)}/s  ${note}\n`,
  );
}

using _ = exitOnSignals();
await using temporary = openTemporaryFolder("bench");
const folder = temporary.path;
process.stdout.write(
  `${availableParallelism()} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${students} honest submissions\n`,
);
const members = await makeClass(students, 0, 1);
const classFolder = join(folder, "class");
await mkdir(classFolder);
const paths = await writeClass(members, classFolder);
const workFile = join(folder, "work.bin");
const work = await makeWork("w2-optimization");
await writeWork(work, workFile);

await phases();
await unsandboxed(workFile, classFolder);
await warm(paths[0] ?? "");
await ours(classFolder, 1);
await ours(classFolder, 2);
await eachProcess(paths, workFile);
await writeVitestProject(members, workFile, join(folder, "vitest"));
await vitestEach();
await vitestClass();
print();

/** A breakdown by phase, one after the other in one process. */
async function phases(): Promise<void> {
  const run = await runProcess([...isolateFlags, here("phases.ts"), "100"]);
  refuseFailure(run, [0]);
  process.stdout.write(`one submission, phase by phase, one after the other in one process:\n${run.stdout}`);
}

/** Grades one, so that no measured run has to compute expected values. */
async function warm(path: string): Promise<void> {
  const env = { ...process.env, GRADECHECK_SECRET: selection.secret };
  refuseFailure(
    await runProcess([launcher, "grade", "w2-optimization", path, "--out", join(folder, "warm")], { env }),
    [0],
  );
}

async function unsandboxed(workFile: string, classFolder: string): Promise<void> {
  const run = async (from: number, to: number): Promise<number> => {
    const child = await runProcess([here("unsandboxed-main.ts"), workFile, classFolder, String(from), String(to)]);
    return (JSON.parse(child.stdout) as { seconds: number }).seconds;
  };
  add("a", "unsandboxed, 1 warm process", students, await run(0, students));
  const half = Math.floor(students / 2);
  const both = await Promise.all([run(0, half), run(half, students)]);
  add("a2", "unsandboxed, 2 warm processes", students, Math.max(...both));
}

async function ours(classFolder: string, workers: number): Promise<void> {
  const out = join(folder, `out-${workers}`);
  const env = { ...process.env, GRADECHECK_SECRET: selection.secret };
  const args = [
    launcher,
    "batch",
    "w2-optimization",
    classFolder,
    "--out",
    out,
    "--workers",
    String(workers),
    "--progress",
    "none",
  ];
  const run = await runProcess(args, { env });
  refuseFailure(run, [0]);
  const each = (await readFile(join(out, "durations.jsonl"), "utf8")).trimEnd().split("\n");
  const times = each.map((line) => (JSON.parse(line) as { seconds: number }).seconds).sort((x, y) => x - y);
  const at = (share: number): string =>
    `${(1000 * (times[Math.floor(share * (times.length - 1))] ?? 0)).toFixed(0)} ms`;
  add(
    `b${workers}`,
    `gradecheck batch --workers ${workers}, start to exit, with pages`,
    students,
    run.seconds,
    `p50 ${at(0.5)}, p95 ${at(0.95)}, host ${run.peakMb.toFixed(0)} MB`,
  );
}

async function eachProcess(paths: readonly string[], workFile: string): Promise<void> {
  const own = paths.slice(0, sample);
  const start = performance.now();
  for (const path of own)
    refuseFailure(await runProcess(["--import", "tsx", here("one-submission.ts"), workFile, path]), [0]);
  add("c", "node --import tsx for each submission", own.length, (performance.now() - start) / 1000);
}

async function vitestEach(): Promise<void> {
  const start = performance.now();
  const root = join(folder, "vitest");
  for (let i = 1; i <= sample; i++) {
    const file = `student-${String(i).padStart(4, "0")}.test.ts`;
    refuseFailure(await runProcess([vitest, "run", "--root", root, file], { cwd: root }), [0, 1]);
  }
  add("d", "vitest run for each submission", sample, (performance.now() - start) / 1000);
}

async function vitestClass(): Promise<void> {
  const root = join(folder, "vitest");
  const run = await runProcess([vitest, "run", "--root", root, "--pool=threads", "--no-isolate", "--reporter=json"], {
    cwd: root,
  });
  refuseFailure(run, [0, 1]);
  const { numTotalTests } = JSON.parse(run.stdout.slice(run.stdout.indexOf("{"))) as { numTotalTests: number };
  add(
    "e",
    "vitest run --pool=threads --no-isolate, whole class",
    students,
    run.seconds,
    `${numTotalTests} tests, ${run.peakMb.toFixed(0)} MB`,
  );
}

function refuseFailure({ code, stderr }: ProcessRun, allowed: readonly number[]): void {
  if (!allowed.includes(code ?? -1)) throw new Error(`Cannot measure: exit code ${code}\n${stderr}`);
}

function print(): void {
  const rate = (name: string): number => {
    const row = rows.find((one) => one.name === name);
    return row === undefined ? Number.NaN : row.count / row.seconds;
  };
  const lines = [
    `against the fastest unsafe way (e): ${(rate("b2") / rate("e")).toFixed(2)} times as fast`,
    `against a vitest run each (d): ${(rate("b2") / rate("d")).toFixed(1)} times as fast`,
    `against a process each (c): ${(rate("b2") / rate("c")).toFixed(1)} times as fast`,
    `of what is possible without a sandbox on two cores (a2): ${(rate("b2") / rate("a2")).toFixed(3)}`,
    `2 workers against 1: ${(rate("b2") / rate("b1")).toFixed(2)}`,
  ];
  process.stdout.write(`\n${lines.join("\n")}\n`);
}
