import { describe, expect, test } from "vitest";
import { type Case, caseKey } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { atOnce } from "../../../assignments/steps/in-turns.ts";
import {
  dictionaryToVector,
  forwardPropagationN,
  type Grads,
  gradientsToVector,
  type Matrix,
  type Params,
  vectorToDictionary,
} from "../../../assignments/w1-gradient-checking/contract.ts";
import type { GradingBasis } from "../../../graders/judge/grading-basis.ts";
import { Verdicts } from "../../../graders/judge/verdicts.ts";
import { computeExpected } from "../../../reference/oracle/compute-expected.ts";
import { fromTensors } from "../../../reference/oracle/from-tensors.ts";
import { toTensors } from "../../../reference/oracle/to-tensors.ts";
import { alternatives } from "../../../reference/w1-gradient-checking/alternatives.ts";
import * as reference from "../../../reference/w1-gradient-checking/solution.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";
import { smallAssignment } from "../../fixtures/small-exercise.ts";

const assignment = await openAssignment("w1-gradient-checking");
type Call = (...args: never[]) => unknown;
/** Hidden cases under as many secrets. */
const secrets = 25;

const resultOf = async (call: Call, { args }: Case) =>
  fromTensors(await (call as (...args: unknown[]) => unknown)(...args.map(toTensors)), "result");

async function basisOf(exercise: string, seed: number): Promise<GradingBasis> {
  const cases = generateCases(assignment, { seed, secret: `course ${seed}`, visibility: "all", exercises: [exercise] });
  const expected = await Promise.all(
    cases.map(async (testCase) => {
      const { value } = await computeExpected({ ...reference }, testCase);
      const others = (alternatives[exercise] ?? []).map((call) => resultOf(call as Call, testCase));
      return [caseKey(testCase), { value, alternatives: await Promise.all(others) }] as const;
    }),
  );
  const { exercises } = assignment.manifest;
  return { exercises, cases, expected: new Map(expected), properties: assignment.properties, common: smallAssignment };
}

const bases = new Map(
  await Promise.all(
    ["gradientCheck", "gradientCheckN", "backwardPropagationN"].map(async (exercise) => {
      const own = Array.from({ length: exercise === "gradientCheck" ? secrets : 3 }, (_, seed) =>
        basisOf(exercise, seed),
      );
      return [exercise, await Promise.all(own)] as const;
    }),
  ),
);

/** Under how many secrets a function passes every case. */
async function passes(exercise: string, call: Call): Promise<{ readonly all: number; readonly of: number }> {
  const own = bases.get(exercise) ?? [];
  let all = 0;
  for (const basis of own) {
    const runs = basis.cases.map(async (testCase): Promise<CaseRun> => {
      const value = await resultOf(call, testCase);
      return { exercise, caseId: testCase.id, console: "", outcome: "returned", value };
    });
    if (atOnce(new Verdicts(basis).allPass(exercise, await Promise.all(runs)))) all += 1;
  }
  return { all, of: own.length };
}

type Check = (x: number, theta: number, epsilon?: number) => number;
const J = (x: number, theta: number): number => theta * x;
const compared = (grad: number, approx: number): number =>
  Math.abs(grad - approx) / (Math.abs(grad) + Math.abs(approx));
const right: Check = (x, theta, epsilon = 1e-7) =>
  compared(x, (J(x, theta + epsilon) - J(x, theta - epsilon)) / (2 * epsilon));

describe("gradientCheck: under every secret", () => {
  test.each<[string, Check]>([
    ["by two epsilon", right],
    [
      "by the step really taken",
      (x, theta, epsilon = 1e-7) => {
        const [left, above] = [theta - epsilon, theta + epsilon];
        return compared(x, (J(x, above) - J(x, left)) / (above - left));
      },
    ],
    [
      "halved first",
      (x, theta, epsilon = 1e-7) => compared(x, (J(x, theta + epsilon) * 0.5 - J(x, theta - epsilon) * 0.5) / epsilon),
    ],
    [
      "divided first",
      (x, theta, epsilon = 1e-7) =>
        compared(x, J(x, theta + epsilon) / (2 * epsilon) - J(x, theta - epsilon) / (2 * epsilon)),
    ],
    [
      "halved and divided by epsilon one after the other",
      (x, theta, epsilon = 1e-7) => compared(x, (J(x, theta + epsilon) - J(x, theta - epsilon)) / 2 / epsilon),
    ],
    [
      "with a norm of lists",
      (x, theta, epsilon = 1e-7) => {
        const approx = (J(x, theta + epsilon) - J(x, theta - epsilon)) / (epsilon + epsilon);
        return Math.hypot(x - approx) / (Math.hypot(x) + Math.hypot(approx));
      },
    ],
  ])("a slope taken %s gets full marks", async (_, call) => {
    expect(await passes("gradientCheck", call)).toEqual({ all: secrets, of: secrets });
  });

  test.each<[string, Check]>([
    ["0", () => 0],
    ["1e-10", () => 1e-10],
    [
      "the slope above theta",
      (x, theta, epsilon = 1e-7) => compared(x, (J(x, theta + epsilon) - J(x, theta)) / epsilon),
    ],
    [
      "the slope below theta",
      (x, theta, epsilon = 1e-7) => compared(x, (J(x, theta) - J(x, theta - epsilon)) / epsilon),
    ],
    [
      "the slope above theta by the step really taken",
      (x, theta, epsilon = 1e-7) => compared(x, (J(x, theta + epsilon) - J(x, theta)) / (theta + epsilon - theta)),
    ],
    ["0 where the difference is below 1e-7", (...args) => (right(...args) < 1e-7 ? 0 : right(...args))],
    ["a default epsilon of 1e-6", (x, theta, epsilon = 1e-6) => right(x, theta, epsilon)],
    ["a default epsilon of 1e-8", (x, theta, epsilon = 1e-8) => right(x, theta, epsilon)],
    ["a default epsilon of 1e-4", (x, theta, epsilon = 1e-4) => right(x, theta, epsilon)],
    ["an epsilon of 0.1 at most", (x, theta, epsilon = 1e-7) => right(x, theta, Math.min(epsilon, 0.1))],
    [
      "twice the gradient below",
      (x, theta, epsilon = 1e-7) => {
        const approx = (J(x, theta + epsilon) - J(x, theta - epsilon)) / (2 * epsilon);
        return Math.abs(x - approx) / (2 * Math.abs(x));
      },
    ],
    [
      "1e-8 added below",
      (x, theta, epsilon = 1e-7) => {
        const approx = (J(x, theta + epsilon) - J(x, theta - epsilon)) / (2 * epsilon);
        return Math.abs(x - approx) / (Math.abs(x) + Math.abs(approx) + 1e-8);
      },
    ],
  ])("%s does not", async (_, call) => {
    expect(await passes("gradientCheck", call)).toEqual({ all: 0, of: secrets });
  });
});
type CheckN = (parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon?: number) => number;
type Slope = (costAt: (value: number) => number, at: number, epsilon: number) => number;
const centred: Slope = (costAt, at, epsilon) => (costAt(at + epsilon) - costAt(at - epsilon)) / (2 * epsilon);
const checkN =
  (slope: Slope = centred, defaultEpsilon = 1e-7): CheckN =>
  (parameters, gradients, X, Y, epsilon = defaultEpsilon) => {
    const theta = dictionaryToVector(parameters);
    const approx = theta.map((value, i) =>
      slope((moved) => forwardPropagationN(X, Y, vectorToDictionary(theta.with(i, moved))).cost, value, epsilon),
    );
    const grad = gradientsToVector(gradients);
    return (
      Math.hypot(...grad.map((value, i) => value - (approx[i] ?? 0))) / (Math.hypot(...grad) + Math.hypot(...approx))
    );
  };

describe("gradientCheckN", () => {
  test.each<[string, Slope]>([
    [
      "by the step really taken",
      (costAt, at, epsilon) => (costAt(at + epsilon) - costAt(at - epsilon)) / (at + epsilon - (at - epsilon)),
    ],
    ["halved first", (costAt, at, epsilon) => (costAt(at + epsilon) / 2 - costAt(at - epsilon) / 2) / epsilon],
    [
      "divided first",
      (costAt, at, epsilon) => costAt(at + epsilon) / (2 * epsilon) - costAt(at - epsilon) / (2 * epsilon),
    ],
    [
      "as the mean of both sides",
      (costAt, at, epsilon) =>
        ((costAt(at + epsilon) - costAt(at)) / epsilon + (costAt(at) - costAt(at - epsilon)) / epsilon) / 2,
    ],
  ])("a slope taken %s gets full marks", async (_, slope) => {
    expect(await passes("gradientCheckN", checkN(slope))).toEqual({ all: 3, of: 3 });
  });

  test.each<[string, CheckN]>([
    ["0 where the difference is below 1e-6", (...args) => (checkN()(...args) < 1e-6 ? 0 : checkN()(...args))],
    ["0 where the difference is below 1e-7", (...args) => (checkN()(...args) < 1e-7 ? 0 : checkN()(...args))],
    ["a default epsilon of 1e-4", checkN(centred, 1e-4)],
    ["a default epsilon of 1e-6", checkN(centred, 1e-6)],
    ["a default epsilon of 1e-8", checkN(centred, 1e-8)],
    ["an epsilon of 0.03 at most", (a, b, X, Y, epsilon = 1e-7) => checkN()(a, b, X, Y, Math.min(epsilon, 0.03))],
    ["an epsilon of 1e-6 at least", (a, b, X, Y, epsilon = 1e-7) => checkN()(a, b, X, Y, Math.max(epsilon, 1e-6))],
  ])("%s does not", async (_, call) => {
    expect(await passes("gradientCheckN", call)).toEqual({ all: 0, of: 3 });
  });
});

describe("backwardPropagationN", () => {
  const changed = (change: (value: number) => number) => (X: Matrix, Y: Matrix, cache: Params) =>
    Object.fromEntries(
      Object.entries(reference.backwardPropagationN(X, Y, cache)).map(([name, matrix]) => [
        name,
        matrix.map((row) => row.map(change)),
      ]),
    );

  test.each<[string, Call]>([
    ["10 significant digits", changed((value) => Number(value.toPrecision(10)))],
    ["gradients below 1e-7 taken for 0", changed((value) => (Math.abs(value) < 1e-7 ? 0 : value))],
    ["gradients of 10 at most", changed((value) => Math.max(-10, Math.min(10, value)))],
    [
      "a gradient that passes at relu's corner",
      (X: Matrix, Y: Matrix, cache: Params) => {
        const { Z1 = [], Z2 = [], A1 = [], A2 = [] } = cache;
        const open = (A: Matrix, Z: Matrix) =>
          A.map((row, i) => row.map((a, j) => (Z[i]?.[j] === 0 ? Number.MIN_VALUE : a)));
        const grads = reference.backwardPropagationN(X, Y, { ...cache, A1: open(A1, Z1), A2: open(A2, Z2) });
        return grads;
      },
    ],
  ])("%s loses points", async (_, call) => {
    expect(await passes("backwardPropagationN", call)).toEqual({ all: 0, of: 3 });
  });
});
