import type { Case } from "../../assignments/case.ts";
import type { Assignment } from "../../assignments/catalog.ts";
import type { PropertyFacts } from "../../assignments/property.ts";
import type { Value } from "../../assignments/value.ts";
import { agree } from "../../graders/compare/agree.ts";
import { computeExpected, type ReferenceFunctions } from "../../reference/compute-expected.ts";
import { runVariant } from "../../reference/run-variant.ts";

/** A function of an exercise, right or wrong. */
export type Implementation = (...args: never[]) => unknown;

const exerciseOf = ({ manifest }: Assignment, id: string) => {
  const exercise = manifest.exercises.find((each) => each.id === id);
  if (exercise === undefined) throw new Error(`${manifest.id} has no exercise ${id}`);
  return exercise;
};

/** What a function returns in a case; undefined where it throws or returns nothing that could be graded. */
export async function answerOf(
  assignment: Assignment,
  testCase: Case,
  implementation: Implementation,
): Promise<Value | undefined> {
  const outcome = await runVariant(implementation, testCase, exerciseOf(assignment, testCase.exercise));
  return outcome.kind === "returned" ? outcome.value : undefined;
}

/** Whether two answers are the same within so many times the exercise's tolerance. */
export function sameWithin(assignment: Assignment, id: string, factor: number, a?: Value, b?: Value): boolean {
  if (a === undefined || b === undefined) return a === b;
  const { rtol, atol, dtype } = exerciseOf(assignment, id).comparison;
  return agree(a, b, { rtol: factor * rtol, atol: factor * atol, dtype }, undefined, "");
}

/** Ids of the properties that an answer has not. @param others What the function returned in other cases. */
export function brokenProperties(
  assignment: Assignment,
  { args, exercise }: Case,
  actual: Value,
  expected: Value,
  others: PropertyFacts["others"] = [],
): string[] {
  const facts = { args, actual, expected, others };
  return (assignment.properties[exercise] ?? []).filter((each) => !each.holds(facts)).map(({ id }) => id);
}

/** Every misconception is compared with the same answer of the reference: it is computed once. */
const expectedValues = new WeakMap<Case, Promise<Value>>();

function expectedOf(assignment: Assignment, reference: ReferenceFunctions, testCase: Case): Promise<Value> {
  const exercise = exerciseOf(assignment, testCase.exercise);
  const expected = expectedValues.get(testCase) ?? computeExpected(reference, testCase, exercise);
  expectedValues.set(testCase, expected);
  return expected;
}

/**
 * Of some cases, those that find fault with a function: with its values at ten times the tolerance, or with a property.
 * One after the other: tensors are counted by the process.
 */
export async function rejectingCases(
  assignment: Assignment,
  reference: ReferenceFunctions,
  cases: readonly Case[],
  implementation: Implementation,
): Promise<Case[]> {
  const answers: { readonly testCase: Case; readonly answer: Value | undefined }[] = [];
  for (const testCase of cases)
    answers.push({ testCase, answer: await answerOf(assignment, testCase, implementation) });
  const rejecting: Case[] = [];
  for (const { testCase, answer } of answers) {
    const { exercise } = testCase;
    const others = answers.flatMap((other) =>
      other.testCase === testCase || other.answer === undefined
        ? []
        : [{ args: other.testCase.args, actual: other.answer }],
    );
    const expected = await expectedOf(assignment, reference, testCase);
    const passes =
      answer !== undefined &&
      (testCase.judgedBy === "properties" || sameWithin(assignment, exercise, 10, expected, answer)) &&
      brokenProperties(assignment, testCase, answer, expected, others).length === 0;
    if (!passes) rejecting.push(testCase);
  }
  return rejecting;
}
