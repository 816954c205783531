import type { Manifest } from "../../../assignments/catalog/manifest.ts";

/**
 * Work on some exercises in the order in which no processor waits in the end for what takes long: what may take longest comes first.
 * @param exercisesOf Ids of the exercises that a piece of work is about.
 */
export function longestFirst<Work>(
  { exercises, limits }: Pick<Manifest, "exercises" | "limits">,
  work: readonly Work[],
  exercisesOf: (one: Work) => readonly string[],
): Work[] {
  const times = new Map(exercises.map(({ id, caseTimeMs = limits.caseTimeMs }) => [id, caseTimeMs]));
  const mostTimeMs = (one: Work): number => Math.max(0, ...exercisesOf(one).map((id) => times.get(id) ?? 0));
  return work.toSorted((one, other) => mostTimeMs(other) - mostTimeMs(one));
}
