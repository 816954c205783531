import { appendFileSync } from "node:fs";
import { basename, join } from "node:path";
import pLimit from "p-limit";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { ClassResult, StudentResult } from "../../../reports/report/class-result.ts";
import type { JobQueue } from "../../session/ports.ts";
import type { Intake, RosterEntry, SubmissionAttempt } from "../attempts/submission-attempt.ts";
import { chooseAttempt } from "../intake/order-attempts.ts";
import { finalMark } from "../marks/final-mark.ts";
import type { Override } from "../marks/overrides.ts";
import { pageNames } from "../page-names.ts";
import type { BatchFolder } from "./batch-folder.ts";
import type { BatchSettings } from "./batch-settings.ts";
import type { PartialRun } from "./partial-run.ts";
import type { DurationLine } from "./read-durations.ts";
import type { GradedStudent, StudentGrader } from "./student-grader.ts";
import { durationsFile } from "./write-class.ts";

/** What grading the students of a class needs. */
export type StudentsToGrade = {
  readonly intake: Intake;
  readonly settings: Pick<BatchSettings, "attempt">;
  readonly folder: BatchFolder;
  readonly grading: { readonly queue: Pick<JobQueue, "width"> };
  readonly exercises: ClassResult["exercises"];
  readonly overrides: ReadonlyMap<string, readonly Override[]>;
  /** Only some of a class that was graded before. */
  readonly partial?: PartialRun | undefined;
  readonly onGraded: (graded: GradedStudent) => void;
};

/** Everybody of a class, sorted by id, and what belongs to nobody. */
export type GradedStudents = Pick<ClassResult, "students" | "unmatched">;

/** Grades the students of a class, each the moment there is room. */
export async function gradeStudents(batch: StudentsToGrade, grader: StudentGrader): Promise<GradedStudents> {
  const { intake, partial, exercises, overrides } = batch;
  const attempts = Map.groupBy(intake.attempts, ({ student }) => student);
  const ids = [...attempts.keys()].filter((student) => partial?.students.has(student) ?? true).sort();
  const { results, skipped } = await gradeEach(batch, grader, attempts, ids);
  const missing = intake.missing.map((entry) => missingResult(entry, exercises, overrides.get(entry.id) ?? []));
  if (partial !== undefined) return withOthers(partial, intake, [...results, ...missing]);
  return {
    students: sorted([...results, ...missing]),
    unmatched: [...intake.unmatched, ...skipped].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Puts the students that were graded into the class as it was. */
function withOthers(
  { before, students, isRetry }: PartialRun,
  { attempts, unmatched }: Intake,
  now: readonly StudentResult[],
): GradedStudents {
  const all = new Map(before.students.map((result) => [result.student, result]));
  for (const result of now) {
    const isIn = all.has(result.student);
    if (isIn ? students.has(result.student) : !isRetry) all.set(result.student, result);
  }
  if (isRetry) return { ...before, students: sorted([...all.values()]) };
  const isGraded = (student: string): boolean => (all.get(student)?.status ?? "missing") !== "missing";
  const left = attempts.filter(({ student }) => !isGraded(student));
  const listed = [...unmatched, ...left.map(({ shownPath }) => ({ path: shownPath, reason: notChosen }))];
  return { students: sorted([...all.values()]), unmatched: listed.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

const sorted = (students: readonly StudentResult[]): StudentResult[] =>
  students.toSorted((a, b) => (a.student < b.student ? -1 : 1));

const notChosen = "it was not chosen, and has not been graded before";

async function gradeEach(
  batch: StudentsToGrade,
  grader: StudentGrader,
  all: ReadonlyMap<string, readonly SubmissionAttempt[]>,
  students: readonly string[],
): Promise<{ readonly results: readonly StudentResult[]; readonly skipped: ClassResult["unmatched"] }> {
  const { settings, folder } = batch;
  const pages = pagesOf(students, batch.partial);
  const limit = pLimit(batch.grading.queue.width);
  const results: StudentResult[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const work = students.map((student) =>
    limit(async () => {
      const attempts = all.get(student) ?? [];
      const competing = settings.attempt === "best" ? attempts : chooseAttempt(attempts, settings.attempt);
      const graded = await grader.grade(competing, pages.get(student) ?? student, attempts.length);
      if (graded === undefined) {
        skipped.push(...attempts.map(({ shownPath }) => ({ path: shownPath, reason: notChosen })));
        return;
      }
      results.push(graded.result);
      batch.onGraded(graded);
      logTimes(folder, graded);
    }),
  );
  try {
    await Promise.all(work);
  } catch (error) {
    // Nobody else begins.
    limit.clearQueue();
    throw error;
  }
  return { results, skipped };
}

/** Names of the students' pages. Who is graded again keeps theirs, whoever else has come. */
function pagesOf(students: readonly string[], partial: PartialRun | undefined): ReadonlyMap<string, string> {
  const kept = partial?.before.students.flatMap(({ student, page }) =>
    page === undefined ? [] : [[student, basename(page, ".html")] as const],
  );
  const before = new Map(kept);
  const added = students.filter((student) => !before.has(student));
  const names = pageNames(added, [...before.values()]);
  return new Map([...before, ...added.map((student, i) => [student, names[i] ?? student] as const)]);
}

/** Times are no part of the results, which are the same each time: they lie in a file of their own, in the order of grading. */
function logTimes({ path }: BatchFolder, { result, attempts }: GradedStudent): void {
  const seconds = attempts.reduce((sum, attempt) => sum + attempt.seconds, 0);
  if (seconds === 0) return;
  const line: DurationLine = { student: result.student, seconds: Number(seconds.toFixed(4)) };
  appendFileSync(join(path, durationsFile), `${jsonText(line)}\n`);
}

function missingResult(
  { id, name, email, section }: RosterEntry,
  exercises: ClassResult["exercises"],
  overrides: readonly Override[],
): StudentResult {
  return {
    student: id,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(section !== undefined && { section }),
    status: "missing",
    ...finalMark({
      summary: undefined,
      exercises,
      policy: undefined,
      entry: undefined,
      submittedAt: undefined,
      overrides,
    }),
  };
}
