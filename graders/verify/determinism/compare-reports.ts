import type { CaseReport, Report } from "../../../reports/report/report.ts";

/**
 * Where two reports of the same submission differ: they must be the same to the byte.
 * @returns One line with the fields and exercises; none where they are equal.
 */
export function byteProblems(one: Report | undefined, two: Report | undefined): string[] {
  if (one === undefined || two === undefined) return ["it was not graded twice"];
  const [first, again] = [foldLimits(one), foldLimits(two)];
  if (JSON.stringify(first) === JSON.stringify(again)) return [];
  const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
  const fields = Object.entries(first).filter(([name, value]) => !same(value, again[name as keyof Report]));
  const exercises = first.exercises.filter((exercise, i) => !same(exercise, again.exercises[i]));
  const places = [...fields.map(([name]) => name), ...exercises.map(({ id }) => id)];
  return [`the second report differs in ${places.join(", ")}`];
}

/**
 * Which limit a loop that fills the memory reaches first, time or memory, depends on the machine: here the two count as
 * one. Everything else must be identical.
 */
function foldLimits(report: Report): Report {
  const exercises = report.exercises.map((exercise) => {
    if (!exercise.cases.some(hitLimit)) return exercise;
    const cases = exercise.cases.map((found) => {
      if (!hitLimit(found)) return found;
      const { limit: _, ...rest } = found;
      return { ...rest, outcome: "timeout" as const };
    });
    return { ...exercise, cases, summary: "" };
  });
  return { ...report, exercises };
}

/** Whether a case ended at a limit of time or memory. */
export const hitLimit = ({ outcome }: CaseReport): boolean => outcome === "timeout" || outcome === "memory";

/**
 * Where the verdicts of two reports of the same submission differ, with hidden cases from different seeds: the status,
 * and status and misconceptions of each exercise.
 * @returns One line per exercise; none where they agree.
 */
export function verdictProblems(first: Report | undefined, other: Report | undefined): string[] {
  if (first === undefined || first.status !== other?.status) return [`${first?.status} becomes ${other?.status}`];
  return first.exercises.flatMap(({ id, status, misconceptions }, i) => {
    const found = other.exercises[i];
    if (status !== found?.status) return [`${id} is ${status}, with the other seed ${found?.status}`];
    const [named, others] = [misconceptions.join(", ") || "nothing", found.misconceptions.join(", ") || "nothing"];
    return named === others ? [] : [`${id} is diagnosed as ${named}, with the other seed as ${others}`];
  });
}
