import { expect, test } from "vitest";
import { namedFactors } from "../../../../graders/judge/recognise/factors.ts";
import { array, number, tensor } from "../../build-value.ts";

test("namedFactors() names arguments, their inverses and complements, the simplest first", () => {
  const context = { parameters: ["X", "beta", "t"], args: [tensor([2, 5], Array(10).fill(0)), number(0.8), number(2)] };
  expect(namedFactors(context).map(({ name }) => name)).toEqual([
    ..."beta,1/beta,t,1/t,m,1/m,1 - beta,1/(1 - beta),1 - beta^t,1/(1 - beta^t)".split(","),
  ]);
  const values = Object.fromEntries(namedFactors(context).map(({ name, value }) => [name, value]));
  expect(values["1/m"]).toBe(0.2);
  expect(values["1/(1 - beta^t)"]).toBeCloseTo(1 / 0.36, 12);
});

test("namedFactors() leaves out what says nothing: 0, 1, -1, and complements of numbers above 1", () => {
  const context = { parameters: ["lambd", "keepProb", "epochNum"], args: [number(0), tensor([], [1]), number(7)] };
  expect(namedFactors(context).map(({ name }) => name)).toEqual(["epochNum", "1/epochNum"]);
});

test("namedFactors() counts examples only in matrices that hold one per column", () => {
  const names = (name: string, arg: ReturnType<typeof array>) =>
    namedFactors({ parameters: [name], args: [arg] }).map((factor) => factor.name);
  for (const name of ["X", "Y", "A3", "AL", "logits", "labels", "XTrain"]) {
    expect(names(name, array([1, 6], Array(6).fill(1)))).toContain("m");
  }
  expect(names("layerDims", array([1, 6], Array(6).fill(1)))).not.toContain("m");
  expect(names("X", array([6], Array(6).fill(1)))).not.toContain("m");
  expect(names("X", array([1, 6, 1], Array(6).fill(1)))).not.toContain("m");
});
