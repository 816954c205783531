import { describe, expect, test } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { checkConformance } from "../../reference/conformance/check-conformance.ts";
import { readCourseFixture } from "../../reference/conformance/course-fixture.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";

const { exercises } = (await openAssignment("w2-optimization")).manifest;
const fixture = await readCourseFixture("w2-optimization");
if (fixture === undefined) throw new Error("there are no values of the course");
const referenceFile = referenceFileOf("w2-optimization");
const checks = await checkConformance({ exercises, referenceFile, provided: {}, float64: false, fixture });

describe("reference of w2-optimization", () => {
  test.each(checks.map((check) => [check.id, check] as const))(
    "%s: meets the value of the course at float32 precision",
    (_, { disagreements, skipped }) => {
      expect(skipped).toBeUndefined();
      expect(disagreements).toEqual([]);
    },
  );

  test("updateParametersWithAdam() is also held against the old test file with epsilon inside the root", () => {
    expect(checks.filter(({ id }) => id.endsWith("superseded")).map(({ exercise }) => exercise)).toEqual([
      "updateParametersWithAdam",
    ]);
  });

  test("every graded function has a published value", () => {
    const published = checks.filter((check) => check.published).map(({ exercise }) => exercise);
    expect(new Set(published)).toEqual(new Set(exercises.map(({ id }) => id)));
  });
});
