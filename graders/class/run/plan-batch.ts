import { readFile } from "node:fs/promises";
import type { TypeErrorSettings } from "../../../assignments/catalog/manifest.ts";
import { sumPoints } from "../../../assignments/values/round-points.ts";
import { ExportError } from "../../../reports/exports/export-error.ts";
import type { StudentFile } from "../../../reports/exports/exporter.ts";
import { type ClassFile, classFiles, studentFiles } from "../../../reports/exports/exporters.ts";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import type { ClassResult, StudentResult } from "../../../reports/report/class-result.ts";
import { chooseExercises } from "../../session/choose-exercises.ts";
import type { GradedWork } from "../../session/graded-work.ts";
import type { Intake } from "../attempts/submission-attempt.ts";
import { BatchError } from "../batch-error.ts";
import type { LatePolicy } from "../marks/late-policy.ts";
import { type Override, overridesByStudent } from "../marks/overrides.ts";
import { plannedLatePolicy } from "../marks/planned-late-policy.ts";
import { readLatePolicy } from "../marks/read-late-policy.ts";
import { readOverrides } from "../marks/read-overrides.ts";
import type { BatchSettings } from "./batch-settings.ts";
import type { ExpectedStudent } from "./expected-students.ts";

/** What a batch does besides grading, understood and checked. */
export type BatchPlan = {
  readonly exercises: ClassResult["exercises"];
  readonly policy: LatePolicy | undefined;
  /** What the policy says, where it is the plan of the course that says it, and nothing else does. */
  readonly plannedPolicy?: string;
  /** What type errors cost; undefined for nothing. */
  readonly typeErrors: TypeErrorSettings | undefined;
  /** By student. */
  readonly overrides: ReadonlyMap<string, readonly Override[]>;
  readonly exports: readonly ClassFile[];
  readonly studentFiles: readonly StudentFile[];
};

/**
 * Understands everything that a batch was told, so that nothing is found wrong after an hour of grading.
 * @param intake Everything that was handed in.
 * @param expected Who will be in the class.
 * @param version Of gradecheck.
 * @throws {RangeError} for exercises, a late policy or overrides that make no sense.
 * @throws {CoursePlanError} where the plan of the course would say what lateness costs, and cannot be used.
 * @throws {BatchError} for exports that a platform would refuse, whatever the marks turn out to be.
 */
export async function planBatch(
  settings: BatchSettings,
  {
    intake,
    expected,
  }: { readonly intake: Pick<Intake, "attempts" | "roster">; readonly expected: readonly ExpectedStudent[] },
  work: GradedWork,
  version: string,
): Promise<BatchPlan> {
  const exercises = classExercises(work, settings);
  const exportNames = settings.exports ?? [];
  const exports = classFiles(exportNames, { settings, version });
  refuseExports(exports, futureClass(work, exercises, expected));
  const told = await readLatePolicy(settings.late, work);
  const planned = told === undefined ? await plannedLatePolicy(work.id) : undefined;
  return {
    exercises,
    policy: told ?? planned?.policy,
    ...(planned !== undefined && { plannedPolicy: planned.words }),
    typeErrors: work.typeErrors,
    overrides: await overridesOf(settings, intake, exercises),
    exports,
    studentFiles: studentFiles(exportNames),
  };
}

/**
 * The exercises of a class that were asked for.
 * @throws {RangeError} where there is no such exercise.
 */
function classExercises(work: GradedWork, { exercises }: Pick<BatchSettings, "exercises">): ClassResult["exercises"] {
  return chooseExercises(work, exercises).map((one) => ({
    id: one.id,
    title: one.title,
    maxScore: one.points,
    ...("question" in one && { question: one.question }),
  }));
}

/** The class before anything is graded: all that importers look at but the marks. */
function futureClass(
  { id, title, version }: GradedWork,
  exercises: ClassResult["exercises"],
  expected: readonly ExpectedStudent[],
): ClassResult {
  const maxScore = sumPoints(exercises.map((exercise) => exercise.maxScore));
  const students = expected.map(
    (student): StudentResult => ({ ...student, rawScore: 0, score: 0, maxScore, overrides: [], exercises: [] }),
  );
  const class_ = { assignment: id, assignmentTitle: title, assignmentVersion: version, maxScore, exercises };
  return { ...class_, students, unmatched: [] };
}

function refuseExports(files: readonly ClassFile[], result: ClassResult): void {
  const refusals = files.flatMap(({ make }) => {
    try {
      make(result);
      return [];
    } catch (error) {
      if (error instanceof ExportError) return [error.message];
      throw error;
    }
  });
  if (refusals.length > 0) throw new BatchError(`${refusals.join("; ")}; nothing is graded yet`);
}

async function overridesOf(
  { overrides: file }: Pick<BatchSettings, "overrides">,
  { attempts, roster }: Pick<Intake, "attempts" | "roster">,
  exercises: ClassResult["exercises"],
): Promise<ReturnType<typeof overridesByStudent>> {
  if (file === undefined) return new Map();
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "there is no such file" : (cause.code ?? cause.message);
    throw new RangeError(printable(`Cannot read overrides "${file}": ${why}`), { cause });
  });
  const students = new Set([...attempts.map(({ student }) => student), ...roster.keys()]);
  const maxScore = sumPoints(exercises.map((exercise) => exercise.maxScore));
  return overridesByStudent(readOverrides(bytes, file, { exercises, maxScore, students }));
}
