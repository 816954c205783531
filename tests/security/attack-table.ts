// Grades each attack of the corpus alone, through the command line, and prints a table: attack, what came of it, seconds, peak
// memory of the grading process and of a worker, for how long the grading process held its event loop (computing, by the clock). `npm run attacks`, `npm run attacks -- forges`.

import { printable } from "../../reports/phrasing/text/printable.ts";
import type { Report } from "../../reports/report/report.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";
import { type Attack, loadAttacks } from "./attack.ts";
import { told } from "./expectation.ts";
import { type GradedBatch, gradeAttacks } from "./grade-attacks.ts";
import { attackedExercises, judgeAttack } from "./judge-attack.ts";

useOwnFolders();
const [pattern = ""] = process.argv.slice(2);
const attacks = (await loadAttacks()).filter(({ id }) => id.includes(pattern));
let failures = 0;

for (const attack of attacks) {
  const { run, graded }: GradedBatch = await gradeAttacks([attack]);
  const report = graded[0]?.report;
  if (report === undefined) throw new Error(`Cannot tell what came of ${attack.id}: no report`);
  const problems = [...judgeAttack(attack, report), ...run.left.map(({ command }) => `left behind: ${command}`)];
  if (run.code !== 0) problems.push(`exit code ${run.code}`);
  if (problems.length > 0) failures += 1;
  const figures = `${run.seconds.toFixed(1).padStart(5)} s ${String(run.hostPeakMb).padStart(5)} ${String(run.workerPeakMb).padStart(5)} MB ${run.lag.cpuMs.toFixed(0).padStart(5)}/${run.lag.wallMs.toFixed(0).padStart(4)} ms`;
  const verdict = problems.length === 0 ? "ok " : "BAD";
  process.stdout.write(
    `${verdict} ${attack.id.padEnd(52)} ${figures}  ${[outcomeOf(attack, report), ...problems].join("; ")}\n`,
  );
}
process.stdout.write(`${attacks.length} attacks, ${failures} not as expected\n`);
process.exitCode = failures === 0 ? 0 : 1;

function outcomeOf(attack: Attack, report: Report): string {
  if (report.status !== "graded") return `${report.status}: ${printable(report.message ?? "").slice(0, 80)}`;
  const attacked = attackedExercises(
    attack,
    report.exercises.map(({ id }) => id),
  );
  if (attacked.length === 0) return `${report.score} of ${report.maxScore} points`;
  if (attacked.length > 4) return `all: ${told(report.exercises.slice(0, 1))} …`;
  return told(report.exercises.filter(({ id }) => attacked.includes(id)));
}
