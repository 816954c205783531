import type { ClassResult, StudentResult } from "../class/class-result.ts";
import { phraseAdjustments } from "../words/phrase-adjustments.ts";
import { printable } from "../words/printable.ts";
import type { ClassExport } from "./csv-table.ts";
import { ExportError } from "./export-error.ts";
import { markOf, namesOf, warnOfMissingMarks } from "./mark.ts";

/** What a platform wants to know besides the class. */
export type LtiOptions = {
  /** Of the scores: a platform ignores one that is older than what it has. */
  readonly timestamp: Date;
};

/**
 * The class as LTI 1.3 scores (Assignment and Grade Services), a JSON object a line, to be posted one by one; `userId` is the
 * student's id. Extra credit may lie above `scoreMaximum`. Who handed in nothing is left out; where the grader failed,
 * the line has no score and says so.
 * @throws {ExportError} where there is nothing to reach, or a student has no id.
 * @see LTI-AGS 2.0, section 3.4
 */
export function ltiScores(result: ClassResult, { timestamp }: LtiOptions): ClassExport {
  if (!(result.maxScore > 0))
    throw new ExportError(
      "LTI",
      `the most that can be reached is ${result.maxScore}, and scoreMaximum must be above 0`,
    );
  const nameless = result.students.filter(({ student }) => student.trim() === "");
  if (nameless.length > 0) throw new ExportError("LTI", `${namesOf(nameless)} is no user id; mend the roster`);
  const lines = result.students.flatMap((student) => scoreOf(student, result, timestamp) ?? []);
  return {
    text: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    warnings: warnOfMissingMarks(result, "no score is sent"),
  };
}

function scoreOf(student: StudentResult, { exercises, maxScore }: ClassResult, timestamp: Date): object | undefined {
  const mark = markOf(student);
  const common = { userId: student.student, timestamp: timestamp.toISOString() };
  if (mark.kind === "points") {
    const comment = phraseAdjustments(student, exercises)
      .map(({ what, change, why }) => printable(`${what} (${change}): ${why}`))
      .join("\n");
    return {
      ...common,
      scoreGiven: mark.points,
      scoreMaximum: maxScore,
      ...(comment !== "" && { comment }),
      activityProgress: "Completed",
      gradingProgress: "FullyGraded",
    };
  }
  if (mark.why === "missing") return undefined;
  const comment = "The grader failed, through no fault of this submission, which will be graded again.";
  return { ...common, comment, activityProgress: "Submitted", gradingProgress: "Failed" };
}
