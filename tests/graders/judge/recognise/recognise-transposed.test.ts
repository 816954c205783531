import { expect, test } from "vitest";
import { recogniseTransposed } from "../../../../graders/judge/recognise/recognise-transposed.ts";
import { tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

test("recogniseTransposed() sees rows and columns exchanged, square or not", () => {
  const wide = tensor([2, 3], [1, 2, 3, 4, 5, 6]);
  expect(recogniseTransposed(factsOf(wide, tensor([3, 2], [1, 4, 2, 5, 3, 6])))).toEqual({ code: "transposed" });
  const square = tensor([2, 2], [1, 2, 3, 4]);
  expect(recogniseTransposed(factsOf(square, tensor([2, 2], [1, 3, 2, 4])))).toEqual({ code: "transposed" });
});

test("recogniseTransposed() sees none where only the shape is exchanged, or without two axes", () => {
  const wide = tensor([2, 3], [1, 2, 3, 4, 5, 6]);
  expect(recogniseTransposed(factsOf(wide, tensor([3, 2], [1, 2, 3, 4, 5, 6])))).toBeUndefined();
  expect(recogniseTransposed(factsOf(wide, tensor([2, 3], [1, 4, 2, 5, 3, 6])))).toBeUndefined();
  expect(recogniseTransposed(factsOf(tensor([2], [1, 2]), tensor([2], [2, 1])))).toBeUndefined();
});
