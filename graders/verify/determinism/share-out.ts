import type { Report } from "../../../reports/report/report.ts";
import { hitLimit } from "./compare-reports.ts";

/** Who is graded a second time under which condition, by place in the list. */
type Shares = { readonly again: readonly number[]; readonly otherSeed: readonly number[] };

/**
 * Shares submissions out among two conditions, so that each is graded under one of them, and every kind of outcome under both: as few as
 * have all kinds under the same seed, the others with another one, and of those again for the kinds that would be missing there.
 * @param reports Of the first grading; undefined where there is none.
 */
export function shareOut(reports: readonly (Report | undefined)[]): Shares {
  const kinds = reports.map((report) => kindsIn(report));
  const places = [...kinds.keys()];
  const again = fewest(places, kinds, new Set());
  const rest = places.filter((place) => !again.includes(place));
  const seen = new Set(rest.flatMap((place) => [...(kinds[place] ?? [])]));
  return { again: inOrder(again), otherSeed: inOrder([...rest, ...fewest(again, kinds, seen)]) };
}

/** Of some submissions those that show every kind that is not seen yet, always the one next that shows most. */
function fewest(
  places: readonly number[],
  kinds: readonly ReadonlySet<string>[],
  seen: ReadonlySet<string>,
): readonly number[] {
  const newIn = (place: number): string[] => [...(kinds[place] ?? [])].filter((kind) => !seen.has(kind));
  const best = places.toSorted((one, other) => newIn(other).length - newIn(one).length)[0];
  if (best === undefined || newIn(best).length === 0) return [];
  return [best, ...fewest(places, kinds, new Set([...seen, ...newIn(best)]))];
}

/** What can come of a submission, an exercise and a case. Time and memory are one limit: the machine decides which is reached first. */
function kindsIn(report: Report | undefined): ReadonlySet<string> {
  const exercises = report?.exercises ?? [];
  const cases = exercises.flatMap((exercise) => exercise.cases);
  return new Set([
    `submission ${report?.status}`,
    ...exercises.map(({ status }) => `exercise ${status}`),
    ...exercises.flatMap(({ misconceptions }) => (misconceptions.length > 0 ? ["mistake named"] : [])),
    ...exercises.flatMap(({ observations = [] }) => (observations.length > 0 ? ["mistake observed"] : [])),
    ...cases.map((found) => (hitLimit(found) ? "case limit" : `case ${found.outcome}`)),
  ]);
}

const inOrder = (places: readonly number[]): readonly number[] => places.toSorted((one, other) => one - other);
