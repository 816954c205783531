import { describe, expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { misconceptions } from "../../../reference/w3-hyperparameter-search/misconceptions.ts";
import * as reference from "../../../reference/w3-hyperparameter-search/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w3-hyperparameter-search");
const [cases = []] = casesOfCourses(assignment);

const of = (exercise: string): Case[] => cases.filter((each) => each.exercise === exercise);

const numbersOf = (value: Value | undefined): number[] => (value?.kind === "array" ? [...value.data] : []);

const numberOf = (value: Value | undefined): number => (value?.kind === "number" ? value.value : Number.NaN);

const rowsOf = (value: Value | undefined): number[][] => {
  const [rows = 0, columns = 0] = value?.kind === "array" ? value.shape : [];
  return Array.from({ length: rows }, (_, i) => numbersOf(value).slice(i * columns, (i + 1) * columns));
};

describe("cases of w3-hyperparameter-search", () => {
  testCasesOf(assignment, reference, misconceptions, ["xi"]);

  test("low equals high in both samplings, with one value and with several", () => {
    for (const exercise of ["sampleLogUniform", "sampleBeta"]) {
      const equal = of(exercise).filter(({ args: [low, high] }) => numberOf(low) === numberOf(high));
      expect(equal.length).toBeGreaterThanOrEqual(2);
      expect(of(exercise).map(({ args }) => numberOf(args[2]))).toEqual(expect.arrayContaining([1, 3, 70]));
    }
  });

  test("coarseToFine() keeps one, some and all, and has ties at the border, hidden and visible", () => {
    const shares = of("coarseToFine").map(({ args, visibility }) => {
      const [scores, keep] = [numbersOf(args[1]), numberOf(args[2])];
      const sorted = scores.toSorted((a, b) => b - a);
      return { visibility, keep, all: scores.length, isTied: sorted[keep - 1] === sorted[keep] };
    });
    expect(shares.some(({ keep, all }) => keep === 1 && all > 1)).toBe(true);
    expect(shares.some(({ keep, all }) => keep === all && all > 1)).toBe(true);
    for (const visibility of ["visible", "hidden"])
      expect(shares.some((each) => each.isTied && each.visibility === visibility)).toBe(true);
  });

  test("gpPosterior() is asked at observations without noise, and never has a singular covariance", () => {
    const exact = of("gpPosterior").filter(({ args }) => numberOf(args[4]) === 0);
    expect(exact.length).toBeGreaterThanOrEqual(3);
    let observed = 0;
    for (const { args } of exact) {
      const [X, XNew, lengthScale] = [rowsOf(args[0]), rowsOf(args[2]), numberOf(args[3])];
      for (const [i, one] of X.entries())
        for (const other of X.slice(i + 1))
          expect(Math.hypot(...one.map((value, k) => value - (other[k] ?? 0)))).toBeGreaterThan(lengthScale);
      observed += XNew.filter((point) => X.some((one) => String(one) === String(point))).length;
    }
    expect(observed).toBeGreaterThanOrEqual(6);
  });

  test("expectedImprovement() always has a result large enough for atol 1e-6 to apply", () => {
    for (const { args } of casesOfCourses(assignment)
      .flat()
      .filter(({ exercise }) => exercise === "expectedImprovement")) {
      const [mean, std, best, xi] = [numbersOf(args[0]), numbersOf(args[1]), numberOf(args[2]), args[3]];
      const expected = reference.expectedImprovement(mean, std, best, xi?.kind === "number" ? xi.value : undefined);
      expect(Math.max(...expected)).toBeGreaterThan(1e-3);
    }
  });

  test("proposeNext() has one candidate, equal ones, and answers at the first and the last place", () => {
    const answers = of("proposeNext").map(({ args }) => {
      const [X, y, candidates] = [rowsOf(args[0]), numbersOf(args[1]), rowsOf(args[2])];
      const xi = args[5]?.kind === "number" ? args[5].value : undefined;
      const chosen = reference.proposeNext(X, y, candidates, numberOf(args[3]), numberOf(args[4]), xi);
      const isTied = candidates.slice(chosen + 1).some((other) => String(other) === String(candidates[chosen]));
      return { count: candidates.length, chosen, isTied };
    });
    expect(answers.some(({ count }) => count === 1)).toBe(true);
    expect(answers.filter(({ isTied }) => isTied).length).toBeGreaterThanOrEqual(2);
    expect(answers.some(({ count, chosen }) => count > 1 && chosen === 0)).toBe(true);
    expect(answers.some(({ count, chosen }) => count > 1 && chosen === count - 1)).toBe(true);
  });
});
