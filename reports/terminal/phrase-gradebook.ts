import { message } from "../messages/message.ts";
import { formatFixed } from "../phrasing/text/format-number.ts";
import type { Gradebook } from "../report/gradebook.ts";

/** A gradebook in one line for the terminal. */
export function phraseGradebook({ students, work }: Gradebook): string {
  const totals = students.flatMap(({ total }) => total ?? []);
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const facts = {
    students: students.length,
    graded: work.filter(({ maxScore }) => maxScore !== undefined).length,
    work: work.length,
    danger: students.filter(({ dangers }) => dangers.length > 0).length,
  };
  return totals.length === 0
    ? message("gradebook.line-without-marks", { students: facts.students })
    : message("gradebook.line", { ...facts, mean: formatFixed(mean, 1) });
}
