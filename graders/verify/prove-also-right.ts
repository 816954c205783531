import { readdir, readFile } from "node:fs/promises";
import { join, parse } from "node:path";
import pLimit from "p-limit";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import type { GradingSession } from "../session/grading-session.ts";
import { exportedNames, parseModule } from "./mutants/syntax.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import { lossesOf } from "./subject/losses.ts";
import { openSession, type Subject } from "./subject/subject.ts";

/** A right solution other than the reference, as a student would hand it in. */
type Solution = {
  readonly name: string;
  readonly file: string;
  /** Names of what it exports. */
  readonly exported: readonly string[];
};

/**
 * Proves that there are other ways to be right: every solution of the folder `also-right`, handed in as it is, gets full marks in the
 * functions that it exports, and each function is in one of them.
 */
export async function proveAlsoRight(subject: Subject, onProgress: OnProgress): Promise<Findings> {
  const ids = subject.assignment.manifest.exercises.map(({ id }) => id);
  const solutions = await readSolutions(subject.alsoRightFolder);
  const checks = await gradeAll(subject, solutions, ids, onProgress);
  const counts = ids.map((id) => [id, solutions.filter(({ exported }) => exported.includes(id)).length] as const);
  const right = checks.filter(({ outcome }) => outcome === "passed").length;
  const missing = counts.filter(([, count]) => count === 0).map(([id]) => `none exports ${id}`);
  return {
    summary: `${right} of ${quantity(solutions.length, "other right solution")} with full marks`,
    checks: [checkOf("solutions", missing), ...checks],
    table: { columns: ["exercise", "also right"], rows: counts },
    figure: { name: "also right", value: `${right} of ${solutions.length}` },
  };
}

async function readSolutions(folder: string): Promise<Solution[]> {
  const names = await readdir(folder).catch(() => []);
  const read = names.sort().map(async (name) => {
    const file = join(folder, name);
    return { name: parse(name).name, file, exported: exportedNames(parseModule(await readFile(file, "utf8"))) };
  });
  return Promise.all(read);
}

async function gradeAll(
  subject: Subject,
  solutions: readonly Solution[],
  ids: readonly string[],
  onProgress: OnProgress,
): Promise<Check[]> {
  if (solutions.length === 0) return [];
  await using session = await openSession(subject);
  const limit = pLimit(2 * subject.workers);
  let done = 0;
  const grading = solutions.map((solution) =>
    limit(async () => {
      const check = checkOf(solution.name, await problemsOf(session, solution, ids));
      done += 1;
      onProgress(done, solutions.length);
      return check;
    }),
  );
  return await Promise.all(grading);
}

async function problemsOf(
  session: GradingSession,
  { name, file, exported }: Solution,
  ids: readonly string[],
): Promise<string[]> {
  const exercises = ids.filter((id) => exported.includes(id));
  if (exercises.length === 0) return ["it exports no function of the assignment"];
  const report = await session.grade(await readSubmission(file), { name }, { exercises });
  if (report.status !== "graded") return [`it is ${report.status}: ${report.message ?? ""}`];
  return exercises.flatMap((id) => lossesOf(report, id).map((loss) => `${id}: ${loss}`));
}
