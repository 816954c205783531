import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { authenticationKey } from "../../../assignments/storage/course-secret.ts";
import { MachineFailure } from "../../../assignments/storage/machine-failure.ts";
import { languages, speak } from "../../../reports/messages/language.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import { phraseDisbelieved } from "../../../reports/terminal/phrase-kept.ts";
import type { Intake } from "../../class/attempts/submission-attempt.ts";
import { readIntake } from "../../class/intake/read-intake.ts";
import { onlyStudents } from "../../class/intake/roster/only-students.ts";
import { lockOutput, requireUnlockedOutput } from "../../class/output-lock.ts";
import { readEarlierReports } from "../../class/progress/read-earlier-reports.ts";
import { batchFolder, openBatchFolder, requireBatchFolder } from "../../class/run/batch-folder.ts";
import type { BatchSettings } from "../../class/run/batch-settings.ts";
import { classInputs } from "../../class/run/class-inputs.ts";
import { expectedStudents } from "../../class/run/expected-students.ts";
import { Journal } from "../../class/run/journal.ts";
import { hasGraderError, type PartialRun, planPartialRun, type RetryKind } from "../../class/run/partial-run.ts";
import { type BatchPlan, planBatch } from "../../class/run/plan-batch.ts";
import { settingsFile } from "../../class/run/read-batch-settings.ts";
import { type Batch, type BatchOutcome, runBatch } from "../../class/run/run-batch.ts";
import type { GradedStudent, ProgressOf } from "../../class/run/student-grader.ts";
import { readAddress } from "../../database/address.ts";
import type { ResultStore } from "../../session/ports.ts";
import { openClassProgress } from "../class-progress.ts";
import type { gradeOverDatabase } from "../grade-over-database.ts";
import { hiddenCasesSecret } from "../hidden-cases-secret.ts";
import { type ExitCode, exitCode, tell } from "../output.ts";
import type { ProgressStyle } from "../progress.ts";
import type { ClassSubject } from "../subject/class-subject.ts";
import { openSubject } from "../subject/open-subject.ts";
import { tellRead } from "../tell-read.ts";

/** What a run is told besides its settings. */
export type BatchRun = {
  /** Output folder. */
  readonly out: string;
  /** Output folder whose journal is used; default the same. */
  readonly journalOf?: string;
  /** Only these, by id, e-mail or name. */
  readonly student?: readonly string[];
  /** Only these of an earlier run. */
  readonly retry?: RetryKind;
  readonly workers?: number;
  /** Address of a database through which workers elsewhere grade; default none, this process's own. */
  readonly database?: string;
  /** What is graded first of all that waits in the database. Default `batch`. */
  readonly urgency?: "batch" | "regrade";
  readonly progress: ProgressStyle;
  /** Who calls keeps others from the output folder. Default false. */
  readonly isLocked?: boolean;
  /** Say what is read. Default true. */
  readonly announce?: boolean;
  /** Of gradecheck. */
  readonly version: string;
};

/** What came of a batch, and where its results lie. */
export type GradedBatch = BatchOutcome & { readonly store: ResultStore };

/**
 * Grades as the settings say. All of them are understood and checked before anything is made or graded.
 * @throws {BatchError}, {RangeError}, IntakeError where they cannot be followed.
 */
export async function gradeBatch(settings: BatchSettings, run: BatchRun): Promise<GradedBatch> {
  speak(settings.language ?? languages[0]);
  const subject = await openSubject(settings);
  if (!run.isLocked) await requireUnlockedOutput(run.out);
  await requireBatchFolder(run.out, settings);
  await using intake = await readIntake(settings.submissions, {
    assignment: settings.assignment,
    form: subject.form,
    ...(settings.roster !== undefined && { rosterFile: settings.roster }),
  });
  const chosen = run.student === undefined ? intake : onlyStudents(intake, run.student);
  const part = isPart(run) ? { out: run.out, isRetry: run.retry !== undefined, chosen } : undefined;
  const expected = expectedStudents(intake, part);
  const plan = await planBatch(settings, { intake, expected }, subject.work, run.version);
  const progressOf = await readEarlier(settings, run, chosen);
  if (run.announce ?? true) {
    tellInputs(settings);
    if (plan.plannedPolicy !== undefined) tell(plan.plannedPolicy);
  }
  await using _ = run.isLocked ? undefined : await lockOutput(run.out);
  const ids = new Set([...chosen.attempts.map(({ student }) => student), ...chosen.missing.map(({ id }) => id)]);
  // Awaited here: at its end this function gives back what it uses.
  return await gradeUnderstood(settings, run, { subject, intake, plan, chosen: ids, progressOf });
}

/** Whether only some students are graded. */
const isPart = ({ student, retry }: BatchRun): boolean => student !== undefined || retry !== undefined;

/** Before anything is made: what cannot be compared with is refused then. */
async function readEarlier(
  { previous, assignment }: BatchSettings,
  { out, journalOf = out }: BatchRun,
  { attempts }: Pick<Intake, "attempts">,
): Promise<ProgressOf | undefined> {
  if (previous === undefined) return undefined;
  const students = attempts.map(({ student }) => student);
  return await readEarlierReports(previous, { assignment, students, except: [out, journalOf] });
}

function tellInputs({ submissions, roster, overrides, previous, late }: BatchSettings): void {
  const policyFile = late?.endsWith(".json") ? late : undefined;
  for (const path of [submissions, roster, overrides, policyFile, previous]) tellRead(path);
}

/** What the settings mean. */
type Understood = {
  readonly subject: ClassSubject;
  readonly intake: Intake;
  readonly plan: BatchPlan;
  /** Ids of who is to be graded. */
  readonly chosen: ReadonlySet<string>;
  /** What has come of earlier attempts; undefined where no reports of them were given. */
  readonly progressOf: ProgressOf | undefined;
};

async function gradeUnderstood(
  settings: BatchSettings,
  run: BatchRun,
  { subject, intake, plan, chosen, progressOf }: Understood,
): Promise<GradedBatch> {
  const workers = run.workers ?? availableParallelism();
  const secret = await hiddenCasesSecret();
  const key = authenticationKey(secret, "results");
  const request = { secret, workers, graderVersion: run.version };
  const { urgency = "batch" } = run;
  const address = run.database === undefined ? undefined : readAddress(run.database);
  await using opened = await subject.open({ ...request, isElsewhere: address !== undefined });
  const { version, lookAt } = opened;
  await using remote = address && (await overDatabase(address, { urgency, settings, request, opened }));
  const grading = { ...opened.grading, ...(remote && { queue: remote.queue }) };
  const inputs = classInputs(settings, { intake, plan, basis: grading.fingerprint });
  const wanted = { retry: run.retry, isNamed: run.student !== undefined, chosen };
  const partial = await planPartialRun(run.out, wanted, settings, { key, version, inputs });
  if (partial?.isRetry) tellNewWork(intake, partial);
  const folder = await openBatchFolder(run.out, settings);
  const disbelieved = new Set<string>();
  const { results } = batchFolder(run.journalOf ?? run.out);
  const store = new Journal(results, { secretKey: key, onDisbelieved: (file) => disbelieved.add(file) });
  const isChosen = (student: string): boolean => chosen.has(student);
  const batch = {
    assignment: { work: subject.work, version },
    grading: { ...grading, store },
    intake,
    settings,
    plan,
    folder,
    key,
    inputs,
    isChosen,
    partial,
    withTypes: lookAt?.(intake),
    progressOf,
  };
  try {
    return { ...(await runShowingProgress(batch, run)), store };
  } finally {
    if (disbelieved.size > 0) tell(phraseDisbelieved([...disbelieved], results, { onlySome: isPart(run) }));
  }
}

/** Who grades alone need not wait until what a database takes is loaded. */
const overDatabase: typeof gradeOverDatabase = async (...args) =>
  (await import("../grade-over-database.ts")).gradeOverDatabase(...args);

async function runShowingProgress(batch: Omit<Batch, "onGraded">, { out, progress }: BatchRun): Promise<BatchOutcome> {
  const { graded, stop } = await openClassProgress(countStudents(batch.intake, batch.partial), progress);
  const isReused = ({ attempts }: GradedStudent): boolean => attempts.every(({ origin }) => origin !== "graded");
  try {
    return await runBatch({ ...batch, onGraded: (student) => graded(student.result.status, isReused(student)) });
  } catch (error) {
    if (!isLost(out, error)) throw error;
    throw new MachineFailure(printable(`Cannot continue: "${out}" was removed or renamed while grading`), {
      cause: error,
    });
  } finally {
    stop();
  }
}

/** Tells what a person should know of the files of a class. @returns The exit code of the command that made them. */
export function tellRemarks({ result, warnings, refused }: BatchOutcome): ExitCode {
  for (const warning of warnings) tell(warning);
  for (const refusal of refused) tell(`gradecheck: ${refusal}`);
  if (result.students.some(hasGraderError)) return exitCode.graderError;
  return refused.length > 0 ? exitCode.usage : exitCode.done;
}

/** Whether somebody has taken the output folder away meanwhile. */
function isLost(out: string, error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT" && !existsSync(join(out, settingsFile));
}

function countStudents({ attempts }: Intake, partial: PartialRun | undefined): number {
  const all = new Set(attempts.map(({ student }) => student));
  return (partial === undefined ? all : all.intersection(partial.students)).size;
}

function tellNewWork({ attempts }: Intake, { before }: PartialRun): void {
  const known = new Set(before.students.filter(({ status }) => status !== "missing").map(({ student }) => student));
  const added = new Set(attempts.map(({ student }) => student)).difference(known).size;
  if (added === 0) return;
  const students = added === 1 ? "1 student has" : `${added} students have`;
  tell(`${students} handed in since and will not be graded; run without --retry to grade them`);
}
