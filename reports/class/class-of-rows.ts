import { previousScore } from "../phrasing/phrase-progress.ts";
import type { ClassExercise, ClassResult, StudentResult } from "../report/class-result.ts";
import type { ClassRow } from "../terminal/render-class-table.ts";
import type { PartsKind } from "./part-words.ts";
import { summariseSubmission } from "./summarise-submission.ts";

/**
 * Reports as a class without a roster, lateness or changes by hand, in their order. Who reads the class page may know what the reports say.
 * @param rows At least one.
 * @param asked The questions of a quiz, for who may know what is right. Default none.
 */
export function classOfRows(
  rows: readonly [ClassRow, ...ClassRow[]],
  asked: readonly Pick<ClassExercise, "id" | "question">[] = [],
): ClassResult {
  const { assignment, assignmentTitle, assignmentVersion, maxScore } = rows[0].report;
  const exercises = rows.flatMap(({ report }) =>
    report.exercises.map(({ id, title, maxScore: most }) => ({ id, title, maxScore: most })),
  );
  return {
    assignment,
    assignmentTitle,
    assignmentVersion,
    maxScore,
    // What could not be loaded has none.
    exercises: [...new Map(exercises.map((exercise) => [exercise.id, exercise])).values()].map((exercise) => ({
      ...exercise,
      ...questionOf(exercise.id, asked),
    })),
    students: rows.map(studentOf),
    unmatched: [],
  };
}

function questionOf(
  id: string,
  asked: readonly Pick<ClassExercise, "id" | "question">[],
): Pick<ClassExercise, "question"> {
  const question = asked.find((one) => one.id === id)?.question;
  return question === undefined ? {} : { question };
}

function studentOf({ name, path, feedback, report }: ClassRow): StudentResult {
  const { status, score, maxScore, exercises, adjustments } = report;
  const previous = previousScore(report);
  return {
    student: name,
    status,
    rawScore: score,
    ...(adjustments?.typeErrors !== undefined && { typeErrors: adjustments.typeErrors }),
    overrides: [],
    score: adjustments?.score ?? score,
    maxScore,
    exercises: exercises.map(({ id, score: own, maxScore: most }) => ({ id, score: own, maxScore: most })),
    summary: summariseSubmission(report),
    ...(previous !== undefined && { previous }),
    page: path,
    ...(feedback !== undefined && { feedback }),
  };
}

/** What the reports consist of. */
export function partsOf(rows: readonly Pick<ClassRow, "report">[]): PartsKind {
  const hasQuestion = ({ report }: Pick<ClassRow, "report">) =>
    report.exercises.some(({ question }) => question !== undefined);
  return rows.some(hasQuestion) ? "questions" : "exercises";
}
