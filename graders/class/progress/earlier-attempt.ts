import type { ExerciseReport, Report } from "../../../reports/report/report.ts";

/** What is kept of an earlier report: numbers and codes that its student may know, and no text that is ever shown. */
export type EarlierAttempt = Pick<Report, "assignmentVersion" | "seed" | "status" | "score" | "maxScore"> & {
  readonly exercises: readonly EarlierExercise[];
};

/** An exercise of an earlier report. @property mistakes Ids of what its visible cases alone point to. */
export type EarlierExercise = Pick<ExerciseReport, "id" | "status" | "score" | "maxScore"> & {
  readonly mistakes: readonly string[];
};

/**
 * What is kept of an earlier report, whoever it was made for.
 * @param share Gives equal exercises one object: of a class, most are equal.
 * @throws RangeError where points are more than could be reached, as in none of ours.
 */
export function earlierAttempt(
  { assignmentVersion, seed, status, score, maxScore, exercises }: Report,
  share: (exercise: EarlierExercise) => EarlierExercise,
): EarlierAttempt {
  requirePoints("score", score, maxScore);
  const kept = exercises.map((exercise, i) => {
    requirePoints(`exercises[${i}].score`, exercise.score, exercise.maxScore);
    return share(earlierExercise(exercise));
  });
  return { assignmentVersion, seed, status, score, maxScore, exercises: kept };
}

function earlierExercise(exercise: ExerciseReport): EarlierExercise {
  const { id, status, score, maxScore } = exercise;
  return { id, status, score, maxScore, mistakes: visibleMistakes(exercise) };
}

/** Ids of the mistakes that a student is told of. */
export const visibleMistakes = ({ visibleDiagnoses = [] }: Pick<ExerciseReport, "visibleDiagnoses">): string[] =>
  visibleDiagnoses.map(({ id }) => id);

function requirePoints(what: string, score: number, maxScore: number): void {
  if (score > maxScore) throw new RangeError(`${what} is ${score}, must be at most ${maxScore}`);
}
