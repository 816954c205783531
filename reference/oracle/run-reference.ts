import { isDeepStrictEqual } from "node:util";
import { type Case, type CaseKey, caseKey, type Expected } from "../../assignments/catalog/case.ts";
import { importModule } from "../../assignments/catalog/course.ts";
import type { Value } from "../../assignments/values/value.ts";
import { computeWithTensorflow } from "../tensorflow/compute-with-tensorflow.ts";
import type { Backend, BackendChoice } from "../tensorflow/detect-backend.ts";
import { type Alternatives, alternativesFileOf } from "./alternatives.ts";
import { type CalledExercise, computeExpected, type ReferenceFunctions } from "./compute-expected.ts";

/** Values of a reference solution and the backend that computed them. */
export type ReferenceRun = { readonly backend: Backend; readonly values: ReadonlyMap<CaseKey, Expected> };

/** An exercise as the oracle needs it. */
export type NamedExercise = CalledExercise & { readonly id: string };

/**
 * Loads TensorFlow, a reference solution and its alternatives and computes what is expected in every case. Runs that are asked for at
 * once follow each other.
 * @param assignment Its id, for errors.
 * @param referenceFile Absolute path of the module that exports the functions.
 * @param exercises Of the manifest; needed for those that change arguments in place.
 * @throws Error that names assignment, exercise and case where the reference, or an alternative, fails on one.
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
    const file = alternativesFileOf(referenceFile);
    const { alternatives = {} } = file === undefined ? {} : await importModule<{ alternatives?: Alternatives }>(file);
    return computeAll(assignment, { functions, alternatives }, cases, exercises);
  });
  return { backend, values: result };
}

/** All that is right in an assignment. */
type Right = { readonly functions: ReferenceFunctions; readonly alternatives: Alternatives };

async function computeAll(
  assignment: string,
  right: Right,
  cases: readonly Case[],
  exercises: readonly NamedExercise[],
): Promise<ReadonlyMap<CaseKey, Expected>> {
  const values = new Map<CaseKey, Expected>();
  for (const testCase of cases) {
    const exercise = exercises.find(({ id }) => id === testCase.exercise);
    try {
      values.set(caseKey(testCase), await computeOne(right, testCase, exercise));
    } catch (cause) {
      const place = `assignment "${assignment}", exercise ${testCase.exercise}, case ${testCase.id}`;
      throw new Error(`Cannot compute expected value: ${place}: ${reasonOf(cause)}`, { cause });
    }
  }
  return values;
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** What is expected in a case; an alternative that returns the same as another right function is not told twice. */
async function computeOne(
  { functions, alternatives }: Right,
  testCase: Case,
  exercise: CalledExercise | undefined,
): Promise<Expected> {
  const expected = await computeExpected(functions, testCase, exercise);
  const others: Value[] = [];
  for (const [i, call] of (alternatives[testCase.exercise] ?? []).entries()) {
    try {
      const { value, nextDraw } = await computeExpected({ [testCase.exercise]: call }, testCase, exercise);
      if (nextDraw !== expected.nextDraw) throw new Error("it draws more, fewer or other numbers than the reference");
      if (![expected.value, ...others].some((one) => isDeepStrictEqual(one, value))) others.push(value);
    } catch (cause) {
      throw new Error(`alternative ${i + 1}: ${reasonOf(cause)}`, { cause });
    }
  }
  return others.length === 0 ? expected : { ...expected, alternatives: others };
}
