import { expect, test } from "vitest";
import { recogniseShapeOnly } from "../../../../graders/judge/recognise/recognise-shape-only.ts";
import { number, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

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
