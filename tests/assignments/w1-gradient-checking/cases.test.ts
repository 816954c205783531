import { describe, expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { consistent } from "../../../assignments/w1-gradient-checking/consistency.ts";
import { compare } from "../../../graders/judge/compare.ts";
import { fromTensors } from "../../../reference/oracle/from-tensors.ts";
import { toTensors } from "../../../reference/oracle/to-tensors.ts";
import { alternatives } from "../../../reference/w1-gradient-checking/alternatives.ts";
import { misconceptions } from "../../../reference/w1-gradient-checking/misconceptions.ts";
import * as reference from "../../../reference/w1-gradient-checking/solution.ts";

const assignment = await openAssignment("w1-gradient-checking");
const courses = ["one course", "another course", "a third"].map((secret, seed) =>
  generateCases(assignment, { seed, secret, visibility: "all" }),
);
const allCases = courses.flat();
type Call = (...args: unknown[]) => unknown;

/** Arguments are made anew for each call; the results of the same call are kept. */
const kept = new Map<Call, Map<Case, Value>>();

function resultOf(f: Call, testCase: Case): Value {
  const results = kept.get(f) ?? new Map<Case, Value>();
  kept.set(f, results);
  const value = results.get(testCase) ?? fromTensors(f(...testCase.args.map(toTensors)), "result");
  results.set(testCase, value);
  return value;
}

const rightOf = (id: string): Call => (reference as unknown as Record<string, Call>)[id] as Call;

const exerciseOf = (id: string): Exercise => {
  const found = assignment.manifest.exercises.find((exercise) => exercise.id === id);
  if (found === undefined) throw new Error(`no exercise ${id}`);
  return found;
};

const agrees = (expected: Value, actual: Value, exercise: Exercise, factor: number): boolean => {
  const { rtol, atol, dtype } = exercise.comparison;
  const context = { parameters: exercise.parameters, args: [] };
  return compare(expected, actual, { rtol: rtol * factor, atol: atol * factor, dtype }, context) === undefined;
};

/** Whether a case finds fault with an answer, its values at `factor` times the tolerance. */
function finds(testCase: Case, f: Call, cases: readonly Case[], factor: number): boolean {
  const exercise = exerciseOf(testCase.exercise);
  const [expected, actual] = [resultOf(rightOf(exercise.id), testCase), resultOf(f, testCase)];
  const right = [rightOf(exercise.id), ...((alternatives[exercise.id] ?? []) as readonly Call[])];
  const isRight = right.some((one) => agrees(resultOf(one, testCase), actual, exercise, factor));
  if (testCase.judgedBy !== "properties" && !isRight) return true;
  const others = cases
    .filter((other) => other !== testCase && other.exercise === exercise.id)
    .map((other) => ({ args: other.args, actual: resultOf(f, other) }));
  const facts = { args: testCase.args, actual, expected, others };
  return (assignment.properties[exercise.id] ?? []).some((property) => !property.holds(facts));
}

describe("cases of w1-gradient-checking", () => {
  test.each(misconceptions.map(({ id, exercise, implementation }) => [id, exercise, implementation as Call] as const))(
    "%s: a hidden case exposes it by ten times the tolerance, whatever the course secret",
    (_, exercise, wrong) => {
      for (const cases of courses) {
        const hidden = cases.filter((each) => each.exercise === exercise && each.visibility === "hidden");
        expect(hidden.filter((each) => finds(each, wrong, cases, 10))).not.toEqual([]);
      }
    },
  );

  test("the right answers are exposed by no case, at a tenth of the tolerance", () => {
    for (const cases of courses) {
      const exposed = cases.filter((each) => finds(each, rightOf(each.exercise), cases, 0.1));
      expect(exposed.map(({ exercise, id }) => `${exercise} ${id}`)).toEqual([]);
    }
  });

  test("no two misconceptions of an exercise give the same results in all cases", () => {
    const alike = misconceptions.flatMap((left, i) =>
      misconceptions.slice(i + 1).flatMap((right) => {
        if (left.exercise !== right.exercise) return [];
        const exercise = exerciseOf(left.exercise);
        const same = courses.filter((cases) =>
          cases
            .filter((each) => each.exercise === exercise.id)
            .every((each) =>
              agrees(
                resultOf(left.implementation as Call, each),
                resultOf(right.implementation as Call, each),
                exercise,
                10,
              ),
            ),
        );
        return same.length > 0 ? [`${left.id} and ${right.id}`] : [];
      }),
    );
    expect(alike).toEqual([]);
  });

  test("every exercise has at least three misconceptions, with ids that occur once", () => {
    for (const { id } of assignment.manifest.exercises) {
      expect(misconceptions.filter(({ exercise }) => exercise === id).length).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(misconceptions.map(({ id }) => id)).size).toBe(misconceptions.length);
  });

  test("caches are forward passes, and gradients fit their parameters", () => {
    for (const { exercise, args } of allCases) expect(consistent[exercise]?.(args) ?? true).toBe(true);
  });

  test("the noise of right gradients is far below what the properties allow, and every other difference is real", () => {
    for (const each of allCases) {
      if (each.exercise !== "gradientCheck" && each.exercise !== "gradientCheckN") continue;
      const value = resultOf(rightOf(each.exercise), each);
      const difference = value.kind === "number" ? value.value : Number.NaN;
      const [above, below] = each.exercise === "gradientCheck" ? [3e-10, 1e-8] : [1e-9, 1e-7];
      if (each.judgedBy === "properties") expect(difference).toBeLessThan(below);
      else expect(difference).toBeGreaterThan(above);
    }
  });

  test("at most a third of a check's cases look at rounding", () => {
    const own = (courses[0] ?? []).filter(({ exercise }) => exercise === "gradientCheck");
    const real = own.filter(({ judgedBy }) => judgedBy !== "properties");
    expect(real.length).toBeGreaterThanOrEqual(4);
    expect(real.length).toBeLessThanOrEqual(own.length / 3);
    const ofNetwork = (courses[0] ?? []).filter(({ exercise }) => exercise === "gradientCheckN");
    expect(ofNetwork.filter(({ judgedBy }) => judgedBy === "properties").length).toBeLessThanOrEqual(
      ofNetwork.length / 3,
    );
  });

  test("epsilon is passed, passed as undefined, and left out in both checks", () => {
    for (const [id, required] of [
      ["gradientCheck", 2],
      ["gradientCheckN", 4],
    ] as const) {
      const kinds = allCases.filter(({ exercise }) => exercise === id).map(({ args }) => args[required]?.kind);
      expect(new Set(kinds)).toEqual(new Set([undefined, "undefined", "number"]));
    }
  });

  test("one example and many occur in both exercises of the network, hidden and visible or not", () => {
    for (const [id, place] of [
      ["gradientCheckN", 2],
      ["backwardPropagationN", 0],
    ] as const) {
      const sizes = allCases
        .filter(({ exercise, visibility }) => exercise === id && visibility === "hidden")
        .map(({ args }) => args[place])
        .map((X) => (X?.kind === "array" ? X.shape[1] : undefined));
      expect(sizes).toContain(1);
      expect(Math.max(...sizes.map(Number))).toBeGreaterThanOrEqual(12);
    }
  });

  test("titles are different within an exercise", () => {
    for (const { id } of assignment.manifest.exercises) {
      const titles = (courses[0] ?? []).filter((each) => each.exercise === id).map(({ title }) => title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });
});
