import { type Drawing, drawChart } from "../../class/draw-chart.ts";
import { histogramChart } from "../../class/histogram-chart.ts";
import { mean, quantile } from "../../class/statistics/sample-statistics.ts";
import { scoreHistogram } from "../../class/statistics/score-histogram.ts";
import { type StudentLink, showText, studentLink } from "../../class/student-link.ts";
import { message } from "../../messages/message.ts";
import { encodePath } from "../../pages/page-text.ts";
import { formatFixed, formatPoints } from "../../phrasing/text/format-number.ts";
import { printable } from "../../phrasing/text/printable.ts";
import type { Gradebook, GradebookStudent } from "../../report/gradebook.ts";
import { type CellView, cellView } from "./cell-view.ts";
import { phraseDanger } from "./phrase-danger.ts";
import { type WorkStatistics, workCorrelations, workStatistics } from "./work-statistics.ts";

type Fact = { readonly name: string; readonly value: string };
type WorkRow = Readonly<Record<"number" | "title" | "graded" | "missing" | "late" | "mean" | "median", string>> & {
  readonly href: string | null;
};
type WorkName = { readonly number: string; readonly title: string };
type CorrelationCell = { readonly text: string; readonly strength: string };
type StudentRow = {
  readonly link: StudentLink;
  readonly id: string;
  readonly cells: readonly CellView[];
  readonly groups: readonly string[];
  readonly total: string;
  readonly letter: string;
  readonly isInDanger: boolean;
};

/** The page of a whole course for a template. */
export type GradebookView = {
  readonly heading: string;
  readonly totals: readonly Fact[];
  readonly histogram: {
    readonly chart: Drawing;
    readonly mark: string;
    readonly bins: readonly { readonly range: string; readonly count: number }[];
  } | null;
  readonly letters: readonly { readonly grade: string; readonly count: number }[];
  readonly work: readonly WorkRow[];
  /** null where no two can be compared. */
  readonly correlations: {
    readonly columns: readonly WorkName[];
    readonly rows: readonly (WorkName & { readonly cells: readonly CorrelationCell[] })[];
  } | null;
  readonly dangers: readonly StudentInDanger[];
  /** Those of a large class that are shown when asked for. */
  readonly moreDangers: readonly StudentInDanger[];
  readonly hasNames: boolean;
  readonly hasLetters: boolean;
  readonly groups: readonly string[];
  readonly students: readonly StudentRow[];
};

/** What the page is told besides the gradebook. */
export type GradebookPageOptions = {
  /** Percent below which the course says that a student is in danger. */
  readonly dangerBelow: number;
  /** Path of a student's page, relative, forward slashes. */
  readonly pageOf: (student: string) => string;
};

/** A student in danger. @property rules By which rules, in sentences. */
type StudentInDanger = { readonly student: StudentLink; readonly rules: readonly string[] };

/** More of them would push the table of all students out of sight. */
const shownInDanger = 20;

/** Everything that the page of a whole course shows. */
export async function gradebookView(gradebook: Gradebook, options: GradebookPageOptions): Promise<GradebookView> {
  const { title, students, work, groups, letterGrades } = gradebook;
  const statistics = workStatistics(gradebook);
  const totals = students.flatMap(({ total }) => total ?? []).sort((a, b) => a - b);
  const linkOf = (one: GradebookStudent): StudentLink => studentLink({ ...one, page: options.pageOf(one.student) });
  const inDanger = students
    .filter(({ dangers }) => dangers.length > 0)
    .map((one) => ({ student: linkOf(one), rules: one.dangers.map((danger) => phraseDanger(danger, gradebook)) }));
  return {
    heading: showText(title),
    totals: facts(gradebook, totals),
    histogram: totals.length < 2 ? null : await histogramView(totals, options.dangerBelow),
    letters: letterGrades.map(({ grade }) => ({
      grade: printable(grade),
      count: students.filter(({ letter }) => letter === grade).length,
    })),
    work: statistics.map((one, i) => workRow(one, gradebook, i)),
    correlations: correlationsView(gradebook),
    dangers: inDanger.slice(0, shownInDanger),
    moreDangers: inDanger.slice(shownInDanger),
    hasNames: students.some(({ name }) => name !== undefined),
    hasLetters: letterGrades.length > 0,
    groups: groups.map((group) => printable(group.title)),
    students: students.map((one) => ({
      link: linkOf(one),
      id: showText(one.student),
      cells: work.flatMap((_, i) => (one.cells[i] === undefined ? [] : [cellView(one.cells[i])])),
      groups: groups.map(({ id }) => percentText(one.groups[id])),
      total: percentText(one.total),
      letter: printable(one.letter ?? ""),
      isInDanger: one.dangers.length > 0,
    })),
  };
}

const percentText = (percent: number | null | undefined): string =>
  percent === undefined || percent === null ? "" : formatFixed(percent, 1);

function facts({ students, work }: Gradebook, totals: readonly number[]): Fact[] {
  const graded = work.filter(({ maxScore }) => maxScore !== undefined).length;
  const [middle, lower, upper] = [mean(totals), quantile(totals, 0.25), quantile(totals, 0.75)];
  const median = quantile(totals, 0.5);
  const inDanger = students.filter(({ dangers }) => dangers.length > 0).length;
  const spread =
    lower === null || upper === null
      ? []
      : [
          { name: message("gradebook.mean"), value: message("course.percent", { percent: percentText(middle) }) },
          { name: message("gradebook.median"), value: message("course.percent", { percent: percentText(median) }) },
          {
            name: message("class.middle-half"),
            value: message("class.from-to", { from: percentText(lower), to: percentText(upper) }),
          },
        ];
  return [
    { name: message("class.students"), value: String(students.length) },
    { name: message("gradebook.graded-work"), value: message("gradebook.of", { count: graded, all: work.length }) },
    ...spread,
    { name: message("gradebook.in-danger"), value: String(inDanger) },
  ];
}

async function histogramView(totals: readonly number[], dangerBelow: number): Promise<GradebookView["histogram"]> {
  const bins = scoreHistogram(totals, 100);
  return {
    chart: await drawChart(histogramChart(bins, dangerBelow, message("gradebook.chart-percent"))),
    mark: formatPoints(dangerBelow),
    bins: bins.map(({ from, to, count }) => ({
      range:
        to === null
          ? message("class.above", { from: formatPoints(from) })
          : message("class.from-to", { from: formatPoints(from), to: formatPoints(to) }),
      count,
    })),
  };
}

function workRow(statistics: WorkStatistics, { work }: Gradebook, i: number): WorkRow {
  const { graded, missing, late } = statistics;
  const [folder] = work[i]?.folders ?? [];
  const count = (value: number): string => (folder === undefined ? "" : String(value));
  return {
    number: String(i + 1),
    title: showText(work[i]?.title ?? ""),
    href: folder === undefined ? null : encodePath(`${folder}/index.html`),
    graded: count(graded),
    missing: count(missing),
    late: count(late),
    mean: percentText(statistics.mean),
    median: percentText(statistics.median),
  };
}

/** Shades of a correlation's table, from none to strong. */
const strengths = ["none", "weak", "medium", "strong"] as const;

/** The lower half of a table of all work that is graded: a row for each but the first, a column for each but the last. */
function correlationsView(gradebook: Gradebook): GradebookView["correlations"] {
  const rows = workCorrelations(gradebook);
  const graded = gradebook.work.flatMap(({ title, maxScore }, at) =>
    maxScore === undefined ? [] : [{ at, number: String(at + 1), title: showText(title) }],
  );
  if (rows.every((row) => row.every((one) => one === null))) return null;
  const columns = graded.slice(0, -1);
  return {
    columns: columns.map(({ number, title }) => ({ number, title })),
    rows: graded.slice(1).map(({ at, number, title }) => ({
      ...{ number, title },
      cells: columns.map((column) => correlationCell(column.at < at ? rows[at]?.[column.at] : undefined)),
    })),
  };
}

const correlationCell = (value: number | null = null): CorrelationCell => ({
  text: value === null ? "" : formatFixed(value, 2),
  strength: strengths[Math.min(3, Math.floor(Math.abs(value ?? 0) / 0.25))] ?? "none",
});
