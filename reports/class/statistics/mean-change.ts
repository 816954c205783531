import type { StudentResult } from "../../report/class-result.ts";
import { mean } from "./sample-statistics.ts";
import { countsInScores } from "./score-statistics.ts";

/** By how many points, as graded, the students with an earlier attempt have changed on average; undefined where there are none. */
export function meanChange(
  students: readonly Pick<StudentResult, "status" | "overrides" | "rawScore" | "previous">[],
): { readonly count: number; readonly mean: number } | undefined {
  const changes = students
    .filter(countsInScores)
    .flatMap(({ rawScore, previous }) => (previous === undefined ? [] : [rawScore - previous]));
  const of = mean(changes);
  return of === null ? undefined : { count: changes.length, mean: of };
}
