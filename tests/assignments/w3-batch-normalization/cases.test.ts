import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { memberOf, scalarOf, tensorAt } from "../../../assignments/values/case-value.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { consistent } from "../../../assignments/w3-batch-normalization/consistency.ts";
import { misconceptions } from "../../../reference/w3-batch-normalization/misconceptions.ts";
import * as reference from "../../../reference/w3-batch-normalization/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w3-batch-normalization");
const all = casesOfCourses(assignment).flat();
const casesOf = (exercise: string) => all.filter((each) => each.exercise === exercise);
const hiddenOf = (exercise: string) => casesOf(exercise).filter(({ visibility }) => visibility === "hidden");
const dataOf = (value: Value | undefined): number[] => (value?.kind === "tensor" ? [...value.data] : []);
const shapeOf = (value: Value | undefined): readonly number[] => (value?.kind === "tensor" ? value.shape : []);

describe("cases of w3-batch-normalization", () => {
  testCasesOf(assignment, reference, misconceptions);

  test("every cache is that of a forward pass, and one that was moved by a hundredth is not", () => {
    const withCache = casesOf("batchNormBackward");
    expect(withCache.length).toBeGreaterThan(30);
    for (const { args, title } of withCache) {
      expect(consistent["batchNormBackward"]?.(args), title).toBe(true);
      const moved = structuredClone([...args]);
      const ZNorm = tensorAt(moved[1], "ZNorm");
      if (ZNorm) ZNorm.data[0] = 1.01 * (ZNorm.data[0] ?? 0) + 0.01;
      expect(consistent["batchNormBackward"]?.(moved), title).toBe(false);
    }
  });

  test("hidden batches hold a variance of 0, one example, as many units as examples, a gamma of 0 and a negative one", () => {
    const hidden = hiddenOf("batchNormForward").map(({ args }) => args);
    const rowsAreEqual = ([Z]: readonly Value[]): boolean => {
      const m = shapeOf(Z)[1] ?? 0;
      return m > 1 && new Set(dataOf(Z).slice(0, m)).size === 1;
    };
    expect(hidden.some(rowsAreEqual)).toBe(true);
    expect(hidden.some(([Z]) => shapeOf(Z)[1] === 1)).toBe(true);
    expect(hidden.some(([Z]) => shapeOf(Z)[0] === shapeOf(Z)[1])).toBe(true);
    expect(hidden.some(([, gamma]) => dataOf(gamma).includes(0))).toBe(true);
    expect(hidden.some(([, gamma]) => dataOf(gamma).some((value) => value < 0))).toBe(true);
    expect(hidden.some(([, , , epsilon]) => epsilon?.kind === "undefined")).toBe(true);
    expect(hidden.some(([, , , epsilon]) => scalarOf(epsilon) === 0)).toBe(true);
  });

  test("sums of the numbers of a row and of their squares are exact in float32", () => {
    for (const { args, title } of casesOf("batchNormForward").filter((each) => !each.title.includes("times 1e-9"))) {
      const numbers = dataOf(args[0]);
      const m = shapeOf(args[0])[1] ?? 1;
      const grid = Math.min(...numbers.filter((value) => value !== 0).map(gridOf));
      for (let start = 0; start < numbers.length; start += m) {
        const squares = numbers.slice(start, start + m).map((value) => (value / grid) ** 2);
        expect(
          squares.reduce((sum, square) => sum + square, 0),
          title,
        ).toBeLessThanOrEqual(2 ** 24);
      }
    }
  });

  test("the momentum is 0 in one hidden case, 1 in another and left out in a third", () => {
    const momenta = hiddenOf("updateRunningStatistics").map(({ args }) => scalarOf(args[3]));
    expect(momenta).toEqual(expect.arrayContaining([0, 1, undefined]));
  });

  test("running statistics are not those of the batch: the means differ by more than a fifth of the spread", () => {
    for (const { args, title } of casesOf("batchNormInference").filter(
      ({ variationOf }) => variationOf === undefined,
    )) {
      const [Z, , , running] = args;
      const [n = 0, m = 0] = shapeOf(Z);
      for (let i = 0; i < n; i++) {
        const row = dataOf(Z).slice(i * m, (i + 1) * m);
        const mean = row.reduce((sum, value) => sum + value, 0) / m;
        const spread = Math.sqrt(dataOf(memberOf(running, "sigma2"))[i] ?? 0);
        const distance = Math.abs(mean - (dataOf(memberOf(running, "mu"))[i] ?? 0));
        expect(distance, title).toBeGreaterThanOrEqual(0.19 * spread);
      }
    }
  });

  test("some output of every network is to be negative, so that relu in the last layer is seen", () => {
    for (const { args, title } of casesOf("forwardWithBatchNorm")) {
      const parameters = args[1]?.kind === "record" ? args[1].entries : [];
      const last = `beta${parameters.length / 3}`;
      expect(
        dataOf(memberOf(args[1], last)).some((value) => value < 0),
        title,
      ).toBe(true);
    }
  });
});

/** The largest power of 2 that a number is a multiple of. */
function gridOf(value: number): number {
  let grid = 2 ** -60;
  while (Number.isInteger(value / (2 * grid))) grid *= 2;
  return grid;
}
