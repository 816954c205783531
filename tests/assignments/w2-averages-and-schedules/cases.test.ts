import { describe, expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { scalarOf } from "../../../assignments/values/case-value.ts";
import type { TensorValue, Value } from "../../../assignments/values/value.ts";
import { misconceptions } from "../../../reference/w2-averages-and-schedules/misconceptions.ts";
import * as reference from "../../../reference/w2-averages-and-schedules/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w2-averages-and-schedules");
const courses = casesOfCourses(assignment);
const hiddenOf = (exercise: string) =>
  courses.map((cases) => cases.filter((each) => each.exercise === exercise && each.visibility === "hidden"));

function tensorsOf(value: Value | undefined): TensorValue[] {
  if (value?.kind !== "record") return [];
  return value.entries.flatMap(([, inner]) => (inner.kind === "tensor" ? [inner] : []));
}

const dataOf = (value: Value | undefined): number[] => (value?.kind === "tensor" ? [...value.data] : []);
const numbersOf = ({ args }: Case): (number | undefined)[] => args.map(scalarOf);

describe("cases of w2-averages-and-schedules", () => {
  testCasesOf(assignment, reference, misconceptions, [
    "biasCorrection",
    "learningRate",
    "beta2",
    "epsilon",
    "base",
    "k",
    "factor",
    "beta",
  ]);

  test.each(["exponentialDecay", "inverseSqrtDecay", "staircaseDecay"])(
    "%s: epoch 0 is asked with its last argument and without",
    (exercise) => {
      for (const cases of courses) {
        const atStart = cases.filter((each) => each.exercise === exercise && scalarOf(each.args[1]) === 0);
        expect(atStart.length).toBeGreaterThan(0);
      }
      if (exercise !== "staircaseDecay")
        for (const cases of hiddenOf(exercise))
          expect(cases.some((each) => scalarOf(each.args[1]) === 0 && each.args.length === 2)).toBe(true);
    },
  );

  test("inverseSqrtDecay: a hidden case has a k above 1 at epoch 0, and one a k above the root of the epoch", () => {
    for (const cases of hiddenOf("inverseSqrtDecay")) {
      const large = cases.map(numbersOf).filter(([, epoch = 0, k = 1]) => k > 1 && k > Math.sqrt(epoch));
      expect(large.map(([, epoch]) => epoch === 0).sort()).toEqual([false, true]);
    }
  });

  test("staircaseDecay: hidden cases are at a multiple of the interval, one epoch before it and one after", () => {
    for (const cases of hiddenOf("staircaseDecay")) {
      const places = cases.map(numbersOf).map(([, epoch = 0, interval = 1]) => (epoch + 1) % interval);
      for (const place of [0, 1, 2]) expect(places).toContain(place);
      expect(cases.map(numbersOf).some(([, epoch, interval]) => epoch === 49 && interval === 49)).toBe(true);
    }
  });

  test("exponentiallyWeightedAverage: single values, beta 0, betas above 0.98 and tiny values are among the hidden cases", () => {
    for (const cases of hiddenOf("exponentiallyWeightedAverage")) {
      const betas = cases.map(({ args }) => scalarOf(args[1]) ?? Number.NaN);
      expect(betas).toContain(0);
      expect(Math.max(...betas)).toBeGreaterThan(0.98);
      const series = cases.map(({ args }) => dataOf(args[0]));
      expect(series.filter(({ length }) => length === 1)).toHaveLength(2);
      expect(series.some((values) => Math.max(...values) < 1e-6)).toBe(true);
      expect(series.some(({ length }) => length > 64)).toBe(true);
    }
  });

  test("exponentiallyWeightedAverage: no series has averages near 0, where rounding alone could decide", () => {
    for (const { exercise, args } of courses.flat()) {
      const beta = scalarOf(args[1]) ?? 0;
      if (exercise !== "exponentiallyWeightedAverage" || beta === 0) continue;
      const values = dataOf(args[0]);
      let average = 0;
      for (const [i, value] of values.entries()) {
        average = beta * average + (1 - beta) * value;
        expect(Math.abs(average) / (1 - beta ** (i + 1))).toBeGreaterThan(0.02 * Math.max(...values));
      }
    }
  });

  test("updateParametersWithRmsprop: s is zero at a first step alone and never negative, and every layer has a say", () => {
    for (const { args, exercise, title } of courses.flat()) {
      if (exercise !== "updateParametersWithRmsprop") continue;
      const averages = tensorsOf(args[2]).flatMap(({ data }) => [...data]);
      expect(Math.min(...averages)).toBeGreaterThanOrEqual(0);
      expect(
        averages.every((value) => value === 0),
        title,
      ).toBe(title.startsWith("first step"));
      expect(tensorsOf(args[1]).length).toBe(tensorsOf(args[0]).length);
    }
  });

  test("updateParametersWithRmsprop: a hidden case has gradients and averages of 0 at the same place", () => {
    for (const cases of hiddenOf("updateParametersWithRmsprop")) {
      const meets = cases.filter(({ args }) => {
        const [gradients, averages] = [tensorsOf(args[1]), tensorsOf(args[2])];
        return gradients.some(({ data }, i) => data.some((g, j) => g === 0 && averages[i]?.data[j] === 0));
      });
      expect(meets.length).toBeGreaterThanOrEqual(2);
    }
  });

  test("descendSaddle: hidden cases have every method, no step and one, beta 0, and starts on and next to w2 = 0", () => {
    for (const cases of hiddenOf("descendSaddle")) {
      const methods = new Set(cases.map(({ args: [, method] }) => (method?.kind === "string" ? method.value : "")));
      expect([...methods].sort()).toEqual(["gd", "momentum", "rmsprop"]);
      const steps = cases.map(({ args }) => scalarOf(args[2]));
      expect(steps).toContain(0);
      expect(steps).toContain(1);
      expect(cases.filter(({ args }) => scalarOf(args[4]) === 0).length).toBe(2);
      const w2 = cases.map(({ args }) => Math.abs(dataOf(args[0])[1] ?? Number.NaN));
      expect(w2.filter((each) => each === 0)).toHaveLength(2);
      expect(w2.filter((each) => each > 0 && each < 1e-8)).toHaveLength(1);
    }
  });
});
