import { type CaseKey, caseKey } from "../../assignments/catalog/case.ts";
import type { ExerciseInputs, PlannedCase } from "../protocol/messages.ts";

/** What of a submission to run. */
export type CaseChoice = {
  /** Ids of the exercises to run; default all. */
  readonly exercises?: readonly string[] | undefined;
  /** Of these only the ones named; default all. */
  readonly cases?: ReadonlySet<CaseKey> | undefined;
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
  { exercises: wanted, cases, oneByOne }: CaseChoice = {},
): CasePlan {
  const planned = [...exercises.entries()].filter(([, { exercise }]) => wanted?.includes(exercise) ?? true);
  const perExercise = planned.map(([index, inputs]) => casesOf(inputs, index, cases));
  const inOrder = [...perExercise.map(({ visible }) => visible), ...perExercise.map(({ hidden }) => hidden)];
  const parts = oneByOne ? perExercise.flatMap(fromTheLast) : [inOrder.flatMap(withRepeats)];
  return { parts, alone: whoWorksAlone(planned) };
}

/** The cases of an exercise, and whether the first ones are called again. */
type ExerciseCases = { readonly visible: PartOfCases; readonly hidden: PartOfCases };
type PartOfCases = { readonly cases: readonly Unplaced[]; readonly atOnce: boolean; readonly later: boolean };

/**
 * A function that keeps something from call to call is found by calling again: the very first case right away, and the first hidden one once
 * more after all others. Not a visible one, unless there are no others: nothing that is called after a hidden case may decide about it.
 */
function casesOf(
  { exercise: id, caseIds, visibleCases, repeat }: ExerciseInputs,
  exercise: number,
  wanted: CaseChoice["cases"],
): ExerciseCases {
  const all = caseIds
    .map((caseId, index) => ({ caseId, planned: { exercise, case: index } }))
    .filter(({ caseId }) => wanted?.has(caseKey({ exercise: id, caseId })) ?? true)
    .map(({ planned }): Unplaced => planned);
  const visible = all.filter((planned) => planned.case < visibleCases);
  const hidden = all.slice(visible.length);
  return {
    visible: { cases: visible, atOnce: repeat, later: repeat && hidden.length === 0 && visible.length > 1 },
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
 * Exercises that share a context with no other: one that has no company, and those whose cases may take longer than others'. To run
 * these a second time, because something in a shared context did not pass, takes longer than to make a context.
 */
function whoWorksAlone(planned: readonly (readonly [number, ExerciseInputs])[]): ReadonlySet<number> {
  const least = Math.min(...planned.map(([, { caseTimeMs }]) => caseTimeMs));
  const alone = planned.filter(([, { caseTimeMs }]) => planned.length === 1 || caseTimeMs > least);
  return new Set(alone.map(([index]) => index));
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
