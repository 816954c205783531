import type { ExerciseChange, RegradeFacts, ScoreChange } from "./score-change.ts";

/** How the students of a class, or their points in one exercise, move. */
type MoveCounts = { readonly up: number; readonly down: number; readonly mean: number };

/** One exercise of the comparison. */
export type ExerciseTotals = MoveCounts & {
  readonly id: string;
  readonly title: string;
  /** What the manifests say differently; absent where that is nothing. */
  readonly change?: ExerciseChange;
  /** Students of whom a case of it changed its outcome, or is judged by another reference value. */
  readonly casesChanged: number;
};

/** A comparison in figures. */
export type RegradeTotals = MoveCounts & {
  /** Students of both gradings with the same points. */
  readonly unmoved: number;
  readonly appeared: number;
  readonly vanished: number;
  readonly exercises: readonly ExerciseTotals[];
};

/**
 * Adds up the moves. Means are over all students of both gradings, points; 0 where there is none. Exercises stand in
 * the assignment's order; one that neither changed nor moves anybody is left out.
 */
export function regradeTotals(moves: readonly ScoreChange[], facts: RegradeFacts): RegradeTotals {
  const { both } = facts;
  const moved = moves.filter(({ kind }) => kind === "moved");
  const counts = countMoves(
    moved.map(({ delta }) => delta),
    both,
  );
  return {
    ...counts,
    unmoved: both - counts.up - counts.down,
    appeared: moves.filter(({ kind }) => kind === "new").length,
    vanished: moves.filter(({ kind }) => kind === "vanished").length,
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
        ...countMoves(deltas.get(id) ?? [], both),
      };
    });
}

function countMoves(deltas: readonly number[], both: number): MoveCounts {
  const sum = deltas.reduce((total, delta) => total + delta, 0);
  return {
    up: deltas.filter((delta) => delta > 0).length,
    down: deltas.filter((delta) => delta < 0).length,
    mean: both === 0 ? 0 : sum / both,
  };
}
