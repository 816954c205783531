import { classTotals } from "../class/statistics/score-statistics.ts";
import { phraseResult } from "../phrasing/phrase-report.ts";
import { formatPoints, scorePercent } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ExerciseReport, Report } from "../report/report.ts";
import type { ClassRow } from "../terminal/render-class-table.ts";
import { encodePath, splitName } from "./page-text.ts";
import { type ScoreView, scoreView } from "./render-html.ts";
import { exerciseStatusView, questionStatusView, type StatusView } from "./status-view.ts";

/** An exercise across the class. */
type ClassExerciseView = {
  readonly number: number;
  readonly title: string;
  readonly name: readonly string[];
  readonly passed: string;
  readonly percent: number;
};

/** A submission's line in the index. */
type ClassRowView = {
  readonly name: string;
  readonly href: string;
  readonly score: ScoreView | null;
  readonly result: string;
  readonly note: string | null;
  /** One per exercise of the class, null where the report has none of it. */
  readonly statuses: readonly ({ readonly exercise: string; readonly status: StatusView } | null)[];
};

/** Everything the index of a class shows. */
export type ClassIndexView = {
  readonly heading: string;
  readonly totals: readonly { readonly name: string; readonly value: string }[];
  readonly exercises: readonly ClassExerciseView[];
  readonly rows: readonly ClassRowView[];
};

/** The view model of the index. Rows stay in the caller's order. */
export function classIndexView(rows: readonly ClassRow[]): ClassIndexView {
  const exercises = distinctExercises(rows);
  return {
    heading: printable(rows[0]?.report.assignmentTitle ?? "No submissions"),
    totals: totalsView(rows),
    exercises: exercises.map((exercise, at) => classExerciseView(exercise, at + 1, rows)),
    rows: rows.map((row) => classRowView(row, exercises)),
  };
}

function distinctExercises(rows: readonly ClassRow[]): readonly ExerciseReport[] {
  const found = new Map<string, ExerciseReport>();
  for (const { report } of rows)
    for (const exercise of report.exercises) if (!found.has(exercise.id)) found.set(exercise.id, exercise);
  return [...found.values()];
}

function classExerciseView(
  { id, title }: ExerciseReport,
  number: number,
  rows: readonly ClassRow[],
): ClassExerciseView {
  const statuses = rows.flatMap(({ report }) => report.exercises.filter((exercise) => exercise.id === id));
  const passed = statuses.filter(({ status }) => status === "passed").length;
  return {
    number,
    title: printable(title),
    name: splitName(id),
    passed: `${passed} of ${statuses.length}`,
    percent: scorePercent(passed, statuses.length),
  };
}

function classRowView({ name, path, report, note }: ClassRow, exercises: readonly ExerciseReport[]): ClassRowView {
  return {
    name: printable(name),
    href: encodePath(path),
    score: report.status === "grader-error" ? null : scoreView(report.score, report.maxScore),
    result: report.status === "graded" ? countPassed(report) : phraseResult(report),
    note: note === undefined ? null : printable(note),
    statuses: exercises.map(({ id }) => {
      const own = report.exercises.find((exercise) => exercise.id === id);
      return own === undefined ? null : { exercise: printable(id), status: statusView(own) };
    }),
  };
}

function statusView({ status, question }: ExerciseReport): StatusView {
  return question === undefined ? exerciseStatusView(status) : questionStatusView(status);
}

// The signs in the row tell which.
function countPassed({ exercises }: Report): string {
  const passed = exercises.filter(({ status }) => status === "passed").length;
  return passed === exercises.length ? "all passed" : `${passed} of ${exercises.length} passed`;
}

function totalsView(rows: readonly ClassRow[]): ClassIndexView["totals"] {
  const totals = classTotals(rows.map(({ report }) => report));
  const maxScore = rows[0]?.report.maxScore ?? 0;
  const points = (value: number | null) =>
    value === null ? [] : [`${formatPoints(value)} of ${formatPoints(maxScore)} (${scorePercent(value, maxScore)} %)`];
  return [
    { name: "Submissions", value: String(totals.submissions) },
    { name: "Graded", value: String(totals.graded) },
    ...(totals.notGradable === 0 ? [] : [{ name: "Not gradable", value: String(totals.notGradable) }]),
    ...(totals.graderErrors === 0 ? [] : [{ name: "To be graded again", value: String(totals.graderErrors) }]),
    ...points(totals.mean).map((value) => ({ name: "Mean", value })),
    ...points(totals.median).map((value) => ({ name: "Median", value })),
  ];
}
