import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import type { Report } from "../../reports/report/report.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { checkOf } from "./subject/check.ts";
import { exerciseOf, lossesOf, statusOf } from "./subject/losses.ts";
import { bundleSolution, openSession, type Subject } from "./subject/subject.ts";

/** Proves that the reference, handed in like any submission, gets full marks, and the starter none. */
export async function proveReference(subject: Subject): Promise<Findings> {
  const { assignment, referenceFile } = subject;
  const { exercises } = assignment.manifest;
  const starterFile = join(assignment.directory, "starter.ts");
  const [source, starterText] = await Promise.all([readFile(referenceFile, "utf8"), readFile(starterFile, "utf8")]);
  const solution = await bundleSolution({ text: source, beside: referenceFile }, "reference");
  await using session = await openSession(subject);
  const [reference, starter] = await Promise.all([
    session.grade(solution, { name: "reference" }),
    session.grade({ name: "starter.ts", bytes: Buffer.from(starterText) }, { name: "starter" }),
  ]);
  return {
    summary: `the reference gets ${reference.score} of ${reference.maxScore} points, the starter ${starter.score}`,
    checks: [
      ...exercises.map((exercise) => referenceCheck(exercise, reference)),
      ...exercises.map((exercise) => starterCheck(exercise, starter, starterText)),
    ],
  };
}

const referenceCheck = ({ id }: Exercise, report: Report): Check => checkOf(`reference/${id}`, lossesOf(report, id));

/** A function that the starter contains with mistakes fails; every other one must count as not implemented. */
function starterCheck(exercise: Exercise, report: Report, text: string): Check {
  const found = exerciseOf(report, exercise.id);
  const begun = !text.includes(`Not implemented: ${exercise.id}`);
  const allowed = [begun ? "failed" : "not-implemented", ...(exercise.skipWhenPrerequisiteFails ? ["skipped"] : [])];
  const details: string[] = [];
  if (found === undefined || !allowed.includes(found.status)) {
    details.push(`it is ${statusOf(report, found)}, must be ${allowed.join(" or ")}`);
  }
  if (found !== undefined && found.score !== 0) details.push(`it gets ${found.score} points, must get 0`);
  return checkOf(`starter/${exercise.id}`, details);
}
