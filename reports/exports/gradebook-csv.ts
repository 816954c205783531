import { formatPoints } from "../phrasing/text/format-number.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";
import { type ClassExport, csvTable, textCell } from "./csv-table.ts";
import { markOf, warnOfMissingMarks } from "./mark.ts";

const columns = [
  "student",
  "name",
  "email",
  "assignment",
  "submitted",
  "late_penalty",
  "raw_score",
  "score",
  "max_score",
  "status",
] as const;

/**
 * The plain gradebook (RFC 4180): a row for each student, then a column for each exercise. Points have at most two decimals.
 * Where there is no mark, the cells of points are empty. An exercise called like one of the columns gets `exercise_` in
 * front, so that no name is there twice.
 */
export function gradebookCsv(result: ClassResult): ClassExport {
  const fixed: readonly string[] = columns;
  const header = result.exercises.map(({ id }) => textCell(fixed.includes(id) ? `exercise_${id}` : id));
  const rows = result.students.map((student) => rowOf(student, result));
  return {
    text: csvTable([[...columns, ...header], ...rows]),
    warnings: warnOfMissingMarks(result, "the cells of points are empty"),
  };
}

function rowOf(student: StudentResult, { assignment, exercises }: ClassResult): string[] {
  const hasMark = markOf(student).kind === "points";
  const points = (value: number | undefined) => (hasMark && value !== undefined ? formatPoints(value) : "");
  const scores = new Map(student.exercises.map(({ id, score }) => [id, score]));
  return [
    textCell(student.student),
    textCell(student.name ?? ""),
    textCell(student.email ?? ""),
    textCell(assignment),
    textCell(student.submittedAt ?? ""),
    points(student.late?.points ?? 0),
    points(student.rawScore),
    points(student.score),
    formatPoints(student.maxScore),
    student.status,
    ...exercises.map(({ id }) => points(scores.get(id))),
  ];
}
