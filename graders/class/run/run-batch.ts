import { sumPoints } from "../../../assignments/values/round-points.ts";
import type { ClassResult } from "../../../reports/report/class-result.ts";
import type { GradedWork } from "../../session/graded-work.ts";
import type { Intake } from "../attempts/submission-attempt.ts";
import type { BatchFolder } from "./batch-folder.ts";
import type { BatchSettings } from "./batch-settings.ts";
import type { ClassInputs } from "./class-inputs.ts";
import { ContentGrader, type ContentGraderOptions } from "./content-grader.ts";
import { gradeStudents } from "./grade-students.ts";
import type { PartialRun } from "./partial-run.ts";
import type { BatchPlan } from "./plan-batch.ts";
import { type GradedStudent, type ProgressOf, StudentGrader, type WithTypes } from "./student-grader.ts";
import { type ClassRemarks, writeClass } from "./write-class.ts";
import { writeSimilarity } from "./write-similarity.ts";

/** What a batch works with. */
export type Batch = {
  /** What is graded. @property version As reports have it. */
  readonly assignment: { readonly work: GradedWork; readonly version: string };
  /** By what it is graded, wherever that is. */
  readonly grading: ContentGraderOptions;
  readonly intake: Intake;
  readonly settings: BatchSettings;
  readonly plan: BatchPlan;
  readonly folder: BatchFolder;
  /** Under which the class is written, see `classText`. */
  readonly key: Uint8Array;
  /** What the marks follow from, see `classInputs`. */
  readonly inputs: ClassInputs;
  /** Only these students are graded; of the others earlier results count. Default all. */
  readonly isChosen?: (student: string) => boolean;
  /** Some of a class that was graded before; all others stay as they are. */
  readonly partial?: PartialRun | undefined;
  /** Adds type errors to reports. Default none. */
  readonly withTypes?: WithTypes | undefined;
  /** What has come of earlier attempts. Default none. */
  readonly progressOf?: ProgressOf | undefined;
  readonly onGraded: (graded: GradedStudent) => void;
};

/** What came of a batch. */
export type BatchOutcome = ClassRemarks & { readonly result: ClassResult };

/**
 * Grades a class into a folder: journal, feedback pages, class page, gradebooks. Run again, after whatever end, it goes on where it was and
 * gives the same files.
 * @throws the system's error where something cannot be written; what is graded by then is kept.
 */
export async function runBatch(batch: Batch): Promise<BatchOutcome> {
  const { intake, settings, folder, plan, partial } = batch;
  const { work, version } = batch.assignment;
  const { exercises, policy, overrides, studentFiles: files } = plan;
  const grader = new StudentGrader({
    grader: new ContentGrader(batch.grading),
    folder,
    exercises,
    policy,
    overrides,
    roster: intake.roster,
    again: () => partial?.isRetry ?? false,
    isChosen: batch.isChosen ?? (() => true),
    withTypes: batch.withTypes,
    progressOf: batch.progressOf,
    files,
  });
  const { students, unmatched } = await gradeStudents({ ...batch, exercises, overrides }, grader);
  const result: ClassResult = {
    assignment: work.id,
    assignmentTitle: work.title,
    assignmentVersion: version,
    maxScore: sumPoints(exercises.map(({ maxScore }) => maxScore)),
    exercises,
    students,
    unmatched,
  };
  const remarks = await writeClass({ ...batch, work, exports: plan.exports, studentFiles: files }, result);
  // Last: whatever becomes of it, the class is there.
  const { limits } = work;
  if (settings.similarity && limits) await writeSimilarity(folder, result, intake.attempts, limits);
  return { result, ...remarks };
}
