import type { Fingerprints } from "./fingerprint.ts";

/** Two submissions, by their index in the list, and how many fingerprints of both occur on the other side. */
export type Overlap = {
  readonly left: number;
  readonly right: number;
  readonly shared: number;
  /** Share of all fingerprints of both, above 0 and at most 1. */
  readonly similarity: number;
};

/** How often each hash occurs, for one submission. */
type Counts = ReadonlyMap<number, number>;

/**
 * The pairs with the largest similarity and those with the largest overlap, of all pairs of submissions. n² counters
 * would not fit into memory, so one submission at a time is counted against all others.
 * @param submissions Without the fingerprints that do not count.
 * @param most Pairs to keep by each figure.
 * @param leastShared Fingerprints below which a pair is coincidence.
 * @returns Each pair once, left before right, in no particular order.
 */
export function rankOverlaps(submissions: readonly Fingerprints[], most: number, leastShared: number): Overlap[] {
  const counts = submissions.map(({ hashes }) => countHashes(hashes));
  const holders = holdersOf(counts);
  const bySimilarity = keepBest<Overlap>(
    most,
    (a, b) => b.similarity - a.similarity || b.shared - a.shared || order(a, b),
  );
  const byOverlap = keepBest<Overlap>(most, (a, b) => b.shared - a.shared || order(a, b));
  const shared = new Uint32Array(submissions.length);
  for (const [left, own] of counts.entries()) {
    shared.fill(0);
    for (const [hash, count] of own) {
      const list = holders.get(hash);
      if (list !== undefined) addShared(shared, list, count);
    }
    const size = submissions[left]?.hashes.length ?? 0;
    for (let right = left + 1; right < shared.length; right++) {
      const value = shared[right] ?? 0;
      if (value < leastShared) continue;
      const similarity = value / (size + (submissions[right]?.hashes.length ?? 0));
      // Most of fifty million pairs must not even become objects.
      if (similarity < (bySimilarity.worst()?.similarity ?? 0) && value < (byOverlap.worst()?.shared ?? 0)) continue;
      bySimilarity.add({ left, right, shared: value, similarity });
      byOverlap.add({ left, right, shared: value, similarity });
    }
  }
  const both = [...bySimilarity.best(), ...byOverlap.best()];
  return [...new Map(both.map((overlap) => [`${overlap.left} ${overlap.right}`, overlap])).values()];
}

/** The submissions that have a hash, and how often each. */
type Holders = {
  readonly at: number[];
  readonly counts: number[];
  /** Earlier submissions have been counted against all others already. */
  next: number;
};

function addShared(shared: Uint32Array, holders: Holders, own: number): void {
  const { at, counts } = holders;
  // Submissions come in order, so the next holder is the submission that is being counted.
  holders.next += 1;
  for (let i = holders.next; i < at.length; i++) {
    const other = at[i] ?? 0;
    shared[other] = (shared[other] ?? 0) + own + (counts[i] ?? 0);
  }
}

const order = (a: Overlap, b: Overlap) => a.left - b.left || a.right - b.right;

function countHashes(hashes: Int32Array): Counts {
  const counts = new Map<number, number>();
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
}

/** Holders of each hash that more than one submission has. */
function holdersOf(counts: readonly Counts[]): ReadonlyMap<number, Holders> {
  const holders = new Map<number, Holders>();
  for (const [at, own] of counts.entries())
    for (const [hash, count] of own) {
      const list = holders.get(hash) ?? { at: [], counts: [], next: 0 };
      holders.set(hash, list);
      list.at.push(at);
      list.counts.push(count);
    }
  for (const [hash, { at }] of holders) if (at.length < 2) holders.delete(hash);
  return holders;
}

/** Takes items one by one and keeps the best. */
export type KeepBest<Item> = {
  readonly add: (item: Item) => void;
  /** An item must be better than this one to be kept; undefined while any item is kept. */
  readonly worst: () => Item | undefined;
  /** Best first. */
  readonly best: () => Item[];
};

/**
 * Keeps the best of any number of items; never holds more than twice as many as it keeps.
 * @param most At least 1.
 * @param compare As for sorting, best first; with a total order, the choice does not depend on the order of the items.
 */
export function keepBest<Item>(most: number, compare: (a: Item, b: Item) => number): KeepBest<Item> {
  let kept: Item[] = [];
  let last: Item | undefined;
  const cut = () => {
    kept = kept.sort(compare).slice(0, most);
    last = kept.length === most ? kept.at(-1) : undefined;
  };
  return {
    add(item) {
      if (last !== undefined && compare(item, last) >= 0) return;
      kept.push(item);
      if (kept.length >= 2 * most) cut();
    },
    worst: () => last,
    best() {
      cut();
      return [...kept];
    },
  };
}
