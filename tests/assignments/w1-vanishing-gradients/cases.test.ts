import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { memberOf, tensorAt } from "../../../assignments/values/case-value.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { drawCandidates } from "../../../graders/counterexample/candidates.ts";
import { misconceptions } from "../../../reference/w1-vanishing-gradients/misconceptions.ts";
import * as reference from "../../../reference/w1-vanishing-gradients/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w1-vanishing-gradients");
const all = casesOfCourses(assignment).flat();
const casesOf = (exercise: string, part: string) =>
  all.filter((each) => each.exercise === exercise && each.title.includes(part));

const elementsOf = (value: Value | undefined): number[] =>
  value?.kind === "record"
    ? value.entries.flatMap(([, member]) => (member.kind === "tensor" ? [...member.data] : []))
    : [];

describe("cases of w1-vanishing-gradients", () => {
  testCasesOf(assignment, reference, misconceptions);

  test("every scenario can be drawn, the small ones too", () => {
    expect(drawCandidates(assignment).length).toBeGreaterThan(60);
  });

  test("visible cases compare the four scales by the same draws, and both activations by the same network", () => {
    const scales = casesOf("initializeDeep", "3 layers, ").filter(({ visibility }) => visibility === "visible");
    expect(new Set(scales.slice(0, 4).map(({ args: [dims, , rng] }) => JSON.stringify([dims, rng]))).size).toBe(1);
    for (const exercise of ["forwardDeep", "gradientNorms"]) {
      const [relu, tanh] = all.filter((each) => each.exercise === exercise);
      expect(relu?.args.slice(0, 2)).toEqual(tanh?.args.slice(0, 2));
      expect(relu?.args[2]).not.toEqual(tanh?.args[2]);
    }
  });

  test("a unit that is to be exactly at 0 has no weights and no bias, and no bias is 0 elsewhere", () => {
    const atZero = casesOf("gradientNorms", "exactly at 0");
    expect(atZero).toHaveLength(3);
    for (const { args } of atZero) expect(tensorAt(args[1], "b1")?.data[0]).toBe(0);
    for (const { args } of casesOf("forwardDeep", "layers of equal widths"))
      expect(elementsOf(args[1]).every((value) => value !== 0)).toBe(true);
  });

  test("gradients that are to be exactly as long as is allowed are, in float32 too", () => {
    const cases = casesOf("clipByGlobalNorm", "exactly as long");
    expect(cases).toHaveLength(3);
    for (const { args } of cases) {
      const squares = elementsOf(args[0]).reduce((sum, g) => sum + Math.fround(g * g), 0);
      expect(args[1]).toEqual({ kind: "number", value: Math.fround(Math.sqrt(squares)) });
    }
  });

  test("there are gradients of 0 with a limit and with a limit of 0, and dead units beside silent ones", () => {
    const ofNothing = casesOf("clipByGlobalNorm", "all gradients 0").map(({ args }) => args);
    for (const [grads] of ofNothing) expect(elementsOf(grads).every((g) => Object.is(g, 0))).toBe(true);
    const limits = ofNothing.map(([, limit]) => (limit?.kind === "number" ? limit.value : undefined));
    expect(new Set(limits)).toEqual(new Set([2, 0]));
    expect(memberOf(ofNothing[0]?.[0], "dW1")).toBeDefined();
  });
});
