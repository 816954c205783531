import { roundPoints } from "../../assignments/values/round-points.ts";
import { phraseAdjustments } from "../phrasing/phrase-adjustments.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";
import type { ClassExport } from "./csv-table.ts";
import { ExportError } from "./export-error.ts";
import type { Exporter } from "./exporter.ts";
import { markOf, namesOf, warnOfMissingMarks } from "./mark.ts";

/** `--export lti` */
export const lti: Exporter = { name: "lti", forClass: { file: "lti-scores.jsonl", make: ltiScores } };

/** What a platform wants to know besides the class. */
export type LtiOptions = {
  /** The time. */
  readonly now: Date;
  /** What the file held until now: a score that has not changed keeps its timestamp. */
  readonly before?: string;
};

/**
 * The class as LTI 1.3 scores (Assignment and Grade Services), a JSON object a line, to be posted one by one; `userId` is the
 * student's id. Extra credit may lie above `scoreMaximum`. Who handed in nothing is left out; where the grader failed,
 * the line has no score and says so. The timestamp is when the score came to be what it is: a platform ignores one that is older
 * than what it has, so a changed score is always later than the one before, even where the clock went back.
 * @throws {ExportError} where there is nothing to reach, or a student has no id.
 * @see LTI-AGS 2.0, section 3.4
 */
export function ltiScores(result: ClassResult, { now, before = "" }: LtiOptions): ClassExport {
  if (!(result.maxScore > 0))
    throw new ExportError(
      "LTI",
      `the most that can be reached is ${result.maxScore}, and scoreMaximum must be above 0`,
    );
  const nameless = result.students.filter(({ student }) => student.trim() === "");
  if (nameless.length > 0) throw new ExportError("LTI", `${namesOf(nameless)} is no user id; mend the roster`);
  const earlier = readScores(before);
  const lines = result.students.flatMap((student) => {
    const score = scoreOf(student, result);
    return score === undefined ? [] : [{ ...score, timestamp: timestampOf(score, earlier.get(score.userId), now) }];
  });
  return {
    text: lines.map((line) => `${JSON.stringify(line)}\n`).join(""),
    warnings: warnOfMissingMarks(result, "no score is sent"),
  };
}

type Score = { readonly userId: string; readonly [name: string]: string | number };
type SentScore = Score & { readonly timestamp: string };

/** The scores of a file as it was written before; nothing of what somebody has put there instead. */
function readScores(text: string): ReadonlyMap<string, SentScore> {
  const scores = new Map<string, SentScore>();
  for (const line of text.split("\n")) {
    try {
      const score = JSON.parse(line) as SentScore;
      if (!Number.isNaN(Date.parse(score.timestamp))) scores.set(score.userId, score);
    } catch {
      // The end, or no line of ours.
    }
  }
  return scores;
}

function timestampOf(score: Score, before: SentScore | undefined, now: Date): string {
  if (before === undefined) return now.toISOString();
  const { timestamp, ...same } = before;
  if (JSON.stringify(same) === JSON.stringify(score)) return timestamp;
  return new Date(Math.max(now.getTime(), Date.parse(timestamp) + 1)).toISOString();
}

function scoreOf(student: StudentResult, { exercises, maxScore }: ClassResult): Score | undefined {
  const mark = markOf(student);
  const common = { userId: student.student };
  if (mark.kind === "points") {
    const comment = phraseAdjustments(student, exercises)
      .map(({ what, change, why }) => printable(`${what} (${change}): ${why}`))
      .join("\n");
    return {
      ...common,
      scoreGiven: roundPoints(mark.points),
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
