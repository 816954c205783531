import { expect, test } from "vitest";
import { scoreStatistics } from "../../../../reports/class/statistics/score-statistics.ts";

test("scoreStatistics() gives mean, median, quartiles and passes of scores in any order", () => {
  expect(scoreStatistics([20, 1, 7, 3], 7)).toEqual({
    count: 4,
    mean: 7.75,
    median: 5,
    lowerQuartile: 2.5,
    upperQuartile: 10.25,
    passed: 2,
  });
});

test("scoreStatistics() passes a score that misses the mark by rounding only", () => {
  expect(scoreStatistics([0.1 + 0.7, 0.79], 0.8).passed).toBe(1);
});

test("scoreStatistics() has nothing to say of nobody", () => {
  expect(scoreStatistics([], 50)).toEqual({
    count: 0,
    mean: null,
    median: null,
    lowerQuartile: null,
    upperQuartile: null,
    passed: 0,
  });
});
