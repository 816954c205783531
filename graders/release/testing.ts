import { AssertionError } from "node:assert";
import { resolve } from "node:path";
import { courseVariable, listAssignments } from "../../assignments/catalog/course.ts";
import { fromTensors } from "../../reference/oracle/from-tensors.ts";
import { toTensors } from "../../reference/oracle/to-tensors.ts";
import { phraseMismatch } from "../../reports/phrasing/phrase-mismatch.ts";
import { agreesWithAny } from "../judge/compare/agree.ts";
import { compare } from "../judge/compare.ts";
import { KitError, openKit } from "../session/kit.ts";

// What the package gives to a student's own tests, as `gradecheck/testing`.

/** A visible case of a kit, to be tried in a test of one's own. */
export type VisibleCase<Exercise extends (...args: never[]) => unknown> = {
  /** What is special about it. */
  readonly title: string;
  /** New arguments for a call, at each call of this: tensors, numbers, dictionaries, as the contract has them. */
  readonly args: () => Parameters<Exercise>;
  /** @throws {AssertionError} which says where and by how much a result differs from what is expected, under the grader's tolerances. */
  readonly check: (result: unknown) => void;
};

/**
 * A visible case of a function of the kit that one stands in.
 * @param exercise Name of the function.
 * @param id Default the first.
 * @param folder Of the kit's course.
 * @throws {KitError} where there is no such case.
 */
export async function visibleCase<Exercise extends (...args: never[]) => unknown>(
  exercise: string,
  id = "visible-1",
  folder = "gradecheck",
): Promise<VisibleCase<Exercise>> {
  process.env[courseVariable] = resolve(folder);
  for (const assignment of await listAssignments()) {
    const kit = await openKit(assignment);
    const asked = kit?.manifest.exercises.find((one) => one.id === exercise);
    const found = kit?.cases.find((one) => one.exercise === exercise && one.id === id);
    const expected = kit?.expected.get(`${exercise}/${id}`);
    if (asked === undefined || found === undefined || expected === undefined) continue;
    const context = { parameters: asked.parameters, args: found.args };
    return {
      title: found.title,
      args: () => found.args.map(toTensors) as unknown as Parameters<Exercise>,
      check: (result) => {
        const value = fromTensors(result, "result");
        if (agreesWithAny(expected, value, asked.comparison)) return;
        const mismatch = compare(expected.value, value, asked.comparison, context);
        const isOnlyNumbers = mismatch?.code === "values" || mismatch?.code === "non-finite";
        if (mismatch !== undefined && !(found.judgedBy === "form" && isOnlyNumbers))
          throw new AssertionError({ message: phraseMismatch(mismatch, asked) });
      },
    };
  }
  throw new KitError(`Cannot find the case ${id} of ${exercise} in the kit "${folder}"`);
}
