import { expect, test } from "vitest";
import { recogniseFloatPrecision } from "../../../../graders/judge/recognise/recognise-float-precision.ts";
import { number, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const expected = tensor([3], [1, -20, 0.3]);

test("recogniseFloatPrecision() sees every value right to about four digits", () => {
  const actual = tensor([3], [1.00005, -20.001, 0.30002]);
  expect(recogniseFloatPrecision(factsOf(expected, actual))).toEqual({ code: "float-precision" });
});

test("recogniseFloatPrecision() widens with the comparison, to three digits at most", () => {
  const actual = tensor([3], [1.0005, -20.01, 0.3002]);
  expect(recogniseFloatPrecision(factsOf(expected, actual))).toBeUndefined();
  expect(recogniseFloatPrecision(factsOf(expected, actual, { rtol: 1e-4 }))).toEqual({ code: "float-precision" });
  expect(recogniseFloatPrecision(factsOf(number(1), number(1.002), { rtol: 1e-2 }))).toBeUndefined();
});

test("recogniseFloatPrecision() sees none in counts or where one value is further off", () => {
  expect(recogniseFloatPrecision(factsOf(number(100000), number(100001)))).toBeUndefined();
  expect(recogniseFloatPrecision(factsOf(expected, tensor([3], [1.00005, -20.001, 0.301])))).toBeUndefined();
});
