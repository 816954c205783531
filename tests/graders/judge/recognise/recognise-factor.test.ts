import { describe, expect, test } from "vitest";
import { recogniseFactor } from "../../../../graders/judge/recognise/recognise-factor.ts";
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
    expect(named(2)).toBe("2");
    expect(named(0.1)).toBe("1/10");
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
    expect(recogniseFactor(factsOf(pair, tensor([2], [0.6, 1.4])))?.named).toBe("2");
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
