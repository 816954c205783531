import { describe, expect, test } from "vitest";
import type { Value } from "../../assignments/values/value.ts";
import manifest from "../../assignments/w1-gradient-checking/assignment.json" with { type: "json" };
import * as contract from "../../assignments/w1-gradient-checking/contract.ts";
import { checkConformance } from "../../reference/conformance/check-conformance.ts";
import { courseArguments } from "../../reference/conformance/course-call.ts";
import { type CourseCase, contractName, readCourseFixture } from "../../reference/conformance/course-fixture.ts";
import { disagreements } from "../../reference/conformance/disagreements.ts";
import { computeExpected } from "../../reference/oracle/compute-expected.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";
import { misconceptions } from "../../reference/w1-gradient-checking/misconceptions.ts";
import * as reference from "../../reference/w1-gradient-checking/solution.ts";

const fixture = await readCourseFixture("w1-gradient-checking");
if (fixture === undefined) throw new Error("there are no values of the course");
const checks = await checkConformance({
  exercises: manifest.exercises,
  referenceFile: referenceFileOf("w1-gradient-checking"),
  provided: contract,
  float64: true,
  fixture,
});

function caseOf(id: string): CourseCase {
  const found = fixture?.cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`the fixture has no case ${id}`);
  return found;
}

async function call(functions: object, exercise: string, args: readonly Value[]): Promise<Value> {
  const testCase = { id: "course", exercise, title: "", visibility: "visible", args } as const;
  return (await computeExpected({ ...functions }, testCase)).value;
}

describe("reference of w1-gradient-checking", () => {
  test.each(checks.filter(({ skipped }) => skipped === undefined).map((check) => [check.id, check] as const))(
    "%s: meets the value of the course in float64",
    (_, check) => expect(check.disagreements).toEqual([]),
  );

  test("gradientCheckN() of the course's network says 1.19e-7 once both mistakes are mended", async () => {
    const mended = await call(reference, "backwardPropagationN", courseArguments(caseOf("w1a3-bwdn-buggy"), [], true));
    const [parameters, , ...others] = courseArguments(caseOf("w1a3-gcn-buggy"), [], true);
    if (parameters === undefined) throw new Error("the fixture has no parameters");
    const difference = await call(reference, "gradientCheckN", [parameters, mended, ...others]);
    // Published by the course; the value is rounding noise, so that no more than this can be asked.
    expect(disagreements(difference, 1.1890913024229996e-7, { rtol: 1e-5, atol: 1e-8 }, "difference")).toEqual([]);
  });

  test("the planted mistakes are those of the course's backward pass", async () => {
    const testCase = caseOf("w1a3-bwdn-buggy");
    const planted = misconceptions.find(({ id }) => id === "backward-n-nothing-mended")?.implementation;
    const functions = { backwardPropagationN: planted };
    const gradients = await call(functions, "backwardPropagationN", courseArguments(testCase, [], true));
    const expected = testCase.expected["gradients"] ?? {};
    expect(disagreements(gradients, expected, testCase.tolerance, "gradients")).toEqual([]);
  });

  test("every graded function and the forward pass that is given have a value of the course", () => {
    const covered = new Set(fixture.cases.map((testCase) => contractName(testCase.function)));
    expect(covered).toEqual(new Set([...Object.keys(reference), "forwardPropagationN"]));
    expect(checks.filter(({ skipped }) => skipped !== undefined).map(({ id }) => id)).toEqual(["w1a3-bwdn-buggy"]);
  });
});
