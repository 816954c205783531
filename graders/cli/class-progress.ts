import type { StudentResult } from "../../reports/report/class-result.ts";
import { openProgress, type ProgressStyle } from "./progress.ts";

/** Shows how far a class is. */
export type ClassProgress = {
  /** @param isReused Nothing had to be graded: it was found in the journal, or is equal to another's. */
  readonly graded: (status: StudentResult["status"], isReused?: boolean) => void;
  readonly stop: () => void;
};

/** Opens the display of a class. @param total Students, or submissions. */
export async function openClassProgress(total: number, style: ProgressStyle): Promise<ClassProgress> {
  const { show, stop } = await openProgress(style);
  const outcomes = { graded: 0, "not-gradable": 0, "grader-error": 0 };
  const label = "grading";
  let done = 0;
  let found = 0;
  if (total > 0) show({ label, done, total });
  const graded: ClassProgress["graded"] = (status, isReused = false) => {
    done += 1;
    if (status !== "missing") outcomes[status] += 1;
    if (isReused) found += 1;
    show({ label, done, total, words: wordsOf(outcomes, found), facts: { outcomes, found } });
  };
  return { graded, stop };
}

/** `960 graded, 30 not gradable, 10 to be graded again, 200 reused` */
function wordsOf(
  {
    graded,
    "not-gradable": notGradable,
    "grader-error": errors,
  }: Readonly<Record<Exclude<StudentResult["status"], "missing">, number>>,
  found: number,
): string {
  const parts = [`${graded} graded`];
  if (notGradable > 0) parts.push(`${notGradable} not gradable`);
  if (errors > 0) parts.push(`${errors} to be graded again`);
  if (found > 0) parts.push(`${found} reused`);
  return parts.join(", ");
}
