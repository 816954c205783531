import { roundPoints } from "../../../assignments/values/round-points.ts";
import type { AppliedOverride, ClassResult } from "../../../reports/report/class-result.ts";

/** A change that the instructor asks for. */
export type Override = {
  readonly student: string;
  /** Id of the exercise; absent for the whole assignment. */
  readonly exercise?: string;
  /** New points in place of the graded ones, or points to add to them (below 0: to take off). */
  readonly change: { readonly points: number } | { readonly delta: number };
  readonly reason: string;
  /** Extra credit: may exceed the maximum. */
  readonly isExtraCredit: boolean;
};

/** The score of an exercise. */
export type ExercisePoints = { readonly id: string; readonly score: number; readonly maxScore: number };

/**
 * Changes the scores of exercises.
 * @param exercises In the order of the assignment.
 * @param overrides Of one student, at most one for each exercise; those of the whole assignment change nothing here.
 * @returns The exercises, and what was done in their order.
 */
export function applyOverrides(
  exercises: readonly ExercisePoints[],
  overrides: readonly Override[],
): { readonly exercises: readonly ExercisePoints[]; readonly applied: readonly AppliedOverride[] } {
  const applied: AppliedOverride[] = [];
  const changed = exercises.map((exercise) => {
    const override = overrides.find((one) => one.exercise === exercise.id);
    if (override === undefined) return exercise;
    const done = applyOverride(exercise, override);
    applied.push(done);
    return { ...exercise, score: done.to };
  });
  return { exercises: changed, applied };
}

/** Changes one score. It stays between 0 and its maximum; extra credit may exceed that. */
export function applyOverride(
  { score, maxScore }: Pick<ExercisePoints, "score" | "maxScore">,
  { change, exercise, isExtraCredit, reason }: Override,
): AppliedOverride {
  const wanted = "points" in change ? change.points : score + change.delta;
  // A score that already exceeds the maximum stays there.
  const most = isExtraCredit ? Number.POSITIVE_INFINITY : Math.max(score, maxScore);
  const to = roundPoints(Math.min(most, Math.max(0, wanted)));
  return { ...(exercise !== undefined && { exercise }), from: score, to, reason };
}

/** The overrides by student. */
export function overridesByStudent(overrides: readonly Override[]): ReadonlyMap<string, readonly Override[]> {
  return Map.groupBy(overrides, ({ student }) => student);
}

/** What an override may be about. */
export type OverrideSubject = Pick<ClassResult, "exercises" | "maxScore"> & {
  /** Ids on the roster and of all who handed in. */
  readonly students: ReadonlySet<string>;
};
