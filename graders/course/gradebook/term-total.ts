import type { CoursePlan } from "../../../assignments/catalog/plan/load-course-plan.ts";
import { roundPoints } from "../../../assignments/values/round-points.ts";
import type { GradebookCell, GradebookStudent, GradebookWork } from "../../../reports/report/gradebook.ts";

/** What a student has reached so far. */
export type TermTotal = Pick<GradebookStudent, "cells" | "groups" | "total" | "letter">;

/**
 * Drops, adds up and grades. Work of one group counts by its weights, groups by theirs; what is not graded, for anybody or by a failure of the
 * grader, counts neither as 0 nor otherwise, and neither does a group of which nothing counts yet. Totals are rounded to hundredths of a percent
 * before they get a letter.
 * @param work In the order of the cells.
 */
export function termTotal(
  cells: readonly GradebookCell[],
  work: readonly GradebookWork[],
  { groups, letterGrades }: Pick<CoursePlan, "groups" | "letterGrades">,
): TermTotal {
  const dropped = new Set<GradebookCell>();
  const percents: Record<string, number> = {};
  for (const { id, dropLowest } of groups) {
    const counted = work.flatMap((one, i) => countedCell(one, cells[i], id));
    const lowest = counted.toSorted((a, b) => a.percent - b.percent).slice(0, Math.min(dropLowest, counted.length - 1));
    for (const { cell } of lowest) dropped.add(cell);
    const left = counted.filter(({ cell }) => !dropped.has(cell));
    const percent = weightedMean(left.map(({ percent: value, weight }) => ({ value, weight })));
    if (percent !== undefined) percents[id] = roundPoints(percent);
  }
  const mean = weightedMean(
    groups.flatMap(({ id, weight }) => (percents[id] === undefined ? [] : [{ value: percents[id], weight }])),
  );
  const total = mean === undefined ? undefined : roundPoints(mean);
  const letter = total === undefined ? undefined : letterGrades.find(({ from }) => total >= from)?.grade;
  return {
    cells: cells.map((cell) => (dropped.has(cell) ? { ...cell, isDropped: true } : cell)),
    groups: percents,
    ...(total !== undefined && { total }),
    ...(letter !== undefined && { letter }),
  };
}

type Counted = { readonly cell: GradebookCell; readonly percent: number; readonly weight: number };

function countedCell(work: GradebookWork, cell: GradebookCell | undefined, group: string): Counted[] {
  const percent = cell === undefined ? undefined : cellPercent(cell);
  if (work.group !== group || cell === undefined || percent === undefined) return [];
  return [{ cell, percent, weight: work.weight }];
}

/** @returns undefined where nothing counts: nothing is graded, or there are no points to reach. */
export function cellPercent({ score, maxScore = 0 }: GradebookCell): number | undefined {
  return score === undefined || maxScore === 0 ? undefined : (100 * score) / maxScore;
}

type Weighted = { readonly value: number; readonly weight: number };

/** @returns undefined of nothing, or of nothing that has a weight. */
function weightedMean(all: readonly Weighted[]): number | undefined {
  const weights = all.reduce((sum, { weight }) => sum + weight, 0);
  return weights === 0 ? undefined : all.reduce((sum, { value, weight }) => sum + value * weight, 0) / weights;
}
