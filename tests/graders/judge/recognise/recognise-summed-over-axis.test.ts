import { expect, test } from "vitest";
import { recogniseSummedOverAxis } from "../../../../graders/judge/recognise/recognise-summed-over-axis.ts";
import { filled, number, record, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const matrix = tensor([2, 3], [1, 2, 3, 4, 5, 7]);

test("recogniseSummedOverAxis() sees sums of the expected values", () => {
  const axisOf = (shape: number[], sums: number[]) => recogniseSummedOverAxis(factsOf(matrix, tensor(shape, sums)));
  expect(axisOf([3], [5, 7, 10])).toEqual({ code: "summed-over-axis", axis: 0 });
  expect(axisOf([2, 1], [6, 16])).toEqual({ code: "summed-over-axis", axis: 1 });
  expect(recogniseSummedOverAxis(factsOf(matrix, number(22)))).toEqual({ code: "summed-over-axis" });
});

test("recogniseSummedOverAxis() sees db summed over the units instead of the examples of dZ", () => {
  const dZ1 = tensor([2, 3], [0.3, -0.6, 0.9, 1.2, 0.1, 0.5]);
  const db1 = tensor([2, 1], [0.2, 0.6]);
  const wrong = tensor([1, 3], [0.5, -0.5 / 3, 1.4 / 3]);
  const result = record({ dZ1, db1 });
  expect(recogniseSummedOverAxis(factsOf(db1, wrong, { result, path: "db1" }))).toEqual({
    code: "summed-over-axis",
    axis: 0,
  });
  expect(recogniseSummedOverAxis(factsOf(db1, wrong, { call: { dZ1 } }))?.axis).toBe(0);
});

test("recogniseSummedOverAxis() sees none in other values, in zeros, or in a mere change of shape", () => {
  expect(recogniseSummedOverAxis(factsOf(matrix, tensor([3], [5, 7, 9])))).toBeUndefined();
  expect(recogniseSummedOverAxis(factsOf(filled([2, 3], 0), filled([3], 0)))).toBeUndefined();
  expect(recogniseSummedOverAxis(factsOf(tensor([3, 1], [1, 2, 4]), tensor([3], [1, 2, 4])))).toBeUndefined();
});
