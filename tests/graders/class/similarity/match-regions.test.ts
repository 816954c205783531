import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fingerprints } from "../../../../graders/class/similarity/fingerprint.ts";
import { matchRegions } from "../../../../graders/class/similarity/match-regions.ts";
import { fingerprintsOf } from "./fingerprints-of.ts";

const submission = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 30 }).map(fingerprintsOf);

test("matchRegions() matches equal fingerprints in a row, each of them once", () => {
  fc.assert(
    fc.property(submission, submission, (left, right) => {
      const regions = matchRegions(left, right);
      const texts = (side: Fingerprints, { from, to }: { from: number; to: number }) => [
        ...side.hashes.slice(from - 1, to),
      ];
      for (const region of regions) expect(texts(left, region.left)).toEqual(texts(right, region.right));
      for (const side of ["left", "right"] as const) {
        const lines = regions.flatMap((region) =>
          Array.from({ length: region[side].to - region[side].from + 1 }, (_, i) => region[side].from + i),
        );
        expect(new Set(lines).size).toBe(lines.length);
      }
    }),
  );
});

test("matchRegions() finds the longest run first, and nothing across a gap", () => {
  const left = fingerprintsOf([1, 2, 3, 9, 1, 2, 3, 4]);
  expect(matchRegions(left, fingerprintsOf([7, 1, 2, 3, 4]))).toEqual([
    { left: { file: "s.ts", from: 5, to: 8 }, right: { file: "s.ts", from: 2, to: 5 } },
  ]);
  const gap = { ...left, positions: left.positions.map((position) => (position < 6 ? position : position + 1)) };
  expect(matchRegions(gap, fingerprintsOf([7, 1, 2, 3, 4])).map((region) => region.left)).toEqual([
    { file: "s.ts", from: 1, to: 3 },
    { file: "s.ts", from: 8, to: 8 },
  ]);
});

test("matchRegions() is fast on repetitive code", () => {
  const same = fingerprintsOf(Array.from({ length: 20_000 }, () => 1));
  const started = performance.now();
  expect(matchRegions(same, same)).toHaveLength(1);
  // All against all would be 400 million.
  expect(performance.now() - started).toBeLessThan(2000);
});
