import { expect, test } from "vitest";
import { recogniseReversed } from "../../../../graders/judge/recognise/recognise-reversed.ts";
import { tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const expected = tensor([2, 3], [1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);

test("recogniseReversed() names the axis that runs backwards", () => {
  const actual = tensor([2, 3], [3.5, 2.5, 1.5, 6.5, 5.5, 4.5]);
  expect(recogniseReversed(factsOf(expected, actual))).toEqual({ code: "reversed", axis: 1 });
  const rows = tensor([2, 3], [4.5, 5.5, 6.5, 1.5, 2.5, 3.5]);
  expect(recogniseReversed(factsOf(expected, rows))).toEqual({ code: "reversed", axis: 0 });
  expect(recogniseReversed(factsOf(tensor([2], [0.1, 0.2]), tensor([2], [0.2, 0.1])))?.axis).toBe(0);
});

test("recogniseReversed() names no axis where all run backwards", () => {
  const actual = tensor([2, 3], [6.5, 5.5, 4.5, 3.5, 2.5, 1.5]);
  expect(recogniseReversed(factsOf(expected, actual))).toEqual({ code: "reversed" });
});

test("recogniseReversed() sees nothing in one-hot vectors or in another order", () => {
  expect(recogniseReversed(factsOf(tensor([3], [0, 0, 1]), tensor([3], [1, 0, 0])))).toBeUndefined();
  const row = tensor([1, 3], [1, 2, 3]);
  expect(recogniseReversed(factsOf(row, row))).toBeUndefined();
  expect(recogniseReversed(factsOf(tensor([3], [1, 2, 3]), tensor([3], [2, 3, 1])))).toBeUndefined();
});
