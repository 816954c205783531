import type { ExerciseInputs, PlannedCase } from "../protocol/messages.ts";

/** What of a submission to run. */
export type CaseChoice = {
  /** Ids of the exercises to run; default all. */
  readonly exercises?: readonly string[] | undefined;
  /**
   * Whether each case is a part of its own, one exercise after the other and each from its last case, about some corner, to the first
   * and plainest: for where nobody is told what becomes of visible ones.
   */
  readonly oneByOne?: boolean | undefined;
};

/**
 * The order in which the cases of a submission are run: first the visible ones of all exercises, then the hidden ones.
 * Whatever a visible case shows can then hold nothing of a hidden one, however cleverly a submission keeps what it has
 * seen (in variables, in memory that it fills, in time that it spends): no hidden case has been run yet.
 */
export function planCases(
  exercises: readonly ExerciseInputs[],
  { exercises: wanted, oneByOne }: CaseChoice = {},
): CasePlan {
  const planned = exercises.flatMap(({ exercise: id, caseIds, visibleCases }, exercise) =>
    (wanted?.includes(id) ?? true)
      ? caseIds.map((_, index) => ({ exercise, case: index, isVisible: index < visibleCases }))
      : [],
  );
  const unplaced = ({ exercise, case: index }: Unplaced): Unplaced => ({ exercise, case: index });
  const where = (visible: boolean): readonly Unplaced[] =>
    planned.filter(({ isVisible }) => isVisible === visible).map(unplaced);
  const fromTheLast = [...planned].sort((one, other) => one.exercise - other.exercise || other.case - one.case);
  const parts = oneByOne ? fromTheLast.map((one) => [unplaced(one)]) : [where(true), where(false)];
  return { parts, alone: whoWorksAlone(exercises, new Set(planned.map(({ exercise }) => exercise))) };
}

/**
 * Exercises that share a context with no other: one that has no company, and those whose cases may take longer than others'. To run
 * these a second time, because something in a shared context did not pass, takes longer than to make a context.
 */
function whoWorksAlone(exercises: readonly ExerciseInputs[], planned: ReadonlySet<number>): ReadonlySet<number> {
  const timeMsOf = (exercise: number): number => exercises[exercise]?.caseTimeMs ?? 0;
  const least = Math.min(...[...planned].map(timeMsOf));
  return new Set([...planned].filter((exercise) => planned.size === 1 || timeMsOf(exercise) > least));
}

/** A case of which nobody has said yet in which context it is to be run. */
export type Unplaced = Omit<PlannedCase, "isShared">;

/** What is run, and when. */
export type CasePlan = {
  /** Results are looked at when a part has been run, before the next one. */
  readonly parts: readonly (readonly Unplaced[])[];
  /** Positions of the exercises that have a context of their own from the start. */
  readonly alone: ReadonlySet<number>;
};
