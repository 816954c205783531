import { join } from "node:path";
import { courseModule, importModule } from "../../assignments/catalog/course.ts";
import { checkConformance } from "../../reference/conformance/check-conformance.ts";
import { type CourseFixture, readCourseFixture } from "../../reference/conformance/course-fixture.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Findings } from "../../reports/report/verification.ts";
import { checkOf, skippedCheck } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";

/**
 * Proves that the reference reproduces the course's published values, on native TensorFlow. Functions without published
 * values are listed.
 * @param fixture By default the course's values for this assignment.
 */
export async function proveConformance(
  { assignment, referenceFile }: Pick<Subject, "assignment" | "referenceFile">,
  fixture?: CourseFixture,
): Promise<Findings> {
  const { manifest, directory } = assignment;
  const values = fixture ?? (await readCourseFixture(manifest.id));
  if (values === undefined) {
    const why = `the course publishes no values for ${manifest.id}`;
    return { summary: why, checks: [skippedCheck("course", why)] };
  }
  const found = await checkConformance({
    exercises: manifest.exercises,
    referenceFile,
    provided: await importModule(courseModule(join(directory, "contract"))),
    float64: values.float64 ?? false,
    fixture: values,
  });
  const compared = found.filter(({ skipped }) => skipped === undefined);
  const published = compared.filter((check) => check.published).length;
  return {
    summary: `${quantity(compared.length, "value")} of the course, ${published} of them published`,
    checks: [
      ...found.map(({ id, exercise, disagreements, skipped }) => {
        const name = `${exercise}/${id}`;
        return skipped === undefined ? checkOf(name, disagreements) : skippedCheck(name, skipped);
      }),
      ...manifest.exercises
        .filter(({ id }) => !compared.some(({ exercise }) => exercise === id))
        .map(({ id }) => skippedCheck(id, "the course publishes no value of it")),
    ],
  };
}
