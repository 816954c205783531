import { describe, expect, test } from "vitest";
import {
  recogniseAllZero,
  recogniseFactor,
  recogniseFloatPrecision,
  recogniseNegated,
  recogniseOffset,
} from "../../../../graders/judge/recognise/recognise-scale.ts";
import { filled, number, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const right = tensor([2, 2], [0.1, -0.7, 0.3, 1.9]);
const times = (factor: number) =>
  tensor(
    [2, 2],
    Array.from(right.data, (value) => value * factor),
  );

describe("recogniseFactor()", () => {
  test("names a factor after the arguments of the call", () => {
    const call = { X: filled([3, 5], 1), beta: number(0.8), t: number(3) };
    const named = (factor: number) => recogniseFactor(factsOf(right, times(factor), { call }))?.named;
    expect(named(5)).toBe("m");
    expect(named(1 / 5)).toBe("1/m");
    expect(named(0.8)).toBe("beta");
    expect(named(1.25)).toBe("1/beta");
    expect(named(1 - 0.8 ** 3)).toBe("1 - beta^t");
    expect(named(1 / (1 - 0.8 ** 3))).toBe("1/(1 - beta^t)");
    expect(named(2)).toBeUndefined();
  });

  test("prefers the simplest name and states its exact value", () => {
    const call = { beta: number(0.5) };
    expect(recogniseFactor(factsOf(right, times(0.5), { call }))).toEqual({
      code: "factor",
      factor: 0.5,
      named: "beta",
    });
    expect(recogniseFactor(factsOf(right, times(0.9), { call: { beta: number(0.9) } }))?.factor).toBe(0.9);
  });

  test("states a factor without a name to six digits", () => {
    expect(recogniseFactor(factsOf(right, times(-7.12345678)))).toEqual({ code: "factor", factor: -7.12346 });
  });

  test("needs three values for a factor without a name, two for a known one", () => {
    const pair = tensor([2], [0.3, 0.7]);
    expect(recogniseFactor(factsOf(pair, tensor([2], [0.9, 2.1])))).toBeUndefined();
    const call = { keepProb: number(0.8) };
    expect(recogniseFactor(factsOf(pair, tensor([2], [0.24, 0.56]), { call }))?.named).toBe("keepProb");
  });

  test("names a scalar's factor only after an argument", () => {
    const call = { learningRate: number(0.07) };
    expect(recogniseFactor(factsOf(number(3.3), number(3.3 * 0.07), { call }))?.named).toBe("learningRate");
    expect(recogniseFactor(factsOf(number(3.3), number(6.6), { call }))).toBeUndefined();
    expect(recogniseFactor(factsOf(number(3.3), number(4.4), { call }))).toBeUndefined();
  });

  test("takes a factor of a constant tensor only from an argument", () => {
    const call = { keepProb: number(0.8) };
    expect(recogniseFactor(factsOf(filled([3], 2), filled([3], 1.6), { call }))?.named).toBe("keepProb");
    expect(recogniseFactor(factsOf(filled([3], 2), filled([3], 4), { call }))).toBeUndefined();
  });

  test("finds none if one element does not follow, in zeros, or for -1", () => {
    const spoilt = tensor([2, 2], [0.2, -1.4, 0.6, 3.81]);
    expect(recogniseFactor(factsOf(right, spoilt))).toBeUndefined();
    expect(recogniseFactor(factsOf(filled([2, 2], 0), right))).toBeUndefined();
    expect(recogniseFactor(factsOf(right, filled([2, 2], 0)))).toBeUndefined();
    expect(recogniseFactor(factsOf(right, times(-1)))).toBeUndefined();
  });
});

test("recogniseNegated() sees the other sign in every element, and in a scalar", () => {
  expect(recogniseNegated(factsOf(tensor([3], [1, 0, -2]), tensor([3], [-1, 0, 2])))).toEqual({ code: "negated" });
  expect(recogniseNegated(factsOf(number(0.4), number(-0.4)))).toEqual({ code: "negated" });
});

test("recogniseNegated() sees none where one sign is right, in zeros, or in another shape", () => {
  expect(recogniseNegated(factsOf(tensor([3], [1, 3, -2]), tensor([3], [-1, 3, 2])))).toBeUndefined();
  expect(recogniseNegated(factsOf(filled([3], 0), filled([3], 0)))).toBeUndefined();
  expect(recogniseNegated(factsOf(tensor([2], [1, 2]), tensor([2, 1], [-1, -2])))).toBeUndefined();
});

test("recogniseOffset() finds the constant that was added", () => {
  const expected = tensor([3], [0.5, -1, 2]);
  expect(recogniseOffset(factsOf(expected, tensor([3], [0.75, -0.75, 2.25])))).toEqual({
    code: "offset",
    offset: 0.25,
  });
});

test("recogniseOffset() finds none if values do not vary, are only two, or one does not fit", () => {
  expect(recogniseOffset(factsOf(filled([3], 1), filled([3], 2)))).toBeUndefined();
  expect(recogniseOffset(factsOf(tensor([2], [1, 2]), tensor([2], [2, 3])))).toBeUndefined();
  expect(recogniseOffset(factsOf(tensor([3], [1, 2, 4]), tensor([3], [2, 3, 6])))).toBeUndefined();
});

test("recogniseOffset() is not fooled by a constant that dwarfs the expected values", () => {
  expect(recogniseOffset(factsOf(tensor([3], [1e-3, 2e-3, 4e-3]), filled([3], 1000)))).toBeUndefined();
});

test("recogniseAllZero() sees zeros where the expected values are not", () => {
  expect(recogniseAllZero(factsOf(tensor([3], [1e-9, 0, 2e-9]), filled([3], 0)))).toEqual({ code: "all-zero" });
});

test("recogniseAllZero() sees none in one number, in one nonzero element, or where zeros are expected", () => {
  expect(recogniseAllZero(factsOf(number(1), number(0)))).toBeUndefined();
  expect(recogniseAllZero(factsOf(tensor([2], [1, 2]), tensor([2], [0, 1e-30])))).toBeUndefined();
  expect(recogniseAllZero(factsOf(filled([2], 0), filled([2], 0)))).toBeUndefined();
});

const expected = tensor([3], [1, -20, 0.3]);

test("recogniseFloatPrecision() sees every value right within ten times float32's rounding, whatever the comparison", () => {
  const close = tensor([3], [1 + 1e-6, -20 - 2e-5, 0.3 + 3e-7]);
  expect(recogniseFloatPrecision(factsOf(expected, close))).toEqual({ code: "float-precision" });
  const wide = tensor([3], [1.000005, -20, 0.3]);
  expect(recogniseFloatPrecision(factsOf(expected, wide, { rtol: 1e-2 }))).toBeUndefined();
});

test("recogniseFloatPrecision() sees none in counts or where one value is further off", () => {
  expect(recogniseFloatPrecision(factsOf(number(100000), number(100001)))).toBeUndefined();
  expect(recogniseFloatPrecision(factsOf(expected, tensor([3], [1.00005, -20.001, 0.301])))).toBeUndefined();
});
