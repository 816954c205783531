import fc from "fast-check";
import { expect, test } from "vitest";
import { keepBest } from "../../../../graders/class/similarity/keep-best.ts";

test("keepBest() keeps what a sort of everything would keep", () => {
  const check = (items: number[], most: number) => {
    const kept = keepBest<number>(most, (a, b) => a - b);
    for (const item of items) kept.add(item);
    expect(kept.best()).toEqual(items.toSorted((a, b) => a - b).slice(0, most));
  };
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 1, max: 8 }), check));
});
