import { phraseAdjustments } from "../phrasing/phrase-adjustments.ts";
import { phraseStatus } from "../phrasing/phrase-status.ts";
import { formatPoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult, ExerciseSummary, StudentResult } from "../report/class-result.ts";
import type { ClassExport } from "./csv-table.ts";
import type { Exporter } from "./exporter.ts";
import { type JunitCase, type JunitSuite, junitXml } from "./junit-xml.ts";
import { markOf, warnOfMissingMarks } from "./mark.ts";

/** `--export junit` */
export const junit: Exporter = { name: "junit", forClass: { file: "junit.xml", make: classJunit } };

/** What the document says besides the class. */
export type ClassJunitOptions = {
  /** Version of gradecheck. */
  readonly version: string;
};

// The same class makes the same bytes: times of the run are none of it.
const noTime = new Date(0);

/**
 * The class as JUnit XML, valid under both the Ant and the Surefire schema: a suite for each student, a case for each exercise.
 * One without all its points failed; where the grader failed it is an error; where nothing was handed in it is
 * skipped. The suite's time is that of the submission, or 1970 where nobody knows.
 */
export function classJunit(result: ClassResult, { version }: ClassJunitOptions): ClassExport {
  const suites = result.students.map((student): JunitSuite => {
    const submitted = new Date(student.submittedAt ?? Number.NaN);
    return {
      name: printable(student.student),
      startedAt: Number.isNaN(submitted.getTime()) ? noTime : submitted,
      hostname: "localhost",
      timeMs: 0,
      properties: {
        version,
        assignment: result.assignmentVersion,
        ...(student.summary !== undefined && { submission: student.summary.sha256 }),
      },
      cases: result.exercises.map(({ id, title }) => caseOf(student, id, title, result.assignment)),
      output: outputOf(student, result),
    };
  });
  return { text: junitXml(suites), warnings: warnOfMissingMarks(result, "no exercise of theirs is passed or failed") };
}

function caseOf(student: StudentResult, id: string, title: string, assignment: string): JunitCase {
  const summary = student.summary?.exercises.find((exercise) => exercise.id === id);
  return {
    name: printable(title),
    classname: `${assignment}.${id}`,
    timeMs: 0,
    outcome: outcomeOf(student, id, summary),
  };
}

function outcomeOf(student: StudentResult, id: string, summary: ExerciseSummary | undefined): JunitCase["outcome"] {
  const points = student.exercises.find((exercise) => exercise.id === id);
  const isByHand = student.overrides.some(({ exercise }) => exercise === id);
  const score = points?.score ?? 0;
  const maxScore = points?.maxScore ?? 0;
  const reached = `${formatPoints(score)} of ${formatPoints(maxScore)} points`;
  if (student.status === "missing" && !isByHand) return { kind: "skipped" };
  if (!isByHand && (summary?.status ?? student.status) === "grader-error")
    return { kind: "error", type: "grader-error", message: "The grader failed; it is graded again.", text: "" };
  if (score >= maxScore) return { kind: "passed" };
  if (student.status === "not-gradable" && !isByHand) {
    const message = printable(student.summary?.message ?? "The submission could not be loaded.");
    return { kind: "failure", type: "not-gradable", message, text: message };
  }
  const details =
    summary === undefined ? [] : [...summary.misconceptions.map(({ name }) => name), ...summary.mismatches];
  return {
    kind: "failure",
    type: summary?.status ?? "failed",
    message: `${reached}${summary === undefined ? "" : `, ${phraseStatus(summary.status).words}`}`,
    text: printable(details.join("\n"), { lines: true }),
  };
}

function outputOf(student: StudentResult, { exercises }: ClassResult): string {
  if (markOf(student).kind === "none") return student.status;
  const steps = phraseAdjustments(student, exercises);
  return printable(
    [
      `${formatPoints(student.score)} of ${formatPoints(student.maxScore)} points`,
      ...steps.map(({ what, change, why }) => `${what} (${change}): ${why}`),
    ].join("\n"),
    { lines: true },
  );
}
