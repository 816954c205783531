import { describe, expect, test } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import type { Value } from "../../assignments/values/value.ts";
import { checkConformance } from "../../reference/conformance/check-conformance.ts";
import { courseArguments } from "../../reference/conformance/course-call.ts";
import { readCourseFixture } from "../../reference/conformance/course-fixture.ts";
import { disagreements } from "../../reference/conformance/disagreements.ts";
import { computeExpected } from "../../reference/oracle/compute-expected.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";
import * as reference from "../../reference/w3-tensorflow/solution.ts";

const { exercises } = (await openAssignment("w3-tensorflow")).manifest;
const fixture = await readCourseFixture("w3-tensorflow");
if (fixture === undefined) throw new Error("there are no values of the course");
const referenceFile = referenceFileOf("w3-tensorflow");
const checks = await checkConformance({ exercises, referenceFile, provided: {}, float64: false, fixture });

// What is skipped is the mean of the older contract.
const ours = checks.filter(({ skipped }) => skipped === undefined);

describe("reference of w3-tensorflow", () => {
  test.each(ours.map((check) => [check.id, check] as const))(
    "%s: meets the value of the course at float32 precision",
    (_, { disagreements: found }) => {
      expect(found).toEqual([]);
    },
  );

  test("computeTotalLoss() does not give the mean of the course's older contract", async () => {
    const old = fixture.cases.filter((testCase) => testCase.function === "compute_cost");
    expect(old).not.toEqual([]);
    for (const testCase of old) {
      const args: Value[] = courseArguments(testCase, ["logits", "labels"], false);
      const exercise = "computeTotalLoss";
      const made = { id: testCase.id, exercise, title: "", visibility: "visible" as const, args };
      const { value } = await computeExpected(reference, made);
      const scalar: Value = { kind: "number", value: value.kind === "tensor" ? (value.data[0] ?? Number.NaN) : 0 };
      const { rtol, atol } = testCase.tolerance;
      const widened = { rtol: rtol + 2e-6, atol: atol + 1e-6 };
      expect(disagreements(scalar, testCase.expected["cost"] ?? 0, widened, "cost")).toHaveLength(1);
    }
  });

  test("every function of the course has a value among those that are compared", () => {
    const covered = new Set(ours.map(({ exercise }) => exercise));
    expect(covered).toEqual(new Set(exercises.map(({ id }) => id).slice(0, 6)));
  });
});
