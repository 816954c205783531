import type { ExerciseInputs } from "../protocol/messages.ts";
import type { CaseRun } from "../replies/case-run.ts";
import type { RunOptions } from "./sandbox-options.ts";

/** Asks whoever knows what is right about results that have come in; without anybody to ask, nothing passes. */
export class Inspection {
  readonly #exercises: readonly Pick<ExerciseInputs, "exercise">[];
  readonly #passes: RunOptions["passes"];

  constructor(exercises: readonly Pick<ExerciseInputs, "exercise">[], passes: RunOptions["passes"]) {
    this.#exercises = exercises;
    this.#passes = passes;
  }

  /** The exercises that pass. @param results By position of the exercise. */
  async passed(results: ReadonlyMap<number, readonly CaseRun[]>): Promise<ReadonlySet<number>> {
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
