import { expect, test } from "vitest";
import {
  recognisePermuted,
  recogniseReversed,
  recogniseShapeOnly,
  recogniseTransposed,
} from "../../../../graders/judge/recognise/recognise-arrangement.ts";
import { number, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

test("recogniseTransposed() sees rows and columns exchanged, square or not", () => {
  const wide = tensor([2, 3], [1, 2, 3, 4, 5, 6]);
  expect(recogniseTransposed(factsOf(wide, tensor([3, 2], [1, 4, 2, 5, 3, 6])))).toEqual({ code: "transposed" });
  const square = tensor([2, 2], [1, 2, 3, 4]);
  expect(recogniseTransposed(factsOf(square, tensor([2, 2], [1, 3, 2, 4])))).toEqual({ code: "transposed" });
});

test("recogniseTransposed() sees none if only the shape is transposed, or without two axes", () => {
  const wide = tensor([2, 3], [1, 2, 3, 4, 5, 6]);
  expect(recogniseTransposed(factsOf(wide, tensor([3, 2], [1, 2, 3, 4, 5, 6])))).toBeUndefined();
  expect(recogniseTransposed(factsOf(wide, tensor([2, 3], [1, 4, 2, 5, 3, 6])))).toBeUndefined();
  expect(recogniseTransposed(factsOf(tensor([2], [1, 2]), tensor([2], [2, 1])))).toBeUndefined();
});

test("recogniseShapeOnly() sees the right values under another shape", () => {
  expect(recogniseShapeOnly(factsOf(tensor([3, 1], [1, 2, 3]), tensor([3], [1, 2, 3])))).toEqual({
    code: "shape-only",
  });
  expect(recogniseShapeOnly(factsOf(number(0.5), tensor([1, 1], [0.5])))).toEqual({ code: "shape-only" });
});

test("recogniseShapeOnly() sees none where values differ, are missing, or the shape is right", () => {
  const expected = tensor([3, 1], [1, 2, 3]);
  expect(recogniseShapeOnly(factsOf(expected, tensor([3], [1, 2, 4])))).toBeUndefined();
  expect(recogniseShapeOnly(factsOf(expected, tensor([2], [1, 2])))).toBeUndefined();
  expect(recogniseShapeOnly(factsOf(expected, expected))).toBeUndefined();
  expect(recogniseShapeOnly(factsOf(tensor([0], []), tensor([0, 3], [])))).toBeUndefined();
});

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

test("recognisePermuted() names the axis along which whole columns or rows were reordered", () => {
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
