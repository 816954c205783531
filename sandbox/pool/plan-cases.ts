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
  const planned = [...exercises.keys()].filter((i) => wanted?.includes(exercises[i]?.exercise ?? "") ?? true);
  const slow = slowOnes(exercises, planned);
  const perExercise = planned.map((exercise) => casesOf(exercises, exercise, slow.has(exercise)));
  const parts = oneByOne
    ? perExercise.flatMap(fromTheLast)
    : [
        perExercise.flatMap(({ visible }) => withRepeats(visible)),
        perExercise.flatMap(({ hidden }) => withRepeats(hidden)),
      ];
  return { parts, alone: planned.length === 1 ? new Set(planned) : slow };
}

/** The cases of an exercise, and whether the first ones are called again. */
type ExerciseCases = { readonly visible: PartOfCases; readonly hidden: PartOfCases };
type PartOfCases = { readonly cases: readonly Unplaced[]; readonly atOnce: boolean; readonly later: boolean };

/**
 * A function that keeps something from call to call is found by calling again: the first case right away, and once more at the end of its
 * part. Visible and hidden cases have each a first one, since nothing that is called after a hidden case may decide about a visible one.
 * Where a call takes long, the hidden ones alone have to do.
 */
function casesOf(exercises: readonly ExerciseInputs[], exercise: number, isSlow: boolean): ExerciseCases {
  const { caseIds = [], visibleCases = 0, repeat = false } = exercises[exercise] ?? {};
  const all = caseIds.map((_, index): Unplaced => ({ exercise, case: index }));
  const visible = all.slice(0, visibleCases);
  const hidden = all.slice(visibleCases);
  return {
    visible: { cases: visible, atOnce: repeat, later: repeat && visible.length > 1 && !isSlow },
    hidden: { cases: hidden, atOnce: repeat && visible.length === 0, later: repeat && hidden.length > 1 },
  };
}

function withRepeats({ cases, atOnce, later }: PartOfCases): readonly Unplaced[] {
  const [first, ...others] = cases;
  if (first === undefined) return [];
  return [
    first,
    ...(atOnce ? [{ ...first, again: "at-once" as const }] : []),
    ...others,
    ...(later ? [{ ...first, again: "later" as const }] : []),
  ];
}

/** Each case a part of its own. */
function fromTheLast({ visible, hidden }: ExerciseCases): readonly (readonly Unplaced[])[] {
  const [first, ...others] = [...visible.cases, ...hidden.cases];
  if (first === undefined) return [];
  const last = withRepeats({ cases: [first], atOnce: visible.atOnce || hidden.atOnce, later: false });
  return [...others.reverse().map((one) => [one]), last];
}

/**
 * Exercises whose cases may take longer than others'. They share a context with no other: to run these a second time, because something in
 * a shared context did not pass, takes longer than to make a context.
 */
function slowOnes(exercises: readonly ExerciseInputs[], planned: readonly number[]): ReadonlySet<number> {
  const timeMsOf = (exercise: number): number => exercises[exercise]?.caseTimeMs ?? 0;
  const least = Math.min(...planned.map(timeMsOf));
  return new Set(planned.filter((exercise) => timeMsOf(exercise) > least));
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
