import { describe, expect, test } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { type ConformanceCheck, checkConformance } from "../../reference/conformance/check-conformance.ts";
import { readCourseFixture } from "../../reference/conformance/course-fixture.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";

/** Tests that the reference of an assignment of tensors meets every value that the course has published. @returns What was checked. */
export async function testPublishedValuesOf(id: string): Promise<readonly ConformanceCheck[]> {
  const { exercises } = (await openAssignment(id)).manifest;
  const fixture = await readCourseFixture(id);
  if (fixture === undefined) throw new Error("there are no values of the course");
  const referenceFile = referenceFileOf(id);
  const checks = await checkConformance({ exercises, referenceFile, provided: {}, float64: false, fixture });
  describe(`reference of ${id}`, () => {
    test.each(checks.map((check) => [check.id, check] as const))(
      "%s: meets the value of the course at float32 precision",
      (_, { disagreements, skipped }) => {
        expect(skipped).toBeUndefined();
        expect(disagreements).toEqual([]);
      },
    );

    test("every graded function has a published value", () => {
      const published = checks.filter((check) => check.published).map(({ exercise }) => exercise);
      expect(new Set(published)).toEqual(new Set(exercises.map((exercise) => exercise.id)));
    });
  });
  return checks;
}
