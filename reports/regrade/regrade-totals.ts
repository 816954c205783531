import type { ExerciseChange } from "../report/manifest-change.ts";
import type { RegradeFacts, ScoreChange } from "./score-change.ts";

/** How many students gain or lose points, in all or in one exercise, and by how much on average. */
type ChangeCounts = { readonly up: number; readonly down: number; readonly mean: number };

/** One exercise of the comparison. */
export type ExerciseTotals = ChangeCounts & {
  readonly id: string;
  readonly title: string;
  /** How the manifests differ; absent where they do not. */
  readonly change?: ExerciseChange;
  /** Students with a case of this exercise that changed its outcome or is judged by another reference value. */
  readonly casesChanged: number;
};

/** A comparison in figures. */
export type RegradeTotals = ChangeCounts & {
  /** Students who have the same points in both gradings. */
  readonly unchanged: number;
  readonly appeared: number;
  readonly vanished: number;
  readonly exercises: readonly ExerciseTotals[];
};

/**
 * Totals of the score changes. Means are over all students who are in both gradings, points; 0 where there are none.
 * Exercises are in the assignment's order, without those that neither changed nor affect any student.
 */
export function regradeTotals(scoreChanges: readonly ScoreChange[], facts: RegradeFacts): RegradeTotals {
  const { both } = facts;
  const moved = scoreChanges.filter(({ kind }) => kind === "changed");
  const counts = countChanges(
    moved.map(({ delta }) => delta),
    both,
  );
  return {
    ...counts,
    unchanged: both - counts.up - counts.down,
    appeared: scoreChanges.filter(({ kind }) => kind === "new").length,
    vanished: scoreChanges.filter(({ kind }) => kind === "vanished").length,
    exercises: exerciseTotals(moved, facts),
  };
}

function exerciseTotals(
  moved: readonly ScoreChange[],
  { both, order, exercises: changes }: RegradeFacts,
): ExerciseTotals[] {
  const titles = new Map(changes.map(({ id, title }) => [id, title]));
  const deltas = new Map<string, number[]>();
  const casesChanged = new Map<string, number>();
  for (const { id, title, before = 0, after = 0, cases } of moved.flatMap(({ exercises }) => exercises)) {
    titles.set(id, title);
    const own = deltas.get(id) ?? [];
    deltas.set(id, own);
    own.push(after - before);
    if (cases.length > 0) casesChanged.set(id, (casesChanged.get(id) ?? 0) + 1);
  }
  return [...titles]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([id, title]) => {
      const change = changes.find((one) => one.id === id);
      return {
        id,
        title,
        ...(change !== undefined && { change }),
        casesChanged: casesChanged.get(id) ?? 0,
        ...countChanges(deltas.get(id) ?? [], both),
      };
    });
}

function countChanges(deltas: readonly number[], both: number): ChangeCounts {
  const sum = deltas.reduce((total, delta) => total + delta, 0);
  return {
    up: deltas.filter((delta) => delta > 0).length,
    down: deltas.filter((delta) => delta < 0).length,
    mean: both === 0 ? 0 : sum / both,
  };
}
