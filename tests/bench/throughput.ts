// Submissions per second of `grade` on correct code, beside the same work without a sandbox, in one run on one machine: the
// ratio is the figure. `npm run bench [submissions]`.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { openAssignment } from "../../assignments/catalog.ts";
import { generateCases } from "../../assignments/generate-cases.ts";
import { userDirectory } from "../../assignments/user-directory.ts";
import { gradeClass } from "../../graders/grade-class.ts";
import { GradingSession } from "../../graders/grading-session.ts";
import { expectedValues, referenceFileOf } from "../../reference/oracle.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { bundleSubmission } from "../../sandbox/bundle/bundle-submission.ts";
import { gradeUnsandboxed, unique } from "./unsandboxed.ts";

tf.enableProdMode();
const count = Number(process.argv[2] ?? 200);
const assignment = await openAssignment("w2-optimization");
const { manifest } = assignment;
const selection = { seed: 1, secret: "the benchmark's own", visibility: "all" } as const;
const folder = await mkdtemp(join(tmpdir(), "gradecheck-bench-"));
const source = await readFile(referenceFileOf(manifest.id), "utf8");
const submissions = await Promise.all(
  Array.from({ length: count }, async (_, i) => {
    const path = join(folder, `s${i}.ts`);
    await writeFile(path, unique(source, i));
    return { path, name: `s${i}` };
  }),
);

/** Seconds for grading all submissions; with pages, also rendering and writing them. */
async function sandboxed(workers: number, pages: boolean): Promise<number> {
  const cacheDirectory = userDirectory("cache", process.env);
  await using session = await GradingSession.open({ assignment: manifest.id, ...selection, workers, cacheDirectory });
  const out = join(folder, `pages-${workers}`);
  await mkdir(out, { recursive: true });
  // The first submission waits for the workers to start; that is measured apart.
  await gradeClass(session, submissions.slice(0, workers), 2 * workers, async () => undefined);
  const start = performance.now();
  await gradeClass(session, submissions, 2 * workers, async ({ report }) => {
    if (report.score !== report.maxScore) throw new Error(`${report.submission.name} has ${report.score}`);
    if (pages) await writeFile(join(out, `${report.submission.name}.html`), renderHtml(report));
  });
  return (performance.now() - start) / 1000;
}

/** Seconds for the same work in this process: compile, run, compare. */
async function unsandboxed(): Promise<number> {
  const cases = generateCases(assignment, selection);
  const { values } = await expectedValues(assignment, cases, { seed: selection.seed });
  const work = { cases, exercises: manifest.exercises, expected: values };
  await tf.setBackend("cpu");
  const grade = async (path: string): Promise<void> => {
    const bundle = await bundleSubmission(path, { assignment: manifest.id, sourceBytes: 1_000_000 });
    const passed = await gradeUnsandboxed(bundle.code, work);
    if (passed !== cases.length) throw new Error(`${path} passes ${passed} of ${cases.length} cases unsandboxed`);
  };
  for (const { path } of submissions.slice(0, 10)) await grade(path);
  const start = performance.now();
  for (const { path } of submissions) await grade(path);
  return (performance.now() - start) / 1000;
}

const rows: [string, number][] = [];
rows.push(["unsandboxed, one warm process", await unsandboxed()]);
rows.push(["graded, 1 worker", await sandboxed(1, false)]);
rows.push(["graded, 2 workers", await sandboxed(2, false)]);
rows.push(["graded, 2 workers, with pages", await sandboxed(2, true)]);
await rm(folder, { recursive: true });

const [, limit = 1] = rows[0] ?? [];
const cases = manifest.exercises.reduce((sum, exercise) => sum + exercise.cases.visible + exercise.cases.hidden, 0);
process.stdout.write(
  `${count} correct submissions of ${manifest.id}, ${cases} cases each; ${availableParallelism()} x ${cpus()[0]?.model.trim()}, Node ${process.versions.node}\n`,
);
for (const [what, seconds] of rows) {
  const rate = `${(count / seconds).toFixed(1)}/s`;
  const each = `${((1000 * seconds) / count).toFixed(1)} ms each`;
  process.stdout.write(
    `${what.padEnd(32)} ${seconds.toFixed(2).padStart(7)} s ${rate.padStart(9)} ${each.padStart(14)}   time ${(seconds / limit).toFixed(2)} of unsandboxed\n`,
  );
}
