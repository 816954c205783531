import { join } from "node:path";
import { phraseFailure } from "../../reports/phrasing/phrase-case.ts";
import type { JudgedFile, LostExercise } from "../../reports/report/fairness.ts";
import type { ExerciseReport, Report } from "../../reports/report/report.ts";
import { gradeClass, submissionAt } from "../session/grade-class.ts";
import type { JobQueue } from "../session/ports.ts";
import type { KnownSubmission } from "./read-fairness-index.ts";

/**
 * Grades submissions of one assignment, of which it is known whether they are right.
 * @param folder In which they lie.
 * @param onJudged Called with each in the order in which they are done.
 * @returns In the order given.
 */
export async function judgeKnown(
  queue: JobQueue,
  known: readonly KnownSubmission[],
  { folder, onJudged }: { readonly folder: string; readonly onJudged: (report: Report) => void },
): Promise<JudgedFile[]> {
  const judged: JudgedFile[] = [];
  const submissions = known.map(({ file }) => submissionAt(join(folder, file), file));
  await gradeClass(queue, submissions, async ({ report }, i) => {
    const entry = known[i];
    if (entry !== undefined) judged[i] = judge(entry, report);
    onJudged(report);
  });
  return judged;
}

/** Whether the judge's report agrees with what is known. A submission that cannot be graded has lost all its points. */
function judge(entry: KnownSubmission, { status, message, exercises }: Report): JudgedFile {
  const { file, assignment, expected, ignore = [] } = entry;
  const counts = (id: string): boolean => (expected === "wrong" ? id === entry.function : !ignore.includes(id));
  const lost = exercises.filter((exercise) => counts(exercise.id) && exercise.status !== "passed").map(lostExercise);
  const hasLost = status !== "graded" || lost.length > 0;
  const isGraderError =
    status === "grader-error" || exercises.some(({ id, cases, ...one }) => counts(id) && isBroken({ cases, ...one }));
  const about = entry.expected === "correct" ? entry.style : entry.mistake;
  return {
    file,
    assignment,
    expected,
    ...(entry.function !== undefined && { function: entry.function }),
    ...(about !== undefined && { about }),
    agrees: !isGraderError && hasLost === (expected === "wrong"),
    lost,
    ...(message !== undefined && { message }),
    ...(isGraderError && { isGraderError }),
  };
}

const isBroken = ({ status, cases }: Pick<ExerciseReport, "status" | "cases">): boolean =>
  status === "grader-error" || cases.some(({ outcome }) => outcome === "grader-error");

const mostTold = 2;

function lostExercise(exercise: ExerciseReport): LostExercise {
  const { id, score, maxScore, status, diagnoses = [], cases, summary } = exercise;
  const failed = status === "failed" || status === "partial" ? cases.filter(({ outcome }) => outcome !== "passed") : [];
  const pointed = [...new Set(failed.map((one) => phraseFailure(one, exercise)))].slice(0, mostTold);
  const named = diagnoses.map(({ name }) => name);
  const found = named.length > 0 ? named : pointed;
  return { id, score, maxScore, told: found.length > 0 ? found : [summary] };
}
