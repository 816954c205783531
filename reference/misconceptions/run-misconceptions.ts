import { setImmediate } from "node:timers/promises";
import type { Case } from "../../assignments/catalog/case.ts";
import type { NamedExercise } from "../oracle/run-reference.ts";
import { computeWithTensorflow } from "../tensorflow/compute-with-tensorflow.ts";
import type { Backend, BackendChoice } from "../tensorflow/detect-backend.ts";
import type { Misconception, MisconceptionOutcomes, VariantOutcome } from "./misconception.ts";
import { readMisconceptions } from "./read-misconceptions.ts";
import { runVariant } from "./run-variant.ts";

/** Outcomes of misconceptions and the backend that computed them. */
export type MisconceptionsRun = { readonly backend: Backend; readonly outcomes: readonly MisconceptionOutcomes[] };

/**
 * Loads TensorFlow and an assignment's misconceptions and runs each on every case of its exercise.
 * @param file Absolute path of the module that exports `misconceptions`.
 * @param cases Misconceptions of exercises without any are left out.
 * @param exercises Of the manifest.
 * @throws TypeError where the module exports no list of misconceptions.
 */
export async function runMisconceptions(
  file: string,
  cases: readonly Case[],
  choice: BackendChoice,
  exercises: readonly NamedExercise[],
): Promise<MisconceptionsRun> {
  const { backend, result } = await computeWithTensorflow(choice, () => outcomesOf(file, cases, exercises));
  return { backend, outcomes: result };
}

async function outcomesOf(
  file: string,
  cases: readonly Case[],
  exercises: readonly NamedExercise[],
): Promise<MisconceptionOutcomes[]> {
  const outcomes: MisconceptionOutcomes[] = [];
  for (const misconception of await readMisconceptions(file)) {
    const own = cases.filter(({ exercise }) => exercise === misconception.exercise);
    if (own.length > 0) outcomes.push(await runOn(misconception, own, exercises));
  }
  return outcomes;
}

async function runOn(
  { implementation, ...misconception }: Misconception,
  cases: readonly Case[],
  exercises: readonly NamedExercise[],
): Promise<MisconceptionOutcomes> {
  const exercise = exercises.find(({ id }) => id === misconception.exercise) ?? { parameters: [] };
  const outcomes = new Map<string, VariantOutcome>();
  for (const testCase of cases) {
    outcomes.set(testCase.id, await runVariant(implementation, testCase, exercise));
    // Submissions may be running meanwhile: their clocks must not stand still for long.
    await setImmediate();
  }
  return { ...misconception, outcomes };
}
