import type { CoursePlan } from "../../../assignments/catalog/plan/load-course-plan.ts";
import { roundPoints } from "../../../assignments/values/round-points.ts";
import type { Danger, GradebookStudent } from "../../../reports/report/gradebook.ts";
import { cellPercent } from "./term-total.ts";

/**
 * By which of the course's rules a student is in danger. The last result is held against the mean of those before, of which there
 * must be two; what is missing is told as such, and is no fall.
 */
export function findDangers(
  { cells, total }: Pick<GradebookStudent, "cells" | "total">,
  { danger }: Pick<CoursePlan, "danger">,
): Danger[] {
  const missing = cells.filter(({ status }) => status === "missing").map(({ work }) => work);
  return [
    ...(total !== undefined && total < danger.totalBelow
      ? [{ rule: "total", percent: total, below: danger.totalBelow } as const]
      : []),
    ...(danger.missing > 0 && missing.length >= danger.missing ? [{ rule: "missing", work: missing } as const] : []),
    ...findFall(cells, danger.fall),
  ];
}

const leastBefore = 2;

function findFall(cells: GradebookStudent["cells"], fall: number): Danger[] {
  const results = cells.flatMap((cell) => {
    const percent = cell.status === "missing" ? undefined : cellPercent(cell);
    return percent === undefined ? [] : [{ work: cell.work, percent }];
  });
  const last = results.at(-1);
  const before = results.slice(0, -1);
  if (last === undefined || before.length < leastBefore || fall === 0) return [];
  const mean = before.reduce((sum, { percent }) => sum + percent, 0) / before.length;
  if (mean - last.percent < fall) return [];
  return [{ rule: "fall", work: last.work, percent: roundPoints(last.percent), before: roundPoints(mean) }];
}
