import { describe, expect, test } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { checkConformance } from "../../reference/conformance/check-conformance.ts";
import { readCourseFixture } from "../../reference/conformance/course-fixture.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";

const { exercises } = (await openAssignment("w1-initialization")).manifest;
const fixture = await readCourseFixture("w1-initialization");
if (fixture === undefined) throw new Error("there are no values of the course");
const request = {
  exercises,
  referenceFile: referenceFileOf("w1-initialization"),
  provided: {},
  float64: false,
  fixture,
};
const checks = await checkConformance(request);

describe("reference of w1-initialization", () => {
  test.each(checks.map((check) => [check.id, check] as const))(
    "%s: meets the value of the course at float32 precision",
    (_, { disagreements, skipped }) => {
      expect(skipped).toBeUndefined();
      expect(disagreements).toEqual([]);
    },
  );

  test("every graded function has a published value", () => {
    const published = checks.filter((check) => check.published).map(({ exercise }) => exercise);
    expect(new Set(published)).toEqual(new Set(exercises.map(({ id }) => id)));
  });
});
