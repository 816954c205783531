import type { ExerciseInputs, PlannedCase } from "../protocol/messages.ts";

/**
 * The order in which the cases of a submission are run: first the visible ones of all exercises, then the hidden ones.
 * Whatever a visible case shows can then hold nothing of a hidden one, however cleverly a submission keeps what it has
 * seen (in variables, in memory that it fills, in time that it spends): no hidden case has been run yet.
 * @param wanted Ids of the exercises to run; default all.
 */
export function planCases(exercises: readonly ExerciseInputs[], wanted?: readonly string[]): CasePlan {
  const planned = exercises.flatMap(({ exercise: id, caseIds, visibleCases }, exercise) =>
    (wanted?.includes(id) ?? true)
      ? caseIds.map((_, index) => ({ exercise, case: index, isVisible: index < visibleCases }))
      : [],
  );
  const where = (visible: boolean): readonly Unplaced[] =>
    planned
      .filter(({ isVisible }) => isVisible === visible)
      .map(({ exercise, case: index }) => ({ exercise, case: index }));
  return { visible: where(true), hidden: where(false), alone: whoWorksAlone(exercises) };
}

/**
 * Exercises that share a context with no other: one that has no company, and those whose cases may take longer than others'. To run
 * these a second time, because something in a shared context did not pass, takes longer than to make a context.
 */
function whoWorksAlone(exercises: readonly ExerciseInputs[]): ReadonlySet<number> {
  const least = Math.min(...exercises.map(({ caseTimeMs }) => caseTimeMs));
  const isAlone = ({ caseTimeMs }: ExerciseInputs): boolean => exercises.length === 1 || caseTimeMs > least;
  return new Set(exercises.flatMap((one, exercise) => (isAlone(one) ? [exercise] : [])));
}

/** A case of which nobody has said yet in which context it is to be run. */
export type Unplaced = Omit<PlannedCase, "isShared">;

/** Cases in the order of the exercises: all of the first list are run before the second. */
export type CasePlan = {
  readonly visible: readonly Unplaced[];
  readonly hidden: readonly Unplaced[];
  /** Positions of the exercises that have a context of their own from the start. */
  readonly alone: ReadonlySet<number>;
};
