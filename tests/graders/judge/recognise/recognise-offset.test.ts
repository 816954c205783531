import { expect, test } from "vitest";
import { recogniseOffset } from "../../../../graders/judge/recognise/recognise-offset.ts";
import { filled, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

test("recogniseOffset() finds the constant that was added", () => {
  const expected = tensor([3], [0.5, -1, 2]);
  expect(recogniseOffset(factsOf(expected, tensor([3], [0.75, -0.75, 2.25])))).toEqual({
    code: "offset",
    offset: 0.25,
  });
});

test("recogniseOffset() finds none where values do not vary, are two, or one does not follow", () => {
  expect(recogniseOffset(factsOf(filled([3], 1), filled([3], 2)))).toBeUndefined();
  expect(recogniseOffset(factsOf(tensor([2], [1, 2]), tensor([2], [2, 3])))).toBeUndefined();
  expect(recogniseOffset(factsOf(tensor([3], [1, 2, 4]), tensor([3], [2, 3, 6])))).toBeUndefined();
});

test("recogniseOffset() is not deceived by a constant beside which the expected values vanish", () => {
  expect(recogniseOffset(factsOf(tensor([3], [1e-3, 2e-3, 4e-3]), filled([3], 1000)))).toBeUndefined();
});
