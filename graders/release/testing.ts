import { AssertionError } from "node:assert";
import { resolve } from "node:path";
import * as tf from "@tensorflow/tfjs";
import type { Case, Expected } from "../../assignments/catalog/case.ts";
import { courseVariable, listAssignments } from "../../assignments/catalog/course.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { nextDrawOf, Rng } from "../../assignments/values/rng.ts";
import type { Value } from "../../assignments/values/value.ts";
import { isDictionary } from "../../reference/oracle/compute-expected.ts";
import { fromTensors } from "../../reference/oracle/from-tensors.ts";
import { type Argument, toTensors } from "../../reference/oracle/to-tensors.ts";
import { phraseMismatch } from "../../reports/phrasing/phrase-mismatch.ts";
import type { Mismatch } from "../../reports/report/report.ts";
import { agreesWithAny } from "../judge/compare/agree.ts";
import { compare } from "../judge/compare.ts";
import { KitError, openKit } from "../session/kit.ts";

// What the package gives to a student's own tests, as `gradecheck/testing`.

// Or TensorFlow.js advertises its package for Node among the results of the tests.
tf.env().set("PROD", true);

/** A visible case of a kit, to be tried in a test of one's own. */
export type VisibleCase<Tested extends (...args: never[]) => unknown> = {
  /** What is special about it. */
  readonly title: string;
  /** New arguments for a call, at each call of this: tensors, numbers, dictionaries, as the contract has them. */
  readonly args: () => Parameters<Tested>;
  /**
   * To be called after a call with the arguments that were made last.
   * @throws {AssertionError} which says where and by how much a result differs from what is expected, under the grader's tolerances, or that
   *   other numbers than expected were drawn.
   */
  readonly check: (result: unknown) => void;
};

/**
 * A visible case of a function of the kit that one stands in.
 * @param exercise Name of the function.
 * @param id Default the first.
 * @param folder Of the kit's course.
 * @throws {KitError} where there is no such case.
 */
export async function visibleCase<Tested extends (...args: never[]) => unknown>(
  exercise: string,
  id = "visible-1",
  folder = "gradecheck",
): Promise<VisibleCase<Tested>> {
  process.env[courseVariable] = resolve(folder);
  for (const assignment of await listAssignments()) {
    const kit = await openKit(assignment);
    const asked = kit?.manifest.exercises.find((one) => one.id === exercise);
    const found = kit?.cases.find((one) => one.exercise === exercise && one.id === id);
    const expected = kit?.expected.get(`${exercise}/${id}`);
    if (asked === undefined || found === undefined || expected === undefined) continue;
    let call: HandedOut | undefined;
    return {
      title: found.title,
      args: () => {
        call = handOut(found, asked);
        return call.args as unknown as Parameters<Tested>;
      },
      check: (result) => {
        const answer = (call ?? handOut(found, asked)).answer(result);
        const mismatch = findMismatch(found, asked, expected, answer) ?? findOtherDraws(expected, call?.nextDraw());
        if (mismatch !== undefined) throw new AssertionError({ message: phraseMismatch(mismatch, asked) });
      },
    };
  }
  throw new KitError(`Cannot find the case ${id} of ${exercise} in the kit "${folder}"`);
}

/** Arguments for one call, and what can be read of them after it. */
type HandedOut = {
  readonly args: readonly Argument[];
  /** What is judged: the result, and beside it the arguments that the function is to change. */
  readonly answer: (result: unknown) => Value;
  /** What the generator among the arguments gives next: the same at each call of this. */
  readonly nextDraw: () => number | undefined;
};

function handOut({ args: values }: Case, { parameters, mutates = [] }: Exercise): HandedOut {
  const args = values.map(toTensors);
  // Dictionaries are copied: to be changed in place are their tensors, not they.
  const mutated = mutates.map((name) => {
    const arg = args[parameters.indexOf(name)];
    return [name, isDictionary(arg) ? { ...arg } : arg] as const;
  });
  const rng = args.find((one) => one instanceof Rng);
  let drawn: number | undefined;
  return {
    args,
    answer: (result) => {
      const returned = fromTensors(result, "result");
      if (mutates.length === 0) return returned;
      const after = mutated.map(([name, value]): [string, Value] => [name, fromTensors(value, name)]);
      return { kind: "record", entries: [...after, ["returned", returned]] };
    },
    nextDraw: () => {
      drawn ??= rng && nextDrawOf(rng);
      return drawn;
    },
  };
}

function findMismatch(
  { args, judgedBy }: Case,
  { parameters, comparison }: Exercise,
  expected: Expected,
  actual: Value,
): Mismatch | undefined {
  if (agreesWithAny(expected, actual, comparison)) return undefined;
  const mismatch = compare(expected.value, actual, comparison, { parameters, args });
  const isOnlyNumbers = mismatch?.code === "values" || mismatch?.code === "non-finite";
  return judgedBy === "form" && isOnlyNumbers ? undefined : mismatch;
}

const findOtherDraws = ({ nextDraw }: Expected, found: number | undefined): Mismatch | undefined =>
  nextDraw === undefined || found === undefined || found === nextDraw ? undefined : { code: "other-draws", path: "" };
