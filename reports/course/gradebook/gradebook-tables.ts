import { type CanvasLayout, canvasTable } from "../../exports/canvas-csv.ts";
import { csvTable, textCell } from "../../exports/csv-table.ts";
import { ExportError } from "../../exports/export-error.ts";
import { type MoodleOptions, moodleTable } from "../../exports/moodle-csv.ts";
import { formatPoints } from "../../phrasing/text/format-number.ts";
import { printable } from "../../phrasing/text/printable.ts";
import type { Gradebook, GradebookStudent } from "../../report/gradebook.ts";

const columns = ["student", "name", "email", "section", "total_percent", "letter"] as const;

/**
 * The plain gradebook of a course (RFC 4180): a row for each student; percentages of the total and of each group, then points, state
 * and what was dropped of each piece of work. Where there is no mark, the cell of points is empty.
 */
export function gradebookTable({ groups, work, students }: Gradebook): string {
  const header = [
    ...columns,
    ...groups.map(({ id }) => `percent_${id}`),
    ...work.flatMap(({ id }) => [id, `${id}_max`, `${id}_status`]),
    ...["late_days_used", "in_danger"],
  ];
  return csvTable([
    header,
    ...students.map((student) => [
      ...[student.student, student.name ?? "", student.email ?? "", student.section ?? ""].map(textCell),
      ...[percent(student.total), textCell(student.letter ?? "")],
      ...groups.map(({ id }) => percent(student.groups[id])),
      ...student.cells.flatMap(({ score, maxScore, status, isDropped }) => [
        score === undefined ? "" : formatPoints(score),
        maxScore === undefined ? "" : formatPoints(maxScore),
        isDropped ? `${status} dropped` : status,
      ]),
      ...[String(student.lateDays?.used ?? ""), student.dangers.map(({ rule }) => rule).join(" ")],
    ]),
  ]);
}

const percent = (value: number | undefined): string => (value === undefined ? "" : formatPoints(value));

/** @throws {ExportError} where two columns would be one. */
function refuseSameTitles(importer: string, columns: readonly { readonly title: string }[]): void {
  const twice = columns.find(({ title }, i) => columns.findIndex((one) => one.title === title) < i);
  if (twice === undefined) return;
  throw new ExportError(importer, `two pieces of work are called "${printable(twice.title)}"; give one another title`);
}

/** Work of which somebody has a mark, as columns. Who handed in nothing has an empty cell, as whose work must be graded again. */
function markedColumns({ work }: Gradebook) {
  return work.flatMap(({ title, maxScore }, i) => {
    const pointsOf = ({ cells }: GradebookStudent): number | undefined =>
      cells[i]?.status === "missing" && cells[i].score === 0 ? undefined : cells[i]?.score;
    return maxScore === undefined ? [] : [{ title, maxScore, pointsOf }];
  });
}

/**
 * All graded work for Canvas' gradebook import; its own totals follow from what is set there.
 * @throws {ExportError} for titles and ids that it would take for something else.
 */
export function gradebookForCanvas(gradebook: Gradebook, layout: CanvasLayout = "id"): string {
  const marked = markedColumns(gradebook);
  refuseSameTitles("Canvas", marked);
  return canvasTable(gradebook.students, marked, layout);
}

/**
 * All graded work for Moodle's grade import.
 * @throws {ExportError} for what would abort the import.
 */
export function gradebookForMoodle(
  gradebook: Gradebook,
  identifier: NonNullable<MoodleOptions["identifier"]> = "Email address",
): string {
  const marked = markedColumns(gradebook);
  refuseSameTitles("Moodle", marked);
  return moodleTable(gradebook.students, marked, identifier);
}
