import { expect, test } from "vitest";
import { recognisePermuted } from "../../../../graders/judge/recognise/recognise-permuted.ts";
import { tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const expected = tensor([2, 3], [1.5, 2.5, 3.5, 4.5, 5.5, 6.5]);

test("recognisePermuted() names the axis along which whole columns or rows were moved", () => {
  const columns = tensor([2, 3], [3.5, 1.5, 2.5, 6.5, 4.5, 5.5]);
  expect(recognisePermuted(factsOf(expected, columns))).toEqual({ code: "permuted", axis: 1 });
  const rows = tensor([2, 3], [4.5, 5.5, 6.5, 1.5, 2.5, 3.5]);
  expect(recognisePermuted(factsOf(expected, rows))).toEqual({ code: "permuted", axis: 0 });
});

test("recognisePermuted() sees the same values in any other order", () => {
  const actual = tensor([2, 3], [6.5, 1.5, 2.5, 4.5, 5.5, 3.5]);
  expect(recognisePermuted(factsOf(expected, actual))).toEqual({ code: "permuted" });
  expect(recognisePermuted(factsOf(tensor([3], [1, 2, 3]), tensor([3], [2, 3, 1])))).toEqual({ code: "permuted" });
});

test("recognisePermuted() names no axis of a vector, nor where a column would be used twice", () => {
  expect(recognisePermuted(factsOf(tensor([1, 3], [1, 2, 3]), tensor([1, 3], [2, 3, 1])))).toEqual({
    code: "permuted",
  });
  const twins = tensor([2, 3], [1, 1, 3, 2, 2, 4]);
  expect(recognisePermuted(factsOf(twins, tensor([2, 3], [1, 3, 2, 2, 4, 1])))).toEqual({ code: "permuted" });
});

test("recognisePermuted() sees nothing in masks, in other values, or where a value is used twice", () => {
  expect(recognisePermuted(factsOf(tensor([3], [0, 1, 0]), tensor([3], [1, 0, 0])))).toBeUndefined();
  expect(recognisePermuted(factsOf(expected, tensor([2, 3], [6.5, 1.5, 2.5, 4.5, 5.5, 3.4])))).toBeUndefined();
  expect(recognisePermuted(factsOf(expected, tensor([2, 3], [6.5, 6.5, 2.5, 4.5, 5.5, 3.5])))).toBeUndefined();
});
