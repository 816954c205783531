import { join, resolve } from "node:path";
import { bundledCourse, courseFolder, courseVariable } from "../../../assignments/catalog/course.ts";
import { lostNative } from "../../../reference/tensorflow/detect-backend.ts";
import { phraseBatch } from "../../../reports/terminal/phrase-batch.ts";
import { phraseTakenOver } from "../../../reports/terminal/phrase-kept.ts";
import { pageFolders } from "../../class/page-folders.ts";
import type { BatchSettings } from "../../class/run/batch-settings.ts";
import { readBatchSettings } from "../../class/run/read-batch-settings.ts";
import { type ExitCode, show, tell, terminalStyle } from "../output.ts";
import { type BatchRun, gradeBatch, tellRemarks } from "./grade-batch.ts";

/** Options of `gradecheck batch`: settings, of which each may be left out, and what only this run is told. */
export type BatchOptions = Pick<
  Partial<BatchSettings>,
  | "seed"
  | "roster"
  | "attempt"
  | "late"
  | "overrides"
  | "title"
  | "canvasLayout"
  | "canvasId"
  | "moodleColumn"
  | "similarity"
  | "isolation"
> &
  Omit<BatchRun, "version"> & {
    readonly exercise?: string[];
    readonly export?: BatchSettings["exports"];
    readonly pass?: number;
    /** Takes nothing over from an earlier run in the same folder. */
    readonly newSettings?: boolean;
  };

/**
 * `gradecheck batch <assignment> <submissions>`: a whole class into a folder, with everything that is made of it.
 * @param version Of gradecheck.
 */
export async function batch(
  assignment: string,
  submissions: string,
  options: BatchOptions,
  version: string,
): Promise<ExitCode> {
  const before = options.newSettings ? undefined : await readBatchSettings(options.out);
  const kept = before?.assignment === assignment ? before : undefined;
  if (kept?.course !== undefined) process.env[courseVariable] ??= kept.course;
  const course = courseFolder();
  const told = {
    assignment,
    ...(course !== bundledCourse && { course }),
    submissions: resolve(submissions),
    ...settingsOf(options),
  };
  const settings: BatchSettings = { seed: 1, attempt: "last", ...kept, ...told };
  if (kept !== undefined) tellTakenOver(kept, told);
  const lost = lostNative();
  if (lost !== undefined) tell(lost);
  const outcome = await gradeBatch(settings, { ...options, version });
  const code = tellRemarks(outcome);
  show(phraseBatch(outcome.result, terminalStyle()));
  tell(`Open ${join(options.out, "index.html")}`);
  tell(`To hand out: ${join(options.out, pageFolders.feedback)}`);
  return code;
}

/** What was typed. Files keep their place when the command is run again from somewhere else. */
function settingsOf(options: BatchOptions): Partial<BatchSettings> {
  const { exercise, roster, overrides, late, pass } = options;
  const typed = {
    seed: options.seed,
    attempt: options.attempt,
    exercises: exercise,
    roster: roster && resolve(roster),
    overrides: overrides && resolve(overrides),
    late: late?.endsWith(".json") ? resolve(late) : late,
    exports: options.export && [...new Set(options.export)],
    title: options.title,
    canvasLayout: options.canvasLayout,
    canvasId: options.canvasId,
    moodleColumn: options.moodleColumn,
    similarity: options.similarity,
    passShare: pass === undefined ? undefined : pass / 100,
    isolation: options.isolation,
  };
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

const flags: readonly (readonly [keyof BatchSettings, flag: string])[] = [
  ["seed", "--seed"],
  ["attempt", "--attempt"],
  ["exercises", "--exercise"],
  ["roster", "--roster"],
  ["overrides", "--overrides"],
  ["late", "--late"],
  ["exports", "--export"],
  ["title", "--title"],
  ["canvasLayout", "--canvas-layout"],
  ["canvasId", "--canvas-id"],
  ["moodleColumn", "--moodle-column"],
  ["similarity", "--similarity"],
  ["passShare", "--pass"],
  ["isolation", "--isolation"],
];
const defaults: Partial<BatchSettings> = { seed: 1, attempt: "last", isolation: "pool" };

function tellTakenOver(before: BatchSettings, told: Partial<BatchSettings>): void {
  const taken = flags.flatMap(([name, flag]) => {
    const value = before[name];
    return value === undefined || name in told || value === defaults[name] ? [] : [{ flag, value }];
  });
  if (taken.length > 0) tell(phraseTakenOver(taken));
}
