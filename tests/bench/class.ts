// Classes graded by us and by what others would do, in one run on one machine: the ratios are the figures.
// `npm run bench:class [-- students …]`, by default 300 and 1,000; `-- [students] --before <checkout>` compares two versions of ours.
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { exitOnSignals, openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { isolateFlags } from "../../sandbox/protocol/worker-arguments.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";
import { compareCheckouts } from "./compare-checkouts.ts";
import { gradeClass, warmUp } from "./grade-class.ts";
import { type ClassMember, classOfExamples, makeClass, writeClass } from "./make-class.ts";
import { addRow, printRatio } from "./rows.ts";
import { runProcess } from "./run-process.ts";
import { allInVitest, eachInProcess, eachInVitest, unsandboxed } from "./unsafe-ways.ts";
import { writeVitestProject } from "./vitest-project.ts";
import { makeWork, writeWork } from "./work.ts";

useOwnFolders();
const { values, positionals } = parseArgs({ allowPositionals: true, options: { before: { type: "string" } } });
/** Of the slow ways only so many submissions are graded. */
const sample = 20;
/** In a class that trains networks. */
const trainingStudents = 40;
/** Of a mixed class, for each that is honest. */
const hostileShare = 0.1;

using _ = exitOnSignals();
await using temporary = openTemporaryFolder("bench");
const within = (name: string): string => join(temporary.path, name);
const machine = `${availableParallelism()} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
process.stdout.write(`${machine}\n`);

if (values.before !== undefined) {
  const members = await makeClass(Number(positionals[0] ?? 1000), 0, 1);
  await compareCheckouts(values.before, await writeClass(members, within("class")), within("class"), temporary.path);
} else {
  const sizes = positionals.length > 0 ? positionals.map(Number) : [300, 1000];
  await phases();
  for (const [i, size] of sizes.entries()) await compareWays(size, i === 0);
  await training();
}

/** A breakdown by phase, one after the other in one process. */
async function phases(): Promise<void> {
  const script = fileURLToPath(new URL("phases.ts", import.meta.url));
  const { stdout } = await runProcess([...isolateFlags, script, "100"]);
  process.stdout.write(`one submission, phase by phase, one after the other in one process:\n${stdout}`);
}

/** @param isFirst Also by the slow ways, and with hostile company. */
async function compareWays(students: number, isFirst: boolean): Promise<void> {
  process.stdout.write(`\n${students} honest submissions of w2-optimization\n`);
  const members = await makeClass(students, 0, 1);
  const name = `class-${students}`;
  const paths = await writeClass(members, within(name));
  const common = await prepare("w2-optimization", name, paths, students);
  addRow("a", "unsandboxed, 1 warm process", await unsandboxed(common, 1));
  addRow("a2", "unsandboxed, 2 warm processes", await unsandboxed(common, 2));
  for (const workers of [1, 2]) await ours(`b${workers}`, { ...common, workers });
  const project = within(`vitest-${students}`);
  await writeVitestProject(members, common.workFile, project);
  if (isFirst) await slowWays(paths, members, common.workFile, project);
  await wholeClass("e", project, students, ["--maxWorkers=2"]);
  if (isFirst) await wholeClass("e0", project, students, []);
  if (isFirst) await mixed(students);
  printRatio("against the fastest unsafe way", "b2", "e");
  printRatio("of what is possible without a sandbox on two cores", "b2", "a2");
  printRatio("2 workers against 1", "b2", "b1");
  if (!isFirst) return;
  printRatio("against a process each", "b2", "c");
  printRatio("against a vitest run each", "b2", "d");
  printRatio("a class with hostile submissions against the honest one", "mixed", "b2");
}

async function slowWays(
  paths: readonly string[],
  members: readonly ClassMember[],
  workFile: string,
  project: string,
): Promise<void> {
  addRow("c", "node --import tsx for each submission", await eachInProcess(paths.slice(0, sample), workFile));
  const names = members.slice(0, sample).map(({ name }) => name);
  addRow("d", "vitest run for each submission", await eachInVitest(project, names));
}

async function wholeClass(name: string, project: string, students: number, options: readonly string[]): Promise<void> {
  const what = ["vitest run --pool=threads --no-isolate", ...options].join(" ");
  addRow(name, what, await allInVitest(project, students, options));
}

async function mixed(students: number): Promise<void> {
  const members = await makeClass(students, Math.round(hostileShare * students), 1);
  await writeClass(members, within("mixed"));
  const common = { assignment: "w2-optimization", folder: within("mixed"), count: members.length };
  await ours("mixed", { ...common, workers: 2 }, ", 1 in 11 hostile");
}

/** Networks that are trained take their time in student code. */
async function training(): Promise<void> {
  process.stdout.write(`\n${trainingStudents} submissions of w3-tensorflow\n`);
  const members = await classOfExamples("w3-tensorflow", trainingStudents);
  const paths = await writeClass(members, within("training"));
  const common = await prepare("w3-tensorflow", "training", paths.slice(0, 4), members.length);
  addRow("w3-a2", "unsandboxed, 2 warm processes", await unsandboxed(common, 2));
  await ours("w3-b2", { ...common, workers: 2 });
  printRatio("of what is possible without a sandbox on two cores", "w3-b2", "w3-a2");
}

/** Writes the work of an assignment, and lets us compute what we keep. @param first Submissions with which that is done. */
async function prepare(assignment: string, name: string, first: readonly string[], count: number) {
  const workFile = within(`${name}.work`);
  await writeWork(await makeWork(assignment), workFile);
  await warmUp(assignment, first, within(`${name}-warm`));
  return { assignment, workFile, folder: within(name), count };
}

async function ours(
  name: string,
  one: { readonly assignment: string; readonly folder: string; readonly count: number; readonly workers: number },
  what = "",
): Promise<void> {
  const graded = await gradeClass({ ...one, out: `${one.folder}-out-${name}` });
  addRow(name, `gradecheck batch --workers ${one.workers}, with pages${what}`, graded);
}
