import { expect, test } from "vitest";
import { measureError, unravelIndex } from "../../../../graders/judge/compare/measure-error.ts";
import { array } from "../../build-value.ts";

test("measureError() takes the largest error where every tolerance is zero, of equals the first", () => {
  const error = measureError(array([4], [0, 0, 0, 0]), array([4], [0, 1, 3, -3]), 0, 0);
  expect(error).toEqual({
    worst: 2,
    excess: Number.POSITIVE_INFINITY,
    differing: 3,
    maxAbsoluteError: 3,
    maxRelativeError: undefined,
    nonFinite: false,
  });
});

test("measureError() counts only what is out of tolerance", () => {
  const error = measureError(array([3], [1, 1e-3, 100]), array([3], [1.5, 1.5e-3, 101]), 0.25, 1e-3);
  expect(error).toMatchObject({ worst: 0, differing: 1, maxAbsoluteError: 0.5, maxRelativeError: 0.5 });
});

test("unravelIndex() counts the last axis fastest", () => {
  expect(unravelIndex(5, [2, 3])).toEqual([1, 2]);
  expect(unravelIndex(23, [2, 3, 4])).toEqual([1, 2, 3]);
  expect(unravelIndex(0, [])).toEqual([]);
});
