import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { tensorAt } from "../../../assignments/values/case-value.ts";
import { RandomState } from "../../../assignments/values/random-state.ts";
import { consistent } from "../../../assignments/w1-regularization/consistency.ts";
import { misconceptions } from "../../../reference/w1-regularization/misconceptions.ts";
import * as reference from "../../../reference/w1-regularization/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w1-regularization");
const courses = casesOfCourses(assignment);
const all = courses.flat();
const casesOf = (exercise: string) => all.filter((each) => each.exercise === exercise);
const withCache = all.filter(({ args: [, , third], exercise }) => third?.kind === "record" && exercise in consistent);

describe("cases of w1-regularization", () => {
  testCasesOf(assignment, reference, misconceptions);

  test("every cache is what the forward pass of its parameters leaves, the masks included", () => {
    expect(withCache).toHaveLength(3 * 25);
    for (const { exercise, args, title } of withCache) expect(consistent[exercise]?.(args), title).toBe(true);
  });

  test("a cache with one value moved by a hundredth is found inconsistent", () => {
    for (const { exercise, args } of withCache) {
      const [X, Y, cache, last] = structuredClone(args);
      const A1 = tensorAt(cache, "A1");
      if (X && Y && cache && last && A1) A1.data[0] = 1.01 * (A1.data[0] ?? 0) + 0.01;
      expect(consistent[exercise]?.([X, Y, cache, last].flatMap((value) => value ?? []))).toBe(false);
    }
  });

  test("no pre-activation of a cache lies near relu's corner, but where units are exactly at it or barely active", () => {
    for (const { args, title } of withCache) {
      for (const key of ["Z1", "Z2"]) {
        const near = [...(tensorAt(args[2], key)?.data ?? [])].filter((z) => Math.abs(z) < 5e-5);
        const isBarelyActive = title.includes("units barely active");
        expect(near.every((z) => (isBarelyActive ? z > 0 && z < 1e-7 : z === 0))).toBe(true);
        expect(near.length > 0, title).toBe(isBarelyActive || title.includes("exactly at relu's corner"));
      }
    }
  });

  test("outputs lie well inside (0, 1), but where they are to be sure, right or wrong", () => {
    const outputs = [
      ...casesOf("computeCostWithRegularization").map(({ args: [A3], title }) => ({ output: A3, title })),
      ...withCache.map(({ args: [, , cache], title }) => ({ output: tensorAt(cache, "A3"), title })),
    ].flatMap(({ output, title }) => (output?.kind === "tensor" ? [{ data: output.data, title }] : []));
    expect(outputs).toHaveLength(3 * (13 + 25));
    for (const { data, title } of outputs) {
      const isSure = /near 0 and 1|sure and wrong/.test(title);
      expect(Math.min(...data, 1 - Math.max(...data)) < 2.1e-3, title).toBe(isSure);
      expect(Math.min(...data, 1 - Math.max(...data)), title).toBeGreaterThan(isSure ? 1e-4 : 0.01);
    }
  });

  test("one case of the forward pass has a keepProb equal to a draw, which float32 holds exactly", () => {
    const ties = casesOf("forwardPropagationWithDropout").filter(({ title }) => title === "a draw equal to keepProb");
    expect(ties).toHaveLength(courses.length);
    for (const { args } of ties) {
      const [, , keepProb, rng] = args;
      if (keepProb?.kind !== "number" || rng?.kind !== "rng") throw new TypeError("no keepProb or rng");
      expect(Math.fround(keepProb.value)).toBe(keepProb.value);
      expect([...Float32Array.from(new RandomState(rng.seed).rand(20))]).toContain(keepProb.value);
    }
  });

  test("lambd 0, one example, keepProb 1 and keepProb undefined occur among the hidden cases", () => {
    const hidden = all.filter(({ visibility }) => visibility === "hidden");
    const seen = (test: (args: (typeof hidden)[number]["args"]) => boolean) => hidden.some(({ args }) => test(args));
    expect(seen(([, , , last]) => last?.kind === "number" && last.value === 0)).toBe(true);
    expect(seen(([X]) => X?.kind === "tensor" && X.shape[1] === 1)).toBe(true);
    expect(seen(([, , keepProb]) => keepProb?.kind === "number" && keepProb.value === 1)).toBe(true);
    expect(seen(([, , keepProb]) => keepProb?.kind === "undefined")).toBe(true);
  });
});
