import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { courseVariable } from "../../../assignments/catalog/course.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { renderChangesCsv, renderChangesText } from "../../../reports/regrade/render-changes.ts";
import { renderRegrade } from "../../../reports/regrade/render-regrade.ts";
import { phraseLostResults } from "../../../reports/terminal/phrase-kept.ts";
import { BatchError } from "../../class/batch-error.ts";
import { lockOutput } from "../../class/output-lock.ts";
import { compareGradings, regradeFacts } from "../../class/regrade/compare-gradings.ts";
import { readSnapshot } from "../../class/regrade/read-snapshot.ts";
import { readBatchSettings } from "../../class/run/read-batch-settings.ts";
import type { ResultStore } from "../../session/ports.ts";
import { type DefineCommand, databaseOption, progressOption, workersOption } from "../command-options.ts";
import { type ExitCode, show, tell, terminalStyle } from "../output.ts";
import { tellRead } from "../tell-read.ts";
import { type BatchRun, gradeBatch, tellRemarks } from "./grade-batch.ts";

/** `gradecheck regrade` */
export const define: DefineCommand = (command, { finish, version }) =>
  command
    .requiredOption("--since <folder>", "folder that batch wrote to (its --out)")
    .option("--apply", "replace the results after showing the changes")
    .option("--submissions <path>", "where the submissions are, if they were moved")
    .addOption(workersOption())
    .addOption(databaseOption())
    .addOption(progressOption())
    .action(async (options) => finish(await regrade(options, version)));

/** Options of `gradecheck regrade`. */
export type RegradeOptions = Pick<BatchRun, "workers" | "database" | "progress"> & {
  readonly since: string;
  readonly submissions?: string;
  readonly apply?: boolean;
};

/**
 * `gradecheck regrade --since <folder>`: grades a class again with the assignment as it is now, by the settings of the batch, says who
 * moves and why, and replaces nothing before it is told to.
 * @param version Of gradecheck.
 */
export async function regrade(options: RegradeOptions, version: string): Promise<ExitCode> {
  const { since, apply = false, submissions } = options;
  const recorded = await readBatchSettings(since);
  if (recorded === undefined) {
    throw new BatchError(
      printable(`Cannot grade "${since}" again: it holds no batch.json; give the folder of a batch`),
    );
  }
  // The course of the batch, unless another was named.
  if (recorded.course !== undefined) process.env[courseVariable] ??= recorded.course;
  const settings = { ...recorded, ...(submissions !== undefined && { submissions: resolve(submissions) }) };
  const preview = join(since, "regrade");
  await using _ = await lockOutput(since);
  // Refused before anything is graded where the batch has not come to its end.
  await readSnapshot(since, { get: async () => undefined });
  tellRead(since);
  const run = { ...options, urgency: "regrade", version, journalOf: since, isLocked: true } as const;
  const graded = await gradeBatch(settings, { ...run, out: preview });
  let lost = 0;
  const get: ResultStore["get"] = async (key) => {
    const report = await graded.store.get(key);
    if (report === undefined) lost += 1;
    return report;
  };
  const before = await readSnapshot(since, { get });
  const after = await readSnapshot(preview, graded.store);
  const facts = regradeFacts(before, after);
  const moves = await compareGradings(before, after);
  if (lost > 0) tell(phraseLostResults(lost));
  const outcome = apply
    ? await gradeBatch(settings, { ...run, out: since, progress: "none", announce: false })
    : graded;
  // What it would look like is now what it looks like.
  if (apply) await rm(preview, { recursive: true, force: true });
  const code = tellRemarks(outcome);
  show(renderChangesText(moves, facts, terminalStyle()));
  const [page, table] = [join(since, "regrade.html"), join(since, "regrade.csv")];
  await writeWhole(page, renderRegrade(moves, facts));
  await writeWhole(table, renderChangesCsv(moves));
  tell(
    apply
      ? `Applied. Open ${page}`
      : `Nothing has been replaced yet. See ${page} and ${join(preview, "index.html")}; add --apply to replace the results`,
  );
  return code;
}
