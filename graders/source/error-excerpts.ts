import type { CaseReport } from "../../reports/report/report.ts";
import { excerptAt } from "./excerpt-at.ts";
import type { StudentSource } from "./student-source.ts";

/** Places of errors that are shown of an exercise. */
const mostExcerpts = 2;

/**
 * The cases of an exercise, in which errors have the lines around their place: each place once, where it is told first.
 * @param cases The visible ones first: what is shown of them does not depend on the others.
 */
export function withExcerpts(source: StudentSource, cases: readonly CaseReport[]): CaseReport[] {
  const shown = new Set<string>();
  return cases.map((one) => {
    const { error } = one;
    if (error?.line === undefined || shown.size === mostExcerpts) return one;
    const place = JSON.stringify([error.file, error.line, error.column]);
    const excerpt = shown.has(place) ? undefined : excerptAt(source, error);
    if (excerpt === undefined) return one;
    shown.add(place);
    return { ...one, error: { ...error, excerpt } };
  });
}
