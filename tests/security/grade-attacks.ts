import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pageFolders } from "../../graders/class/page-folders.ts";
import { pageNames } from "../../graders/class/page-names.ts";
import { submissionName } from "../../graders/session/submission-name.ts";
import type { Report } from "../../reports/report/report.ts";
import { validateReport } from "../../reports/report/validate-report.ts";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { type Attack, writeSubmission } from "./attack.ts";
import { type GradingRun, runGrading } from "./run-grading.ts";

/** What came of a submission: its report, checked against the schema, and its page. */
type GradedSubmission = { readonly report: Report; readonly json: string; readonly page: string };

/** A run of the command line over several submissions, with what came of each, in their order. */
export type GradedBatch = { readonly run: GradingRun; readonly graded: readonly GradedSubmission[] };

/** How a batch is graded. */
export type BatchOptions = {
  readonly exercises?: readonly string[] | undefined;
  readonly audience?: "student" | "instructor";
  /** Whether public cases are looked for that fail as hidden ones do; default true. */
  readonly counterexamples?: boolean;
  /** Time after which the run and all its processes are killed, milliseconds; default none. */
  readonly limitMs?: number;
};

/** Submissions that are graded at once. */
export const gradingWorkers = 2;

/** Grades attacks in one run. @throws {Error} where the run did not give a report for each. */
export async function gradeAttacks(attacks: readonly Attack[], options: BatchOptions = {}): Promise<GradedBatch> {
  return inTemporaryFolder(async (folder) => {
    const paths: string[] = [];
    for (const attack of attacks) paths.push(await writeSubmission(attack, folder));
    return gradePaths(folder, paths, { exercises: attacks[0]?.exercises, ...options });
  });
}

/** Grades paths in one run of the command line, with pages. @throws {Error} where it did not give a report for each. */
export async function gradePaths(
  folder: string,
  paths: readonly string[],
  options: BatchOptions,
): Promise<GradedBatch> {
  const { exercises, audience = "instructor", counterexamples = true, limitMs } = options;
  const only = exercises === undefined ? [] : ["--exercise", ...exercises];
  const out = join(folder, "out");
  const flags = ["--json", "--out", out, "--workers", String(gradingWorkers), "--audience", audience, ...only];
  if (!counterexamples) flags.push("--no-counterexamples");
  const args = ["grade", "w2-optimization", ...paths, ...flags];
  const run = await runGrading(folder, args, limitMs === undefined ? {} : { limitMs });
  const lines = run.stdout === "" ? [] : run.stdout.trimEnd().split("\n");
  if (lines.length !== paths.length) {
    const ended = `${lines.length} reports for ${paths.length} submissions after ${run.seconds.toFixed(1)} s`;
    throw new Error(`Cannot read the run: ${ended}\n${run.stderr}`);
  }
  const pages = pageNames(paths.map(submissionName));
  const graded = lines.map(async (json, i): Promise<GradedSubmission> => {
    const inner = audience === "student" ? pageFolders.feedback : pageFolders.students;
    const page = await readFile(join(out, inner, `${pages[i]}.html`), "utf8");
    return { report: validateReport(JSON.parse(json)), json, page };
  });
  return { run, graded: await Promise.all(graded) };
}
