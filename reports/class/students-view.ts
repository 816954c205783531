import { roundPoints } from "../../assignments/values/round-points.ts";
import { message } from "../messages/message.ts";
import { encodePath } from "../pages/page-text.ts";
import { exerciseStatusView, type StatusView } from "../pages/status-view.ts";
import { phraseStatus, phraseStudentStatus } from "../phrasing/phrase-status.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult, LateDeduction, StudentResult } from "../report/class-result.ts";
import type { ExerciseReport } from "../report/report.ts";
import { isAdjusted } from "./attention-view.ts";
import { type PartsKind, phrasePartStatus } from "./part-words.ts";
import { sum } from "./statistics/sample-statistics.ts";
import { type StudentLink, showText, studentLink } from "./student-link.ts";

/** A sign in the table: a glyph for a status, and its words. */
type SignView = { readonly icon: StatusView["icon"]; readonly glyph: string; readonly words: string };

/** A student's row. Short fields: there are thousands of them. */
type StudentRowView = {
  readonly link: StudentLink;
  readonly id: string;
  readonly section: string;
  readonly score: string;
  /** What a sorting script reads where the text is no number to it: null where it is. */
  readonly scoreValue: number | null;
  readonly isChanged: boolean;
  readonly raw: string;
  readonly rawValue: number | null;
  readonly late: { readonly seconds: number; readonly words: string } | null;
  readonly status: string;
  readonly isGraded: boolean;
  /** A sign's name per exercise, "" where there is no result. */
  readonly signs: readonly string[];
  readonly feedback: string | null;
};

type Columns = {
  readonly hasNames: boolean;
  readonly hasSections: boolean;
  readonly hasAdjusted: boolean;
  readonly hasLate: boolean;
  readonly hasFeedback: boolean;
};

/** The table of students for a template. Columns that would be empty are left out. */
export type StudentsView = Columns & {
  readonly exercises: readonly { readonly number: number; readonly title: string }[];
  readonly signs: readonly SignView[];
  /** For the style sheet: the columns as grid tracks, and the minimum width of all but the first. */
  readonly widths: { readonly columns: string; readonly others: string };
  readonly rows: readonly StudentRowView[];
};

const statuses = [
  "passed",
  "partial",
  "failed",
  "not-implemented",
  "skipped",
  "grader-error",
] as const satisfies readonly ExerciseReport["status"][];

/** The table of students. Rows stay in the order of the class. */
export function studentsView({ students, exercises }: ClassResult, parts: PartsKind): StudentsView {
  const columns = {
    hasNames: students.some(({ name }) => name !== undefined),
    hasSections: students.some(({ section }) => section !== undefined),
    hasAdjusted: students.some(isAdjusted),
    hasLate: students.some(({ late }) => late !== undefined),
    hasFeedback: students.some(({ feedback }) => feedback !== undefined),
  };
  return {
    ...columns,
    widths: columnWidths(columns, exercises.length),
    exercises: exercises.map(({ title }, at) => ({ number: at + 1, title: printable(title) })),
    signs: statuses.map((status) => ({
      glyph: phraseStatus(status).glyph,
      words: phrasePartStatus(status, parts),
      icon: exerciseStatusView(status).icon,
    })),
    rows: students.map((student) => rowView(student, exercises)),
  };
}

/** Each row has its own grid, with the same columns in all of them, so that rows out of sight cost nothing. */
function columnWidths(
  { hasNames, hasSections, hasAdjusted, hasLate, hasFeedback }: Columns,
  exercises: number,
): StudentsView["widths"] {
  const widths: readonly (readonly [rem: number, grows: number])[] = [
    ...(hasNames ? [[6, 1] as const] : []),
    ...(hasSections ? [[5.6, 0.5] as const] : []),
    [4.7, 0],
    ...(hasAdjusted ? [[4.4, 0] as const] : []),
    ...(hasLate ? [[5.2, 0] as const] : []),
    [9.2, 0],
    ...Array.from({ length: exercises }, () => [1.9, 0] as const),
    ...(hasFeedback ? [[5.7, 0] as const] : []),
  ];
  const tracks = widths.map(([rem, grows]) => (grows === 0 ? `${rem}rem` : `minmax(${rem}rem, ${grows}fr)`));
  return {
    columns: `minmax(var(--name-width), 2fr) ${tracks.join(" ")}`,
    others: `${sum(widths.map(([rem]) => rem)).toFixed(1)}rem`,
  };
}

function rowView(student: StudentResult, exercises: ClassResult["exercises"]): StudentRowView {
  const { status, overrides, late, summary, feedback } = student;
  const own = new Map(summary?.exercises.map((exercise) => [exercise.id, exercise.status]));
  // A failure of the grader counts neither as 0 nor as a full score.
  const isScored = status !== "grader-error" || overrides.length > 0;
  const hasRaw = status !== "grader-error" && status !== "missing";
  return {
    link: studentLink(student),
    id: showText(student.student),
    section: showText(student.section ?? ""),
    score: isScored ? formatPoints(student.score) : "–",
    scoreValue: isScored ? valueToSort(student.score) : null,
    isChanged: overrides.length > 0,
    raw: hasRaw ? formatPoints(student.rawScore) : "–",
    rawValue: hasRaw ? valueToSort(student.rawScore) : null,
    late: late === undefined ? null : { seconds: Math.round(late.lateSeconds), words: phraseLateBriefly(late) },
    status: phraseStudentStatus(status),
    isGraded: status === "graded",
    signs: exercises.map(({ id }) => {
      const result = own.get(id);
      return result === undefined ? "" : exerciseStatusView(result).icon;
    }),
    feedback: feedback === undefined ? null : encodePath(feedback),
  };
}

/** Points that are written in another way than numbers are in JavaScript. */
const valueToSort = (points: number): number | null =>
  Number(formatPoints(points)) === roundPoints(points) ? null : roundPoints(points);

/** How late, rounded up: `45 min`, `3 h`, `2 d 3 h`. */
function phraseLateBriefly({ lateSeconds }: LateDeduction): string {
  if (lateSeconds <= 3600) return `${Math.ceil(lateSeconds / 60)} min`;
  const hours = Math.ceil(lateSeconds / 3600);
  if (hours < 24) return `${hours} h`;
  return hours % 24 === 0
    ? message("class.days-late", { days: hours / 24 })
    : message("class.days-and-hours-late", { days: Math.floor(hours / 24), hours: hours % 24 });
}
