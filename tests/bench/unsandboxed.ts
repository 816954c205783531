import { runInThisContext } from "node:vm";
import * as tf from "@tensorflow/tfjs";
import { compare } from "../../graders/judge/compare.ts";
import { fromTensors } from "../../reference/oracle/from-tensors.ts";
import { toTensors } from "../../reference/oracle/to-tensors.ts";
import type { Work } from "./work.ts";

/** What a submission exports. */
export type Exports = Readonly<Record<string, unknown>>;

/** Runs a bundle's code in this very process. */
export function loadUnsandboxed(code: string): Exports {
  const module: { exports: Exports } = { exports: {} };
  runInThisContext(code)(module, module.exports, () => Object.create(tf));
  return module.exports;
}

/**
 * The same work without any protection: functions called in this very process, results read and compared. What a grader could reach
 * at best, if it trusted everyone.
 * @returns Cases that passed.
 */
export async function gradeUnsandboxed(exports: Exports, { calls, exercises }: Work): Promise<number> {
  let passed = 0;
  for (const { exercise: id, args, expected } of calls) {
    const exercise = exercises.find((one) => one.id === id);
    const call = exports[id];
    if (exercise === undefined || typeof call !== "function") continue;
    tf.engine().startScope();
    try {
      const actual = fromTensors(await call(...args.map(toTensors)), "result");
      const { parameters, comparison } = exercise;
      if (compare(expected, actual, comparison, { parameters, args }) === undefined) passed += 1;
    } catch {
      // Threw, or returned what is no value: not passed.
    }
    tf.engine().endScope();
  }
  return passed;
}
