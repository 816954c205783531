import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { openAssignment } from "../../assignments/catalog.ts";
import { userDirectory } from "../../assignments/user-directory.ts";
import type { Report } from "../../reports/report.ts";
import { phraseBatch } from "../../reports/terminal/phrase-batch.ts";
import { type BatchSettings, openBatchFolder } from "../batch/batch-folder.ts";
import { classFiles, type ExportName, type ExportOptions, studentFiles } from "../batch/exports.ts";
import { readLatePolicy } from "../batch/read-late-policy.ts";
import { type BatchOutcome, overridesOf, runBatch } from "../batch/run-batch.ts";
import { chooseExercises } from "../choose-exercises.ts";
import { GradingSession } from "../grading-session.ts";
import { onlyStudents } from "../intake/only-students.ts";
import { readIntake } from "../intake/read-intake.ts";
import { openBatchProgress, type ProgressStyle } from "./batch-progress.ts";
import { hiddenCasesSecret } from "./hidden-cases-secret.ts";
import { type ExitCode, exitCode, show, tell, terminalStyle } from "./output.ts";
import { tellRead } from "./tell-read.ts";

/** Options of `gradecheck batch`. */
export type BatchOptions = Omit<ExportOptions, "version"> & {
  readonly out: string;
  readonly seed: number;
  readonly roster?: string;
  readonly attempt: BatchSettings["attempt"];
  readonly exercise?: readonly string[];
  readonly student?: readonly string[];
  readonly only?: "failed" | "grader-error";
  readonly late?: string;
  readonly overrides?: string;
  readonly export?: readonly ExportName[];
  readonly similarity?: boolean;
  readonly pass?: number;
  readonly jobs?: number;
  readonly isolation?: "pool" | "process";
  readonly progress: ProgressStyle;
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
  const settings = settingsOf(assignment, submissions, options);
  const outcome = await gradeBatch(settings, { ...options, version });
  for (const warning of outcome.warnings) tell(warning);
  for (const refusal of outcome.refused) tell(`gradecheck: ${refusal}`);
  show(phraseBatch(outcome.result, terminalStyle()));
  tell(`Open ${join(options.out, "index.html")}`);
  if (outcome.result.students.some(({ status }) => status === "grader-error")) return exitCode.graderError;
  return outcome.refused.length > 0 ? exitCode.usage : exitCode.done;
}

/** What a run is told besides its settings. */
export type BatchRunOptions = ExportOptions &
  Pick<BatchOptions, "out" | "student" | "only" | "similarity" | "jobs" | "isolation" | "progress"> & {
    /** Folder of the journal; default one in the output folder. */
    readonly results?: string;
    /** Say what is read. Default true. */
    readonly announce?: boolean;
  };

/** Grades as the settings say. */
export async function gradeBatch(settings: BatchSettings, options: BatchRunOptions): Promise<BatchOutcome> {
  const { assignment, seed, exercises, exports = [] } = settings;
  const workers = options.jobs ?? availableParallelism();
  const { manifest } = await openAssignment(assignment);
  chooseExercises(manifest, exercises);
  const policy = await readLatePolicy(settings.late, manifest);
  await using intake = await readIntake(settings.submissions, {
    assignment,
    ...(settings.roster !== undefined && { rosterFile: settings.roster }),
  });
  const chosen =
    options.student && new Set(onlyStudents(intake, options.student).handIns.map(({ student }) => student));
  const overrides = await overridesOf(settings, intake, manifest);
  const opened = await openBatchFolder(options.out, settings);
  if (options.announce ?? true) {
    for (const path of [settings.submissions, settings.roster, settings.overrides, policyFile(settings.late)])
      tellRead(path);
  }
  const secret = await hiddenCasesSecret();
  await using session = await GradingSession.open({
    assignment,
    visibility: "all",
    seed,
    secret,
    exercises,
    workers,
    isolation: options.isolation,
    cacheDirectory: userDirectory("cache", process.env),
  });
  const folder = { ...opened, results: options.results ?? opened.results };
  const total = new Set(intake.handIns.map(({ student }) => student)).size;
  const progress = await openBatchProgress(total, options.progress);
  try {
    return await runBatch({
      session,
      intake,
      settings,
      folder,
      policy,
      overrides,
      inFlight: 2 * workers,
      graderVersion: options.version,
      ...(chosen !== undefined && { isChosen: (student) => chosen.has(student) }),
      again: againWhere(options),
      exports: classFiles(exports as readonly ExportName[], options),
      studentFiles: studentFiles(exports as readonly ExportName[]),
      similarity: options.similarity ?? false,
      onGraded: progress.graded,
    });
  } finally {
    progress.stop();
  }
}

/** Files keep their place when the command is run again from somewhere else. */
function settingsOf(assignment: string, submissions: string, options: BatchOptions): BatchSettings {
  const { seed, attempt, exercise, roster, overrides, late, pass } = options;
  return {
    assignment,
    submissions: resolve(submissions),
    seed,
    attempt,
    ...(exercise !== undefined && { exercises: exercise }),
    ...(roster !== undefined && { roster: resolve(roster) }),
    ...(overrides !== undefined && { overrides: resolve(overrides) }),
    ...(late !== undefined && { late: policyFile(late) === undefined ? late : resolve(late) }),
    ...(options.export !== undefined && { exports: options.export }),
    ...(pass !== undefined && { passShare: pass / 100 }),
  };
}

/** A late policy is typed, or lies in a file. */
const policyFile = (late: string | undefined): string | undefined => (late?.endsWith(".json") ? late : undefined);

/** What is graded again although nothing has changed: what may have gone wrong on this machine. */
function againWhere({ only }: Pick<BatchRunOptions, "only">): (student: string, before: Report) => boolean {
  // Grader errors are never kept: they are graded again in any case.
  return (_, before) => only === "failed" && (before.status !== "graded" || hitLimit(before));
}

const hitLimit = ({ exercises }: Report): boolean =>
  exercises.some(({ cases }) =>
    cases.some(({ outcome }) => outcome === "timeout" || outcome === "memory" || outcome === "crashed"),
  );
