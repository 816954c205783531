import { message } from "../messages/message.ts";
import { formatDelta, formatPoints, scorePercent } from "../phrasing/text/format-number.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";
import { type Drawing, drawChart } from "./draw-chart.ts";
import { histogramChart } from "./histogram-chart.ts";
import { meanChange } from "./statistics/mean-change.ts";
import { type ScoreBin, scoreHistogram } from "./statistics/score-histogram.ts";
import { countsInScores, type ScoreStatistics, scoreStatistics } from "./statistics/score-statistics.ts";

/** The final scores of a class for a template. */
export type ScoresView = {
  readonly totals: readonly { readonly name: string; readonly value: string }[];
  /** null where there is nothing to spread: fewer than two scores count. */
  readonly histogram: {
    readonly chart: Drawing;
    readonly description: string;
    readonly passMark: string;
    readonly bins: readonly { readonly range: string; readonly count: number }[];
  } | null;
};

/** @param passMark Points from which a score passes. */
export async function scoresView(result: ClassResult, passMark: number): Promise<ScoresView> {
  const scores = result.students.filter(countsInScores).map(({ score }) => score);
  const bins = scoreHistogram(scores, result.maxScore);
  return {
    totals: [
      ...scoreTotals(scoreStatistics(scores, passMark), result.maxScore, passMark),
      ...changeTotals(result.students),
      ...counts(result.students),
    ],
    histogram:
      scores.length < 2
        ? null
        : {
            chart: await drawChart(histogramChart(bins, passMark)),
            description: describe(bins),
            passMark: formatPoints(passMark),
            bins: bins.map((bin) => ({ range: phraseRange(bin), count: bin.count })),
          },
  };
}

function scoreTotals(
  { count, mean, median, lowerQuartile, upperQuartile, passed }: ScoreStatistics,
  maxScore: number,
  passMark: number,
): ScoresView["totals"] {
  if (mean === null || median === null || lowerQuartile === null || upperQuartile === null) return [];
  return [
    { name: message("class.mean", { total: formatPoints(maxScore) }), value: formatPoints(mean) },
    { name: message("class.median"), value: formatPoints(median) },
    {
      name: message("class.middle-half"),
      value: message("class.from-to", { from: formatPoints(lowerQuartile), to: formatPoints(upperQuartile) }),
    },
    {
      name: message("class.pass", { points: formatPoints(passMark) }),
      value: message("class.passed", { percent: scorePercent(passed, count), passed, count }),
    },
  ];
}

function changeTotals(students: readonly StudentResult[]): ScoresView["totals"] {
  const change = meanChange(students);
  if (change === undefined) return [];
  const value = message("progress.mean-of", { change: formatDelta(change.mean), count: change.count });
  return [{ name: message("progress.mean-change"), value }];
}

function counts(students: readonly StudentResult[]): ScoresView["totals"] {
  const having = (status: StudentResult["status"]) => students.filter((student) => student.status === status).length;
  const others = [
    { name: message("class.not-gradable"), value: having("not-gradable") },
    { name: message("class.again"), value: having("grader-error") },
    { name: message("class.missing"), value: having("missing") },
    { name: message("class.late"), value: students.filter(({ late }) => late !== undefined).length },
    { name: message("adjustment.by-hand"), value: students.filter(({ overrides }) => overrides.length > 0).length },
  ];
  return [
    { name: message("class.students"), value: students.length },
    { name: message("class.graded"), value: having("graded") },
    ...others.filter(({ value }) => value > 0),
  ].map(({ name, value }) => ({ name, value: String(value) }));
}

function describe(bins: readonly ScoreBin[]): string {
  const most = Math.max(...bins.map(({ count }) => count));
  const [fullest] = bins.filter(({ count }) => count === most);
  return fullest === undefined
    ? message("class.bars")
    : message("class.bars-most", { most, range: phraseRange(fullest) });
}

function phraseRange({ from, to }: ScoreBin): string {
  return to === null
    ? message("class.above", { from: formatPoints(from) })
    : message("class.from-to", { from: formatPoints(from), to: formatPoints(to) });
}
