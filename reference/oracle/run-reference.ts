import { type Case, type CaseKey, caseKey } from "../../assignments/catalog/case.ts";
import { importModule } from "../../assignments/catalog/course.ts";
import type { Value } from "../../assignments/values/value.ts";
import { computeWithTensorflow } from "../tensorflow/compute-with-tensorflow.ts";
import type { Backend, BackendChoice } from "../tensorflow/detect-backend.ts";
import { type CalledExercise, computeExpected, type ReferenceFunctions } from "./compute-expected.ts";

/** Values of a reference solution and the backend that computed them. */
export type ReferenceRun = { readonly backend: Backend; readonly values: ReadonlyMap<CaseKey, Value> };

/** An exercise as the oracle needs it. */
export type NamedExercise = CalledExercise & { readonly id: string };

/**
 * Loads TensorFlow and a reference solution and computes the expected value of every case. Runs that are asked for at
 * once follow each other.
 * @param assignment Its id, for errors.
 * @param referenceFile Absolute path of the module that exports the functions.
 * @param exercises Of the manifest; needed for those that change arguments in place.
 * @throws Error that names assignment, exercise and case where the reference fails on one.
 */
export async function runReference(
  assignment: string,
  referenceFile: string,
  cases: readonly Case[],
  choice: BackendChoice,
  exercises: readonly NamedExercise[] = [],
): Promise<ReferenceRun> {
  const { backend, result } = await computeWithTensorflow(choice, async () => {
    const functions = await importModule<ReferenceFunctions>(referenceFile);
    return computeAll(assignment, functions, cases, exercises);
  });
  return { backend, values: result };
}

async function computeAll(
  assignment: string,
  functions: ReferenceFunctions,
  cases: readonly Case[],
  exercises: readonly NamedExercise[],
): Promise<ReadonlyMap<CaseKey, Value>> {
  const values = new Map<CaseKey, Value>();
  for (const testCase of cases) {
    try {
      values.set(
        caseKey(testCase),
        await computeExpected(
          functions,
          testCase,
          exercises.find(({ id }) => id === testCase.exercise),
        ),
      );
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause);
      const place = `assignment "${assignment}", exercise ${testCase.exercise}, case ${testCase.id}`;
      throw new Error(`Cannot compute expected value: ${place}: ${reason}`, { cause });
    }
  }
  return values;
}
