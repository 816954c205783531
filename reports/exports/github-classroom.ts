import type { StudentResult } from "../report/class-result.ts";
import type { Report } from "../report/report.ts";
import type { Exporter } from "./exporter.ts";
import { type StudentTests, studentTests } from "./student-tests.ts";

type Result = { readonly status: "pass" | "fail" | "error"; readonly tests: readonly object[] };

/** `--export github-classroom` */
export const githubClassroom: Exporter = {
  name: "github-classroom",
  forStudent: { folder: "github-classroom", extension: "txt", make: classroomResult },
};

/**
 * A student's result for GitHub Classroom: what a step writes as its output `result`, JSON in base64, without a line feed at its end.
 * Classroom knows whole maxima only: one with a fraction is rounded up.
 */
export function classroomResult(student: StudentResult, report: Report): string {
  const { status, tests } = resultOf(studentTests(student, report), student);
  const result = { version: 1, status, max_score: Math.ceil(student.maxScore), tests };
  return Buffer.from(JSON.stringify(result), "utf8").toString("base64");
}

function resultOf(made: StudentTests, { score, maxScore }: StudentResult): Result {
  switch (made.kind) {
    case "none":
      return { status: "error", tests: [test({ name: "Grading", status: "error", message: made.message, score: 0 })] };
    case "points": {
      const status = score >= maxScore ? "pass" : "fail";
      return { status, tests: [test({ name: "Grading", status, message: made.message, score: made.points })] };
    }
    case "tests":
      return {
        status: score >= maxScore ? "pass" : "fail",
        tests: made.tests.map(({ name, isPassed, lines, ...points }) =>
          test({ name, status: isPassed ? "pass" : "fail", message: lines.join("\n"), score: points.score }),
        ),
      };
    default:
      made satisfies never;
      return { status: "error", tests: [] };
  }
}

/** Every test needs a score: without one the total is no number. */
function test(facts: {
  readonly name: string;
  readonly status: "pass" | "fail" | "error";
  readonly message: string;
  readonly score: number;
}): object {
  return { ...facts, test_code: "", filename: "", line_no: 0, execution_time: 0 };
}
