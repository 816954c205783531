import { expect, test } from "vitest";
import {
  recogniseClipped,
  recogniseRepeated,
  recogniseRounded,
} from "../../../../graders/judge/recognise/recognise-coarse.ts";
import { number, tensor } from "../../build-value.ts";
import { factsOf } from "./facts-of.ts";

const expected = tensor([2, 3], [1.23456, -0.71828, 14.1421, 0.05551, 2.5, -3.33333]);

test("recogniseRounded() says how many decimals are left, or else how many digits", () => {
  const rounded = (round: (value: number) => number) =>
    recogniseRounded(factsOf(expected, tensor([2, 3], [...expected.data].map(round))));
  expect(rounded((value) => Math.round(value * 100) / 100)).toEqual({ code: "rounded", decimals: 2 });
  expect(rounded(Math.round)).toEqual({ code: "rounded", decimals: 0 });
  expect(rounded((value) => Number(value.toPrecision(3)))).toEqual({ code: "rounded", digits: 3 });
  expect(recogniseRounded(factsOf(number(0.0892311), number(0.08923)))).toEqual({ code: "rounded", decimals: 5 });
});

test("recogniseRounded() sees none where a value is not the rounded one, in counts, or where only zeros are left", () => {
  expect(recogniseRounded(factsOf(expected, tensor([2, 3], [1.23, -0.72, 14.15, 0.06, 2.5, -3.33])))).toBeUndefined();
  expect(recogniseRounded(factsOf(number(12), number(10)))).toBeUndefined();
  expect(recogniseRounded(factsOf(tensor([2], [0.1, 0.2]), tensor([2], [0, 0])))).toBeUndefined();
});

test("recogniseClipped() names the bounds beyond which all values are the same", () => {
  const wide = tensor([6], [-9, -7, 0.5, 1.5, 8, 11]);
  const cut = (...values: number[]) => recogniseClipped(factsOf(wide, tensor([6], values)));
  expect(cut(-9, -7, 0.5, 1.5, 3, 3)).toEqual({ code: "clipped", high: 3 });
  expect(cut(-9, -7, 0.5, 1.5, 3, 4)).toBeUndefined();
  expect(cut(-5, -5, 0.5, 1.5, 8, 11)).toEqual({ code: "clipped", low: -5 });
  expect(cut(-5, -5, -5, -5, -5, 11)).toBeUndefined();
});

test("recogniseRepeated() says along which axis nothing changes", () => {
  const found = (...values: number[]) => recogniseRepeated(factsOf(expected, tensor([2, 3], values)));
  expect(found(1, 2, 3, 1, 2, 3)).toEqual({ code: "repeated", axis: 0 });
  expect(found(1, 1, 1, 2, 2, 2)).toEqual({ code: "repeated", axis: 1 });
  expect(found(7, 7, 7, 7, 7, 7)).toEqual({ code: "repeated" });
  expect(found(0, 0, 0, 0, 0, 0)).toBeUndefined();
  expect(found(1, 2, 3, 1, 2, 4)).toBeUndefined();
});

test("recogniseRepeated() sees none in small masks, whose rows may be the same by chance", () => {
  const mask = tensor([2, 3], [1, 0, 1, 0, 1, 1], "bool");
  expect(recogniseRepeated(factsOf(mask, tensor([2, 3], [1, 0, 1, 1, 0, 1], "bool")))).toBeUndefined();
});
