import type { StudentResult } from "../report/class-result.ts";
import type { Report } from "../report/report.ts";
import type { Exporter } from "./exporter.ts";
import { studentTests } from "./student-tests.ts";

/** `--export gradescope` */
export const gradescope: Exporter = {
  name: "gradescope",
  forStudent: { folder: "gradescope", extension: "json", make: gradescopeResults },
};

/**
 * A student's result as Gradescope's `results.json`, ending in a line feed. Everything in it is visible: a hidden test would hide the
 * total. It is written also where the grader failed, with 0 points and the reason, because Gradescope calls a missing
 * file a failure of the submission.
 */
export function gradescopeResults(student: StudentResult, report: Report): string {
  const { assignment, assignmentVersion, seed, submission } = report;
  const result = {
    ...resultOf(student, report),
    visibility: "visible",
    extra_data: { assignment, assignmentVersion, seed, sha256: submission.sha256 },
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function resultOf(student: StudentResult, report: Report): object {
  const made = studentTests(student, report);
  switch (made.kind) {
    case "none":
      return { score: 0, output: made.message, output_format: "text", tests: [] };
    case "points":
      return { score: made.points, output: made.message, output_format: "text", tests: [] };
    case "tests":
      // The total is the sum of the tests: a score beside them would replace it.
      return {
        test_output_format: "text",
        test_name_format: "text",
        tests: made.tests.map(({ name, score, maxScore, isPassed, lines }, at) => ({
          name,
          number: String(at + 1),
          score,
          max_score: maxScore,
          status: isPassed ? "passed" : "failed",
          output: lines.join("\n"),
          visibility: "visible",
        })),
      };
    default:
      made satisfies never;
      return {};
  }
}
