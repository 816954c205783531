import { expect, test } from "vitest";
import { differencesOf } from "../../../../graders/judge/compare/differences.ts";
import { remembered } from "../../../../graders/judge/compare/remembered.ts";
import { tensor } from "../../build-value.ts";

const comparison = { rtol: 1e-3, atol: 0, dtype: "float" } as const;

test("differencesOf() looks once for the differences of a value, and anew by another standard", () => {
  const [right, actual] = [tensor([2], [1, 2]), tensor([2], [1, 3])];
  const found = differencesOf(right, actual, comparison);
  expect(found).toMatchObject([{ code: "values", path: "", expected: right, actual }]);
  expect(differencesOf(right, actual, comparison)).toBe(found);
  expect(differencesOf(right, actual, { ...comparison, rtol: 0.9 })).toEqual([]);
  expect(differencesOf(actual, actual, comparison)).toEqual([]);
  expect(differencesOf(right, actual, comparison)).toEqual(found);
});

test("remembered() computes once for each object, even where nothing comes of it", () => {
  const asked: object[] = [];
  const ask = remembered((key: { readonly result?: number }) => {
    asked.push(key);
    return key.result;
  });
  const [one, other, none] = [{ result: 1 }, { result: 1 }, {}];
  expect([ask(one), ask(none), ask(one), ask(other), ask(none)]).toEqual([1, undefined, 1, 1, undefined]);
  expect(asked).toEqual([one, none, other]);
});
