import { describe, expect, test } from "vitest";
import { numberValue, recordValue, tensorValue } from "../../../../assignments/values/case-value.ts";
import type { Value } from "../../../../assignments/values/value.ts";
import { recogniseItems } from "../../../../graders/judge/recognise/recognise-items.ts";

const exact = { rtol: 0, atol: 0, dtype: "any" } as const;
const point = (alpha: number, units: number): Value =>
  recordValue([
    ["alpha", numberValue(alpha)],
    ["units", numberValue(units)],
  ]);
const list = (...items: Value[]): Value => ({ kind: "list", items });
const expected = list(point(0.1, 10), point(0.1, 20), point(0.01, 10), point(0.01, 20));

describe("recogniseItems()", () => {
  test("recognises the right items in another order, also where they hold tensors", () => {
    const actual = list(point(0.1, 10), point(0.01, 10), point(0.1, 20), point(0.01, 20));
    expect(recogniseItems(expected, actual, exact)).toEqual({ code: "items-permuted" });
    const batches = [1, 2].map((value) => recordValue([["X", tensorValue([1], [value])]]));
    expect(recogniseItems(list(...batches), list(...batches.toReversed()), exact)).toEqual({ code: "items-permuted" });
  });

  test("says how many items are missing, and shows the first where it is short", () => {
    const actual = list(point(0.1, 10), point(0.01, 20));
    expect(recogniseItems(expected, actual, exact)).toEqual({
      code: "items-missing",
      count: 2,
      item: "{ alpha: 0.1, units: 20 }",
    });
    const tensors = [1, 2, 3].map((value) => tensorValue([1], [value]));
    expect(recogniseItems(list(...tensors), list(...tensors.slice(1)), exact)).toEqual({
      code: "items-missing",
      count: 1,
    });
  });

  test("says how many there are besides, and counts an item that is there twice", () => {
    const actual = list(point(0.1, 10), ...(expected.kind === "list" ? expected.items : []), point(7, 7));
    expect(recogniseItems(expected, actual, exact)).toEqual({ code: "items-surplus", count: 2 });
  });

  test("says nothing where an item is wrong, of a single item, of anything else but lists, and of long lists", () => {
    const wrong = list(point(0.1, 10), point(0.1, 21), point(0.01, 10), point(0.01, 20));
    expect(recogniseItems(expected, wrong, exact)).toBeUndefined();
    expect(recogniseItems(expected, list(point(0.1, 10)), exact)).toBeUndefined();
    expect(recogniseItems(expected, point(0.1, 10), exact)).toBeUndefined();
    const long = Array.from({ length: 65 }, (_, i) => point(i, i));
    expect(recogniseItems(list(...long), list(...long.toReversed()), exact)).toBeUndefined();
  });
});
