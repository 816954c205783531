import { correlation, mean, quantile } from "../../class/statistics/sample-statistics.ts";
import type { Gradebook, GradebookCell } from "../../report/gradebook.ts";

/** One piece of work over all students. Percentages are of the points that could be reached. */
export type WorkStatistics = {
  readonly id: string;
  /** Students with points, those whose work could not be loaded included. */
  readonly graded: number;
  readonly missing: number;
  readonly failed: number;
  readonly late: number;
  /** null where there are no points. */
  readonly mean: number | null;
  readonly median: number | null;
};

/** Counts each piece of work, and takes mean and median of what was handed in. */
export function workStatistics({ work, students }: Pick<Gradebook, "work" | "students">): WorkStatistics[] {
  return work.map(({ id }, at) => {
    const cells = students.flatMap(({ cells: own }) => own[at] ?? []);
    const percents = cells.flatMap((cell) => handedIn(cell) ?? []).sort((a, b) => a - b);
    const having = (status: GradebookCell["status"]) => cells.filter((cell) => cell.status === status).length;
    return {
      id,
      graded: percents.length,
      missing: having("missing"),
      failed: having("grader-error"),
      late: cells.filter(({ late }) => late !== undefined).length,
      mean: mean(percents),
      median: quantile(percents, 0.5),
    };
  });
}

/** Of fewer pairs a correlation says nothing. */
const leastPairs = 10;

/**
 * How the marks in each two pieces of work go together: Pearson's correlation over the students who handed in both.
 * @returns A row for each piece of work, with a cell for each before it; null of fewer than ten students, or where all have the same.
 */
export function workCorrelations({ work, students }: Pick<Gradebook, "work" | "students">): (number | null)[][] {
  const percents = students.map(({ cells }) => cells.map((cell) => handedIn(cell)));
  return work.map((_, row) =>
    work.slice(0, row).map((_, column) => {
      const both = percents.flatMap((own) => {
        const [x, y] = [own[row], own[column]];
        return x === undefined || y === undefined ? [] : [{ x, y }];
      });
      if (both.length < leastPairs) return null;
      return correlation(
        both.map(({ x }) => x),
        both.map(({ y }) => y),
      );
    }),
  );
}

function handedIn({ status, score, maxScore = 0 }: GradebookCell): number | undefined {
  return status === "missing" || score === undefined || maxScore === 0 ? undefined : (100 * score) / maxScore;
}
