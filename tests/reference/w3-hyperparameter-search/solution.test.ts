import { beforeAll, describe, expect, test } from "vitest";
import { Rng } from "../../../assignments/values/rng.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  coarseToFine,
  expectedImprovement,
  gpPosterior,
  gridSearch,
  proposeNext,
  rbfKernel,
  sampleBeta,
  sampleLogUniform,
} from "../../../reference/w3-hyperparameter-search/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

describe("gridSearch()", () => {
  test("gridSearch() lets the last name vary fastest and keeps the order of names and values", () => {
    expect(gridSearch({ b: [2, 1], a: [3, 4] })).toEqual([
      { b: 2, a: 3 },
      { b: 2, a: 4 },
      { b: 1, a: 3 },
      { b: 1, a: 4 },
    ]);
  });
});

describe("samples", () => {
  test("sampleLogUniform() and sampleBeta() lie between the bounds, evenly over the powers of ten", () => {
    const rates = sampleLogUniform(1e-4, 1, 4000, new Rng(1));
    expect(Math.min(...rates)).toBeGreaterThanOrEqual(1e-4);
    expect(Math.max(...rates)).toBeLessThan(1);
    expect(rates.filter((rate) => rate < 1e-2).length / 4000).toBeCloseTo(0.5, 1);
    const betas = sampleBeta(0.9, 0.999, 4000, new Rng(1));
    expect(betas.filter((beta) => beta < 0.99).length / 4000).toBeCloseTo(0.5, 1);
  });

  test("sampleLogUniform() gives low alone where low is high", () => {
    expect(sampleLogUniform(0.1, 0.1, 3, new Rng(2))).toEqual([0.1, 0.1, 0.1]);
  });
});

describe("coarseToFine()", () => {
  test("coarseToFine() keeps the earlier of equal scores and leaves its inputs as they are", () => {
    const [points, scores] = [
      [[1], [2], [3]],
      [0.5, 0.5, 0.5],
    ];
    expect(coarseToFine(points, scores, 2)).toEqual({ low: [1], high: [2] });
    expect([points, scores]).toEqual([
      [[1], [2], [3]],
      [0.5, 0.5, 0.5],
    ]);
  });
});

describe("gpPosterior()", () => {
  const X = [
    [0, 1],
    [2, 0],
    [-1, -2],
  ];
  const y = [1, -2, 0.5];

  test("gpPosterior() runs through observations without noise, with a deviation of 0 that is never NaN", () => {
    const { mean, std } = gpPosterior(X, y, X, 1.1, 0);
    for (const [i, mu] of mean.entries()) expect(mu).toBeCloseTo(y[i] ?? Number.NaN, 12);
    for (const sigma of std) expect(sigma).toBeLessThan(1e-6);
  });

  test("gpPosterior() goes back to 0 and 1 far away, whatever the noise", () => {
    for (const noise of [0, 0.3, 5]) expect(gpPosterior(X, y, [[90, 90]], 1.1, noise)).toEqual({ mean: [0], std: [1] });
  });

  test("gpPosterior() of one observation is y / (1 + noise^2) there, with the variance of the function", () => {
    const { mean, std } = gpPosterior([[3]], [2], [[3]], 0.7, 0.5);
    expect(mean[0]).toBeCloseTo(2 / 1.25, 14);
    expect(std[0]).toBeCloseTo(Math.sqrt(1 - 1 / 1.25), 14);
  });

  test("gpPosterior() takes two observations at one point for their mean, with half the variance of the noise", () => {
    const twice = gpPosterior([[3], [3]], [1, 3], [[3.5]], 0.7, 0.5);
    const once = gpPosterior([[3]], [2], [[3.5]], 0.7, Math.sqrt(0.125));
    expect(twice.mean[0]).toBeCloseTo(once.mean[0] ?? Number.NaN, 13);
    expect(twice.std[0]).toBeCloseTo(once.std[0] ?? Number.NaN, 13);
  });

  test("rbfKernel() is 1 at equal points and exp(-1/2) one length scale apart", () => {
    expect(
      rbfKernel(
        [[1, 2]],
        [
          [1, 2],
          [1, 2.3],
        ],
        0.3,
      ),
    ).toEqual([[1, expect.closeTo(Math.exp(-0.5), 14)]]);
  });
});

describe("expectedImprovement()", () => {
  test("expectedImprovement() agrees with the integral of what exceeds the best", () => {
    const [mu, sigma, best, xi] = [0.4, 0.7, 0.9, 0.05];
    const steps = 20000;
    const width = (8 * sigma) / steps;
    let integral = 0;
    for (let i = 0; i < steps; i++) {
      const value = best + xi + (i + 0.5) * width;
      const density = Math.exp(-(((value - mu) / sigma) ** 2) / 2) / (sigma * Math.sqrt(2 * Math.PI));
      integral += (value - best - xi) * density * width;
    }
    expect(expectedImprovement([mu], [sigma], best, xi)[0]).toBeCloseTo(integral, 7);
  });

  test("expectedImprovement() is 0 or the whole distance far from the best, and 0 where nothing is uncertain", () => {
    expect(expectedImprovement([1001, -999, 5], [1, 1, 0], 1, 0)).toEqual([1000, 0, 0]);
  });

  test("proposeNext() takes the first of equals, and the best from the values observed", () => {
    expect(proposeNext([[0]], [-1], [[0.25], [-2], [2], [-2]], 0.5, 0.1)).toBe(1);
  });
});
