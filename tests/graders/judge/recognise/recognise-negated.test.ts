import { expect, test } from "vitest";
import { recogniseNegated } from "../../../../graders/judge/recognise/recognise-negated.ts";
import { filled, number, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

test("recogniseNegated() sees the other sign in every element, and in a scalar", () => {
  expect(recogniseNegated(factsOf(tensor([3], [1, 0, -2]), tensor([3], [-1, 0, 2])))).toEqual({ code: "negated" });
  expect(recogniseNegated(factsOf(number(0.4), number(-0.4)))).toEqual({ code: "negated" });
});

test("recogniseNegated() sees none where one sign is right, in zeros, or in another shape", () => {
  expect(recogniseNegated(factsOf(tensor([3], [1, 3, -2]), tensor([3], [-1, 3, 2])))).toBeUndefined();
  expect(recogniseNegated(factsOf(filled([3], 0), filled([3], 0)))).toBeUndefined();
  expect(recogniseNegated(factsOf(tensor([2], [1, 2]), tensor([2, 1], [-1, -2])))).toBeUndefined();
});
