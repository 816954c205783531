import { expect, test } from "vitest";
import { recogniseAllZero } from "../../../../graders/judge/recognise/recognise-all-zero.ts";
import { filled, number, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

test("recogniseAllZero() sees zeros where the expected values are not", () => {
  expect(recogniseAllZero(factsOf(tensor([3], [1e-9, 0, 2e-9]), filled([3], 0)))).toEqual({ code: "all-zero" });
});

test("recogniseAllZero() sees none in one number, in one nonzero element, or where zeros are expected", () => {
  expect(recogniseAllZero(factsOf(number(1), number(0)))).toBeUndefined();
  expect(recogniseAllZero(factsOf(tensor([2], [1, 2]), tensor([2], [0, 1e-30])))).toBeUndefined();
  expect(recogniseAllZero(factsOf(filled([2], 0), filled([2], 0)))).toBeUndefined();
});
