import type { Case } from "../../assignments/catalog/case.ts";
import type { Assignment } from "../../assignments/catalog/catalog.ts";
import type { PropertyFacts } from "../../assignments/catalog/property.ts";
import type { Value } from "../../assignments/values/value.ts";
import { agree } from "../../graders/judge/compare/agree.ts";
import { runVariant } from "../../reference/misconceptions/run-variant.ts";
import { computeExpected, type ReferenceFunctions } from "../../reference/oracle/compute-expected.ts";

/** A function of an exercise, right or wrong. */
export type Implementation = (...args: never[]) => unknown;

const exerciseOf = ({ manifest }: Assignment, id: string) => {
  const exercise = manifest.exercises.find((each) => each.id === id);
  if (exercise === undefined) throw new Error(`${manifest.id} has no exercise ${id}`);
  return exercise;
};

/** What a function returns in a case; undefined where it throws, changes an input or returns nothing that could be graded. */
export async function answerOf(
  assignment: Assignment,
  testCase: Case,
  implementation: Implementation,
): Promise<Value | undefined> {
  const outcome = await runVariant(implementation, testCase, exerciseOf(assignment, testCase.exercise));
  return outcome.kind === "returned" && outcome.changedInput === undefined ? outcome.value : undefined;
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
  const expected =
    expectedValues.get(testCase) ?? computeExpected(reference, testCase, exercise).then(({ value }) => value);
  expectedValues.set(testCase, expected);
  return expected;
}

/** What functions return is kept: a case is asked about the same function again and again. */
const answers = new WeakMap<Case, Map<Implementation, Promise<Value | undefined>>>();

/** As {@link answerOf}, called once for each case and function. */
export function keptAnswerOf(
  assignment: Assignment,
  testCase: Case,
  implementation: Implementation,
): Promise<Value | undefined> {
  const ofCase = answers.get(testCase) ?? new Map<Implementation, Promise<Value | undefined>>();
  const answer = ofCase.get(implementation) ?? answerOf(assignment, testCase, implementation);
  answers.set(testCase, ofCase.set(implementation, answer));
  return answer;
}

/** A function whose faults are looked for. */
export type Suspect = {
  readonly assignment: Assignment;
  readonly reference: ReferenceFunctions;
  readonly implementation: Implementation;
};

/**
 * Whether some of the cases find fault with a function: with its values at ten times the tolerance, or with a property. No more
 * of them are run than it takes.
 */
export async function isRejected(suspect: Suspect, cases: readonly Case[]): Promise<boolean> {
  for (const testCase of cases) if (await isRejectedAlone(suspect, testCase)) return true;
  return (await rejectingCases(suspect, cases)).length > 0;
}

/**
 * Of some cases, those that find fault with a function: with its values at ten times the tolerance, or with a property.
 * One after the other: tensors are counted by the process.
 */
export async function rejectingCases(suspect: Suspect, cases: readonly Case[]): Promise<Case[]> {
  const { assignment, reference, implementation } = suspect;
  const answered: { readonly testCase: Case; readonly answer: Value | undefined }[] = [];
  for (const testCase of cases)
    answered.push({ testCase, answer: await keptAnswerOf(assignment, testCase, implementation) });
  const rejecting: Case[] = [];
  for (const { testCase, answer } of answered) {
    const others = answered.flatMap((other) =>
      other.testCase === testCase || other.answer === undefined
        ? []
        : [{ args: other.testCase.args, actual: other.answer }],
    );
    const expected = await expectedOf(assignment, reference, testCase);
    const passes =
      answer !== undefined &&
      hasRightValue(assignment, testCase, answer, expected) &&
      brokenProperties(assignment, testCase, answer, expected, others).length === 0;
    if (!passes) rejecting.push(testCase);
  }
  return rejecting;
}

/** Whether a case finds fault with a function whatever it returns in the others. */
async function isRejectedAlone({ assignment, reference, implementation }: Suspect, testCase: Case): Promise<boolean> {
  const answer = await keptAnswerOf(assignment, testCase, implementation);
  const expected = await expectedOf(assignment, reference, testCase);
  if (answer === undefined || !hasRightValue(assignment, testCase, answer, expected)) return true;
  return (assignment.properties[testCase.exercise] ?? []).some((property) => {
    let looksAtOthers = false;
    const facts: PropertyFacts = {
      args: testCase.args,
      actual: answer,
      expected,
      get others() {
        looksAtOthers = true;
        return [];
      },
    };
    return !property.holds(facts) && !looksAtOthers;
  });
}

const hasRightValue = (assignment: Assignment, { exercise, judgedBy }: Case, answer: Value, expected: Value): boolean =>
  judgedBy === "properties" || sameWithin(assignment, exercise, 10, expected, answer);
