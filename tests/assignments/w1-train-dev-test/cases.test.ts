import { describe, expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { drawCandidates } from "../../../graders/counterexample/candidates.ts";
import { misconceptions } from "../../../reference/w1-train-dev-test/misconceptions.ts";
import * as reference from "../../../reference/w1-train-dev-test/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w1-train-dev-test");
const courses = casesOfCourses(assignment);
const all = [...courses.flat(), ...drawCandidates(assignment)];

const casesOf = (exercise: string): Pick<Case, "title" | "args">[] => all.filter((each) => each.exercise === exercise);
const number = (value: Value | undefined): number => (value?.kind === "number" ? value.value : Number.NaN);
const shape = (value: Value | undefined): readonly number[] => (value?.kind === "tensor" ? value.shape : []);

describe("cases of w1-train-dev-test", () => {
  testCasesOf(assignment, reference, misconceptions, ["epsilon", "optimalError", "tolerance"]);

  test("splitDataset: fractions are from 0 to 1 and ask for no more than all", () => {
    for (const { args } of casesOf("splitDataset")) {
      const [dev, test] = [number(args[2]), number(args[3])];
      expect(Math.min(dev, test)).toBeGreaterThanOrEqual(0);
      expect(dev + test).toBeLessThanOrEqual(1);
    }
  });

  test("splitDataset: some sets are empty, and some products lie just below or just above a whole number", () => {
    const products = casesOf("splitDataset").map(({ args: [X, , dev, test] }) =>
      [dev, test].map((fraction) => number(fraction) * (shape(X)[1] ?? 0)),
    );
    const offBy = ([dev = 0]: number[]): number => dev - Math.round(dev);
    expect(products.filter(([dev]) => dev === 0).length).toBeGreaterThan(courses.length);
    expect(products.filter(([, test]) => test === 0).length).toBeGreaterThan(courses.length);
    expect(products.filter((each) => offBy(each) < 0 && offBy(each) > -1e-9).length).toBeGreaterThan(courses.length);
    expect(products.filter((each) => offBy(each) > 0 && offBy(each) < 1e-9).length).toBeGreaterThan(courses.length);
  });

  test("splitDataset: a product just below a whole number is another one in float32", () => {
    for (const { args } of casesOf("splitDataset").filter(({ title }) => title.startsWith("a product just below"))) {
      const [fraction, m] = [number(args[2]), shape(args[0])[1] ?? 0];
      expect(Math.floor(Math.fround(Math.fround(fraction) * m))).toBe(Math.floor(fraction * m) + 1);
    }
  });

  test("applyNormalization: the statistics are not those of X", () => {
    for (const { args } of casesOf("applyNormalization")) {
      const [X, mu] = args;
      if (X?.kind !== "tensor" || mu?.kind !== "tensor") throw new TypeError("no tensors");
      const [n = 0, m = 0] = X.shape;
      const means = Array.from(
        { length: n },
        (_, i) => [...X.data.subarray(i * m, (i + 1) * m)].reduce((sum, value) => sum + value) / m,
      );
      expect(means.some((mean, i) => mean !== mu.data[i])).toBe(true);
    }
  });

  test("diagnoseBiasVariance: a gap is as large as the tolerance to the last bit, or far from it", () => {
    let ties = 0;
    for (const { args } of casesOf("diagnoseBiasVariance")) {
      const [train, dev] = [number(args[0]), number(args[1])];
      const [optimal, tolerance] = [args[2], args[3]].map((each, i) => (each?.kind === "number" ? each.value : i / 50));
      for (const gap of [train - (optimal ?? 0), dev - train]) {
        const distance = Math.abs(gap - (tolerance ?? 0));
        if (distance === 0) ties++;
        else expect(distance).toBeGreaterThan(2e-4);
      }
      expect(Math.min(train, dev)).toBeGreaterThanOrEqual(0);
      expect(Math.max(train, dev)).toBeLessThanOrEqual(1);
    }
    expect(ties).toBeGreaterThanOrEqual(8 * courses.length);
  });

  test("earlyStopping: patience is reached early, at the last epoch and never", () => {
    const seen = new Set(
      casesOf("earlyStopping").map(({ args: [costs, patience] }) => {
        if (costs?.kind !== "array") throw new TypeError("no costs");
        const { bestEpoch, stopEpoch } = reference.earlyStopping([...costs.data], number(patience));
        if (stopEpoch - bestEpoch < number(patience)) return "never";
        return stopEpoch === costs.data.length - 1 ? "at the last epoch" : "early";
      }),
    );
    expect([...seen].sort()).toEqual(["at the last epoch", "early", "never"]);
  });

  test("flipImages: where a draw of exactly 0.5 is promised, there is one among the images' own", () => {
    const promised = casesOf("flipImages").filter(({ title }) => title.startsWith("a draw of exactly 0.5"));
    expect(promised.length).toBeGreaterThanOrEqual(courses.length);
    for (const { args } of promised) {
      const rng = args[1];
      if (rng?.kind !== "rng") throw new TypeError("no generator");
      const draws = Float32Array.from(new RandomState(rng.seed).rand(shape(args[0])[0] ?? 0));
      expect([...draws]).toContain(0.5);
    }
  });

  test("cropImages: some windows are as high as the image, some as wide, some both", () => {
    const full = casesOf("cropImages").map(({ args: [images, height, width] }) => {
      const [, h, w] = shape(images);
      return `${number(height) === h} ${number(width) === w}`;
    });
    expect(new Set(full)).toEqual(new Set(["true true", "true false", "false true", "false false"]));
  });
});
