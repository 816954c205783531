import { runInThisContext } from "node:vm";
import * as tf from "@tensorflow/tfjs";
import type { Case } from "../../assignments/case.ts";
import type { Exercise } from "../../assignments/manifest.ts";
import { RandomState } from "../../assignments/random-state.ts";
import type { Value } from "../../assignments/value.ts";
import { compare } from "../../graders/compare/compare.ts";
import { caseKey } from "../../reference/case-key.ts";
import { fromTensors } from "../../reference/from-tensors.ts";
import { toTensors } from "../../reference/to-tensors.ts";

/** What a submission is judged by. */
export type Work = {
  readonly cases: readonly Case[];
  readonly exercises: readonly Exercise[];
  readonly expected: ReadonlyMap<string, Value>;
};

/**
 * The same work without any protection: compiled code run in this very process, inputs made, results read and compared. What a
 * grader could reach at best, if it trusted everyone.
 * @param code A bundle's code.
 * @returns Cases that passed.
 */
export async function gradeUnsandboxed(code: string, { cases, exercises, expected }: Work): Promise<number> {
  const module: { exports: Record<string, (...args: unknown[]) => unknown> } = { exports: {} };
  runInThisContext(code)(module, module.exports, () => Object.create(tf));
  let passed = 0;
  for (const testCase of cases) {
    const exercise = exercises.find(({ id }) => id === testCase.exercise);
    const value = expected.get(caseKey(testCase));
    const call = module.exports[testCase.exercise];
    if (exercise === undefined || value === undefined || call === undefined) continue;
    tf.engine().startScope();
    const actual = fromTensors(await call(...testCase.args.map(toTensors)), "result");
    tf.engine().endScope();
    const { parameters, comparison } = exercise;
    if (compare(value, actual, comparison, { parameters, args: testCase.args }) === undefined) passed += 1;
  }
  return passed;
}

/** A text nobody else has handed in: the same program under another comment. */
export const unique = (source: string, index: number): string =>
  `// submission ${index}, ${new RandomState(index).randint(0, 2 ** 31, 1).join("")}\n${source}`;
