import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { RandomState } from "../../../assignments/values/random-state.ts";

type Call = ["seed", number] | ["rand" | "randn" | "permutation", number] | ["randint", number, number, number];
type Script = { seed: number; steps: { call: Call; draws: number[] }[] };

const fixture = JSON.parse(
  readFileSync(new URL("../../fixtures/numpy-random-state.json", import.meta.url), "utf8"),
) as {
  scripts: Script[];
  late: { seed: number; skip: number; randn: number[] };
};

function draw(random: RandomState, call: Call): readonly number[] {
  switch (call[0]) {
    case "seed":
      random.seed(call[1]);
      return [];
    case "randint":
      return random.randint(call[1], call[2], call[3]);
    default:
      return [...random[call[0]](call[1])];
  }
}

/** The platforms' logarithms may disagree in the last bit; everything else is exact. */
function expectNormals(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) {
    expect(Math.abs((actual[i] ?? Number.NaN) - value)).toBeLessThanOrEqual(4e-16 * Math.abs(value));
  }
}

describe("RandomState", () => {
  test.each(fixture.scripts)("RandomState($seed) draws what NumPy draws, call after call", ({ seed, steps }) => {
    const random = new RandomState(seed);
    for (const { call, draws } of steps) {
      const actual = draw(random, call);
      if (call[0] === "randn") expectNormals(actual, draws);
      else expect(actual).toEqual(draws);
    }
  });

  test("RandomState keeps to NumPy after its state was refilled several times", () => {
    const { seed, skip, randn } = fixture.late;
    const random = new RandomState(seed);
    random.rand(skip);
    expectNormals([...random.randn(randn.length)], randn);
  });

  test("RandomState draws the same numbers one by one and at once", () => {
    const one = new RandomState(9);
    const all = new RandomState(9);
    expect([...one.randn(1), ...one.randn(1), ...one.randn(1)]).toEqual([...all.randn(3)]);
    expect([one.random(), one.random()]).toEqual([...all.rand(2)]);
  });

  test.each([-1, 2 ** 32, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("RandomState rejects the seed %d", (seed) => {
    expect(() => new RandomState(seed)).toThrow(
      new RangeError(`Cannot seed the generator: seed is ${seed}, must be an integer from 0 to 4294967295`),
    );
  });

  test("RandomState rejects counts and bounds that are no integers", () => {
    const random = new RandomState(1);
    expect(() => random.rand(-1)).toThrow("Cannot draw rand: count is -1, must be a non-negative integer");
    expect(() => random.randn(0.5)).toThrow("Cannot draw randn: count is 0.5, must be a non-negative integer");
    expect(() => random.permutation(Number.NaN)).toThrow("Cannot draw permutation: n is NaN");
    expect(() => random.randint(3, 3, 1)).toThrow("[low, high) is [3, 3), must be integers with low < high");
    expect(() => random.randint(0, 0.5, 1)).toThrow(RangeError);
    expect(() => random.randint(0, 2, -1)).toThrow("Cannot draw randint: count is -1");
  });
});
