import type { CoursePlan } from "../../../assignments/catalog/plan/load-course-plan.ts";
import { sumPoints } from "../../../assignments/values/round-points.ts";
import { markOf } from "../../../reports/exports/mark.ts";
import type { StudentResult } from "../../../reports/report/class-result.ts";
import type { GradebookCell, GradebookStudent, GradebookWork } from "../../../reports/report/gradebook.ts";
import { lateCost } from "../../class/marks/late-deduction.ts";
import type { LatePolicy } from "../../class/marks/late-policy.ts";

const daySeconds = 24 * 60 * 60;

/** One piece of work as far as it is graded. */
export type GradedColumn = {
  readonly work: GradebookWork;
  /** Absent where nothing of it is graded yet. */
  readonly results?: ReadonlyMap<string, StudentResult>;
  /** The course's own, where its lateness was counted by that. */
  readonly policy?: LatePolicy;
};

/** A student's row before anything is dropped or added up. */
export type TermCells = Required<Pick<GradebookStudent, "cells">> & Pick<GradebookStudent, "lateDays">;

/**
 * A student's marks, with the late days of the term. They are used in the order of the course, where they help, in work whose lateness
 * was counted by the course's policy. Whoever is not among the results of graded work has handed in nothing.
 * @param lateDays Of each student for the whole term; undefined where the course has none.
 */
export function termCells(
  student: string,
  columns: readonly GradedColumn[],
  { late }: Pick<CoursePlan, "late">,
): TermCells {
  const all = late?.lateDays ?? 0;
  let left = all;
  const cells = columns.map((column): GradebookCell => {
    const { work, results } = column;
    if (results === undefined || work.maxScore === undefined) return { work: work.id, status: "not-graded" };
    const result = results.get(student);
    if (result === undefined) return { work: work.id, status: "missing", score: 0, maxScore: work.maxScore };
    const cell = cellOf(work.id, result, column.policy, left);
    left = Math.max(0, left - (cell.late?.lateDaysUsed ?? 0));
    return cell;
  });
  return { cells, ...(all > 0 && { lateDays: { used: all - left, left } }) };
}

function cellOf(work: string, result: StudentResult, policy: LatePolicy | undefined, left: number): GradebookCell {
  const { status, maxScore } = result;
  const mark = markOf(result);
  if (mark.kind === "none") {
    return mark.why === "missing" ? { work, status, score: 0, maxScore } : { work, status: "grader-error", maxScore };
  }
  const common = { work, status, maxScore };
  const { late } = result;
  if (late === undefined) return { ...common, score: mark.points };
  const { lateSeconds, lateDaysUsed, points } = late;
  const asGraded = { ...common, score: mark.points, late: { lateSeconds, lateDaysUsed, points } };
  if (policy === undefined || left === 0 || isDecidedByHand(result) || isTooLate(result, lateSeconds, policy)) {
    return asGraded;
  }
  const before = sumPoints([mark.points, points]);
  const days = Math.ceil(lateSeconds / daySeconds);
  const cost = lateCost(policy, days, left, { score: before, maxScore });
  return {
    ...common,
    score: sumPoints([before, -cost.points]),
    late: { lateSeconds, lateDaysUsed: cost.lateDaysUsed, points: cost.points },
  };
}

/** The mark of the whole work is what the instructor says it is, lateness included. */
const isDecidedByHand = ({ overrides }: StudentResult): boolean =>
  overrides.some(({ exercise }) => exercise === undefined);

/** After the hard deadline no late day helps. An extension moves both dates, so it is in what lateness was counted from. */
function isTooLate({ submittedAt }: StudentResult, lateSeconds: number, { due, hardDeadline }: LatePolicy): boolean {
  if (hardDeadline === undefined || submittedAt === undefined) return false;
  return lateSeconds * 1000 > hardDeadline.getTime() - due.getTime();
}
