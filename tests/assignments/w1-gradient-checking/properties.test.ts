import { describe, expect, test } from "vitest";
import type { PropertyFacts } from "../../../assignments/catalog/property.ts";
import { recordValue } from "../../../assignments/values/case-value.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import type { ArrayValue, Value } from "../../../assignments/values/value.ts";
import type { Matrix } from "../../../assignments/w1-gradient-checking/contract.ts";
import { drawPass } from "../../../assignments/w1-gradient-checking/draw-pass.ts";
import { properties } from "../../../assignments/w1-gradient-checking/properties.ts";

const number = (value: number): Value => ({ kind: "number", value });

function broken(exercise: string, facts: Pick<PropertyFacts, "actual" | "expected"> & Partial<PropertyFacts>) {
  const found = (properties[exercise] ?? []).filter((each) => !each.holds({ args: [], others: [], ...facts }));
  return found.map(({ id }) => id);
}

describe("properties of gradientCheck and gradientCheckN", () => {
  test.each(["gradientCheck", "gradientCheckN"])("%s: noise passes, whatever its digits", (exercise) => {
    expect(broken(exercise, { expected: number(8e-11), actual: number(3e-9) })).toEqual([]);
    expect(broken(exercise, { expected: number(8e-11), actual: number(0) })).toEqual([]);
    expect(broken(exercise, { expected: number(1 / 3), actual: number(1 / 3) })).toEqual([]);
  });

  test.each([
    [-1e-12, ["difference-not-negative"]],
    [Number.NaN, ["difference-not-negative", "difference-at-most-one", "difference-small-where-right"]],
    [1.5, ["difference-at-most-one", "difference-small-where-right"]],
    [2e-3, ["difference-small-where-right"]],
  ])("a difference of %d on right gradients breaks %j", (value, ids) => {
    const facts = { expected: number(8e-11), actual: number(value) };
    expect(broken("gradientCheck", facts)).toEqual(ids);
    expect(broken("gradientCheckN", facts)).toEqual(ids);
  });

  test("another form than a number is no difference", () => {
    const list: ArrayValue = { kind: "array", shape: [1], data: Float64Array.of(1e-9) };
    expect(broken("gradientCheck", { expected: number(8e-11), actual: list })).toContain("difference-not-negative");
  });

  test("a difference for -x that is not that for x is found, with the same theta and epsilon only", () => {
    const of = (x: number, theta: number, actual: number) => ({
      args: [number(x), number(theta)],
      actual: number(actual),
    });
    const facts = { ...of(3, 4, 8e-11), expected: number(8e-11) };
    expect(broken("gradientCheck", { ...facts, others: [of(-3, 4, 1e-3)] })).toEqual(["difference-mirrored"]);
    expect(broken("gradientCheck", { ...facts, others: [of(-3, 4, 8e-11), of(-3, 5, 0.2), of(3, 4, 1)] })).toEqual([]);
  });
});

describe("properties of backwardPropagationN", () => {
  const matrix = (rows: Matrix): ArrayValue => ({
    kind: "array",
    shape: [rows.length, rows[0]?.length ?? 0],
    data: Float64Array.from(rows.flat()),
  });
  const dictionary = (matrices: Record<string, Matrix>) =>
    recordValue(Object.entries(matrices).map(([name, rows]) => [name, matrix(rows)] as const));
  const { X, Y, cache, gradients } = drawPass(new RandomState(8), 4, 1e-4);
  const args = [matrix(X), matrix(Y), dictionary(cache)];

  test("gradients of back-propagation agree with the slopes, and one entry off by a thousandth does not", () => {
    const expected = dictionary(gradients);
    expect(broken("backwardPropagationN", { args, expected, actual: expected })).toEqual([]);
    const moved = dictionary({ ...gradients, db3: (gradients["db3"] ?? []).map(([d = 0]) => [d * 1.001]) });
    expect(broken("backwardPropagationN", { args, expected, actual: moved })).toEqual(["gradients-agree-with-slopes"]);
  });
});
