import type { LineRange, SimilarRegion } from "../../../reports/similarity/similarity.ts";
import type { Fingerprints } from "./fingerprint.ts";

/** A run of fingerprints that occurs on both sides, by index. */
type Run = { readonly left: number; readonly right: number; readonly length: number };

// Of repetitive code, at most this many occurrences are tried against each other.
const mostRepeats = 8;

/**
 * The regions that two submissions share: the longest runs of common fingerprints first, each fingerprint in one region
 * only.
 * @see Wise 1993, greedy string tiling; here over winnowed fingerprints, of which at most 8 of a kind are tried
 * @returns In the order of the left side.
 */
export function matchRegions(left: Fingerprints, right: Fingerprints): SimilarRegion[] {
  const usedLeft = new Uint8Array(left.hashes.length);
  const usedRight = new Uint8Array(right.hashes.length);
  const regions: (SimilarRegion & { readonly at: number })[] = [];
  for (const run of commonRuns(left, right)) {
    for (const { left: l, right: r, length } of freeParts(run, usedLeft, usedRight)) {
      usedLeft.fill(1, l, l + length);
      usedRight.fill(1, r, r + length);
      regions.push({ at: l, left: linesOf(left, l, length), right: linesOf(right, r, length) });
    }
  }
  return regions.sort((a, b) => a.at - b.at).map((region) => ({ left: region.left, right: region.right }));
}

/** All runs that cannot be extended at either end, longest first. */
function commonRuns(left: Fingerprints, right: Fingerprints): Run[] {
  const places = placesByHash(right.hashes);
  const tries = new Map<number, number>();
  const runs: Run[] = [];
  /**
   * Length of the run that ends just before a position of the right side, at the preceding fingerprint of the left
   * side.
   */
  let open = new Map<number, Run>();
  for (const [at, hash] of left.hashes.entries()) {
    const tried = tries.get(hash) ?? 0;
    tries.set(hash, tried + 1);
    const extended = new Map<number, Run>();
    for (const place of tried < mostRepeats ? (places.get(hash) ?? []) : []) {
      const before = follows(left, at) && follows(right, place) ? open.get(place - 1) : undefined;
      if (before !== undefined) open.delete(place - 1);
      extended.set(
        place,
        before === undefined ? { left: at, right: place, length: 1 } : { ...before, length: before.length + 1 },
      );
    }
    runs.push(...open.values());
    open = extended;
  }
  return [...runs, ...open.values()].sort((a, b) => b.length - a.length || a.left - b.left || a.right - b.right);
}

function placesByHash(hashes: Int32Array): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>();
  for (const [at, hash] of hashes.entries()) {
    const list = places.get(hash) ?? [];
    places.set(hash, list);
    if (list.length < mostRepeats) list.push(at);
  }
  return places;
}

/** Whether no fingerprint was removed between this one and the one before it, and both are in one file. */
function follows({ positions }: Fingerprints, at: number): boolean {
  return at > 0 && (positions[at] ?? 0) === (positions[at - 1] ?? 0) + 1;
}

/** The parts of a run that no longer region covers. */
function freeParts({ left, right, length }: Run, usedLeft: Uint8Array, usedRight: Uint8Array): Run[] {
  const parts: Run[] = [];
  let from = 0;
  for (let at = 0; at <= length; at++) {
    const isFree = at < length && usedLeft[left + at] === 0 && usedRight[right + at] === 0;
    if (isFree) continue;
    if (at > from) parts.push({ left: left + from, right: right + from, length: at - from });
    from = at + 1;
  }
  return parts;
}

function linesOf(side: Fingerprints, at: number, length: number): LineRange {
  return {
    file: side.paths[side.files[at] ?? 0] ?? "",
    from: side.fromLines[at] ?? 1,
    to: side.toLines[at + length - 1] ?? 1,
  };
}
