import type { ExerciseInputs } from "../protocol/messages.ts";
import type { CaseRun } from "../replies/case-run.ts";
import type { RunOptions } from "./sandbox-options.ts";

/** Asks whoever knows what is right about results that have come in; without anybody to ask, nothing passes. */
export class Inspection {
  readonly #exercises: readonly Pick<ExerciseInputs, "exercise">[];
  readonly #passes: RunOptions["passes"];
  /** Whether the context that exercises shared in the last run is as it was before it. */
  isUntouched = false;

  constructor(exercises: readonly Pick<ExerciseInputs, "exercise">[], passes: RunOptions["passes"]) {
    this.#exercises = exercises;
    this.#passes = passes;
  }

  /**
   * The exercises whose results are their own: those that pass, and all where nothing that they share has been changed.
   * @param results By position of the exercise.
   */
  async believed(results: ReadonlyMap<number, readonly CaseRun[]>): Promise<ReadonlySet<number>> {
    if (this.isUntouched) return new Set(results.keys());
    const passed = new Set<number>();
    for (const [exercise, runs] of results) {
      if (await this.#passes?.(this.#exercises[exercise]?.exercise ?? "", runs)) passed.add(exercise);
    }
    return passed;
  }

  /** Whether the exercise that was run last has passed up to now. @param results Of all exercises, in the order in which they were run. */
  async lastPasses(results: readonly CaseRun[]): Promise<boolean> {
    const exercise = results.at(-1)?.exercise ?? "";
    const own = results.filter((run) => run.exercise === exercise);
    return own.length === 0 || (await this.#passes?.(exercise, own)) === true;
  }
}
