import { expect, test } from "vitest";
import { spareDeviation, spareMean, statisticsOf } from "../../../assignments/values/draw-statistics.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";

test("statisticsOf() tells normal draws from uniform ones by their kurtosis", () => {
  const random = new RandomState(1);
  const normal = statisticsOf(random.randn(20_000));
  expect(normal.kurtosis).toBeCloseTo(3, 0);
  expect(normal.deviation).toBeCloseTo(1, 1);
  expect(statisticsOf(random.rand(20_000)).kurtosis).toBeCloseTo(1.8, 1);
  expect(statisticsOf([3, -1])).toMatchObject({ count: 2, mean: 1, deviation: 2, largest: 3 });
  expect(statisticsOf([]).deviation).toBeNaN();
});

test("spareMean() and spareDeviation() leave room for chance, less with more draws", () => {
  const random = new RandomState(2);
  for (const count of [6, 36, 400]) {
    const [least, most] = spareDeviation(count);
    for (let sample = 0; sample < 2000; sample++) {
      const { mean, deviation } = statisticsOf(random.randn(count));
      expect(Math.abs(mean)).toBeLessThan(spareMean(count, 1));
      expect(deviation > least && deviation < most).toBe(true);
    }
  }
  // Of chi-square with 99 degrees of freedom, 1e-9 lies below 33.6 and above 204: by its tables, 0.58 and 1.43.
  expect(spareDeviation(100)[0]).toBeCloseTo(0.6, 1);
  expect(spareDeviation(100)[1]).toBeCloseTo(1.45, 1);
});
