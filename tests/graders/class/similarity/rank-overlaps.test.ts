import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fingerprints } from "../../../../graders/class/similarity/fingerprint.ts";
import { keepBest, rankOverlaps } from "../../../../graders/class/similarity/rank-overlaps.ts";
import { fingerprintsOf } from "./fingerprints-of.ts";

const submission = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 30 }).map(fingerprintsOf);

/** Fingerprints of both that occur on the other side, counted one by one. */
const countShared = (a: Fingerprints, b: Fingerprints) =>
  [...a.hashes].filter((hash) => b.hashes.includes(hash)).length +
  [...b.hashes].filter((hash) => a.hashes.includes(hash)).length;

test("rankOverlaps() counts every pair like a separate count, and keeps the largest", () => {
  const check = (submissions: readonly Fingerprints[], most: number, least: number) => {
    const all = submissions.flatMap((a, left) =>
      submissions.slice(left + 1).map((b, i) => ({
        left,
        right: left + 1 + i,
        shared: countShared(a, b),
        size: a.hashes.length + b.hashes.length,
      })),
    );
    const enough = all.filter(({ shared }) => shared >= least);
    const found = rankOverlaps(submissions, most, least);
    for (const { left, right, shared, similarity } of found) {
      const own = enough.find((pair) => pair.left === left && pair.right === right);
      expect([shared, similarity]).toEqual([own?.shared, shared / (own?.size ?? 0)]);
    }
    const best = (figures: readonly number[]) => figures.toSorted((a, b) => b - a).slice(0, most);
    expect(best(found.map(({ shared }) => shared))).toEqual(best(enough.map(({ shared }) => shared)));
    const similarities = enough.map(({ shared, size }) => shared / size);
    expect(best(found.map(({ similarity }) => similarity))).toEqual(best(similarities));
    expect(new Set(found.map(({ left, right }) => `${left} ${right}`)).size).toBe(found.length);
  };
  fc.assert(
    fc.property(
      fc.array(submission, { maxLength: 9 }),
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 1, max: 9 }),
      check,
    ),
  );
});

test("keepBest() keeps the same items as sorting everything", () => {
  const check = (items: number[], most: number) => {
    const kept = keepBest<number>(most, (a, b) => a - b);
    for (const item of items) kept.add(item);
    expect(kept.best()).toEqual(items.toSorted((a, b) => a - b).slice(0, most));
  };
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 1, max: 8 }), check));
});
