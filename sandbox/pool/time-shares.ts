import type { ExerciseInputs } from "../protocol/messages.ts";

/** Time in which a worker stops a case by itself, milliseconds: its word is worth more than a kill. */
const stopMs = 500;

/**
 * Shares the time of a submission out among its exercises: each has the time of one case to itself, the rest is for whoever
 * comes first. So a function that hangs in every case does not take the others along.
 */
export class TimeShares {
  readonly #exercises: readonly Pick<ExerciseInputs, "caseTimeMs">[];
  readonly #spentMs = new Map<number, number>();

  constructor(exercises: readonly Pick<ExerciseInputs, "caseTimeMs">[]) {
    this.#exercises = exercises;
  }

  /** Books time on an exercise, milliseconds. */
  spend(exercise: number, timeMs: number): void {
    this.#spentMs.set(exercise, (this.#spentMs.get(exercise) ?? 0) + timeMs);
  }

  /**
   * How long the running exercise may go on.
   * @param leftMs Left of the submission's time, milliseconds; below 0 when it is used up.
   * @param waiting Exercises that have cases to run; the running one may be among them.
   * @param timeScale Factor on all time limits, of the machine.
   * @returns Milliseconds, at least 0.
   */
  shareMs(running: number, leftMs: number, waiting: Iterable<number>, timeScale: number): number {
    const ownMs = (exercise: number): number => {
      const limitMs = (this.#exercises[exercise]?.caseTimeMs ?? 0) * timeScale;
      return Math.max(0, limitMs - (this.#spentMs.get(exercise) ?? 0));
    };
    let reservedMs = 0;
    for (const exercise of new Set(waiting)) if (exercise !== running) reservedMs += ownMs(exercise);
    const own = ownMs(running);
    return Math.max(leftMs - reservedMs, own > 0 ? own + stopMs : 0);
  }
}
