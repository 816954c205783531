import { describe, expect, test } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { checkConformance } from "../../reference/conformance/check-conformance.ts";
import { readCourseFixture } from "../../reference/conformance/course-fixture.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";

/** Tests that the reference of a topic without a notebook meets every value that was computed for it, at its final tolerance. */
export async function testComputedValuesOf(id: string): Promise<void> {
  const { exercises } = (await openAssignment(id)).manifest;
  const fixture = await readCourseFixture(id);
  const referenceFile = referenceFileOf(id);
  if (fixture?.calls === undefined) throw new Error(`there are no computed values for ${id}`);
  const checks = await checkConformance({ exercises, referenceFile, provided: {}, float64: false, fixture });
  describe(`reference of ${id}`, () => {
    test.each(checks.map((check) => [check.id, check] as const))("%s: meets the computed value", (_, check) => {
      expect(check.disagreements).toEqual([]);
    });

    test("every function has a computed value", () => {
      expect(new Set(checks.map(({ exercise }) => exercise))).toEqual(
        new Set(exercises.map((exercise) => exercise.id)),
      );
    });
  });
}
