import { beforeAll, describe, expect, test } from "vitest";
import type { Value } from "../../assignments/value.ts";
import * as contract from "../../assignments/w1-gradient-checking/contract.ts";
import { computeExpected } from "../../reference/compute-expected.ts";
import { loadTensorflow } from "../../reference/tensorflow/load-tensorflow.ts";
import { misconceptions } from "../../reference/w1-gradient-checking.misconceptions.ts";
import * as reference from "../../reference/w1-gradient-checking.ts";
import {
  type CourseArray,
  type CourseCase,
  type CourseValue,
  contractName,
  isCourseArray,
  isList,
  readCourseFixture,
} from "./course-fixture.ts";
import { disagreements } from "./disagreements.ts";

const fixture = readCourseFixture("w1-gradient-checking");
const starterVersion = misconceptions.find(({ id }) => id === "backward-n-nothing-mended")?.implementation;

beforeAll(async () => {
  await loadTensorflow("auto");
});

/** In float64: arrays become nested arrays, and the course's `Y` of one dimension becomes one row. */
function toFloat64(input: CourseValue): Value {
  if (typeof input === "number") return { kind: "number", value: input };
  if (isCourseArray(input)) return { kind: "array", shape: inTwo(input).shape, data: Float64Array.from(input.data) };
  if (isList(input)) return { kind: "list", items: input.map(toFloat64) };
  return { kind: "record", entries: Object.entries(input).map(([key, item]) => [key, toFloat64(item)]) };
}

const inTwo = ({ shape, data }: CourseArray): CourseArray => ({
  shape: shape.length === 1 ? [1, ...shape] : shape,
  data,
});

/** For the comparison with a fixture, which knows arrays of one kind. */
function asTensors(value: Value): Value {
  if (value.kind === "record") {
    return { kind: "record", entries: value.entries.map(([key, item]) => [key, asTensors(item)]) };
  }
  if (value.kind !== "array") return value;
  // The fixtures' comparison reads nothing of a tensor but its shape and its numbers, which stay float64.
  const { shape, data } = value;
  return { kind: "tensor", dtype: "float32", shape, data: data as unknown as Float32Array, variable: false };
}

async function resultOf(functions: object, testCase: CourseCase): Promise<Value> {
  const exercise = contractName(testCase.function);
  const args = Object.values(testCase.inputs).map(toFloat64);
  const called = { id: testCase.id, exercise, title: "", visibility: "visible", args } as const;
  return asTensors(await computeExpected({ ...functions }, called));
}

/** A function of one result returns it bare, one of several under their names. */
function expectedOf({ expected }: CourseCase): CourseValue {
  const [only, ...others] = Object.values(expected);
  return others.length === 0 && only !== undefined ? only : expected;
}

function caseOf(id: string): CourseCase {
  const found = fixture.cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`the fixture has no case ${id}`);
  return found;
}

describe("reference of w1-gradient-checking", () => {
  test.each(fixture.cases.map((testCase) => [testCase.id, testCase] as const))(
    "%s: meets the value of the course in float64",
    async (_, testCase) => {
      const functions =
        testCase.variant === "buggy"
          ? { backwardPropagationN: starterVersion }
          : { ...reference, forwardPropagationN: contract.forwardPropagationN };
      const actual = await resultOf(functions, testCase);
      expect(disagreements(actual, expectedOf(testCase), testCase.tolerance, "result")).toEqual([]);
    },
  );

  test("gradientCheckN() of the course's network says 1.19e-7 once both mistakes are mended", async () => {
    const { inputs } = caseOf("w1a3-gcn-buggy");
    const pass = caseOf("w1a3-bwdn-buggy");
    const mended = await computeExpected(reference, {
      id: "mended",
      exercise: "backwardPropagationN",
      title: "",
      visibility: "visible",
      args: Object.values(pass.inputs).map(toFloat64),
    });
    const [parameters, , X, Y, epsilon] = Object.values(inputs).map(toFloat64);
    if (!parameters || !X || !Y || !epsilon) throw new Error("the fixture has too few inputs");
    const args = [parameters, mended, X, Y, epsilon];
    const called = { id: "check", exercise: "gradientCheckN", title: "", visibility: "visible", args } as const;
    const difference = await computeExpected(reference, called);
    // Published by the course; the value is rounding noise, so that no more than this can be asked.
    expect(disagreements(difference, 1.1890913024229996e-7, { rtol: 1e-5, atol: 1e-8 }, "difference")).toEqual([]);
  });

  test("every graded function has a case of the course", () => {
    const covered = new Set(fixture.cases.map((testCase) => contractName(testCase.function)));
    covered.delete("forwardPropagationN");
    expect(covered).toEqual(new Set(Object.keys(reference)));
  });
});
