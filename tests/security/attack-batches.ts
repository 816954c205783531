import type { Manifest } from "../../assignments/catalog/manifest.ts";
import type { Attack } from "./attack.ts";
import { gradingWorkers } from "./grade-attacks.ts";
import { mostTimeMs } from "./most-time.ts";

/** Attacks that are graded in one run of the command line. */
export type AttackBatch = {
  readonly title: string;
  readonly attacks: readonly Attack[];
  /** The longest that the run can take, milliseconds. */
  readonly limitMs: number;
};

/** Attacks in one batch at most: enough to share the start of a run, few enough for a run to be over soon. */
const batchSize = 12;

/**
 * Sorts attacks into batches of one category and one choice of exercises each.
 * @param manifest Of the assignment that they attack.
 */
export function attackBatches(attacks: readonly Attack[], manifest: Manifest): AttackBatch[] {
  const kindOf = ({ category, exercises }: Attack): string =>
    `${category} in ${exercises?.join(" and ") ?? "all exercises"}`;
  return [...Map.groupBy(attacks, kindOf)].flatMap(([kind, alike]) => {
    const graded = manifest.exercises.filter(({ id }) => alike[0]?.exercises?.includes(id) ?? true);
    const starts = alike.flatMap((_, i) => (i % batchSize === 0 ? [i] : []));
    return starts.map((start) => {
      const own = alike.slice(start, start + batchSize);
      const limitMs = mostTimeMs(manifest.limits, graded, own.length, gradingWorkers);
      return { title: `${kind}, from number ${start + 1}`, attacks: own, limitMs };
    });
  });
}
