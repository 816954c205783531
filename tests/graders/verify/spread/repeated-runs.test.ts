import { expect, test } from "vitest";
import { type Case, caseKey } from "../../../../assignments/catalog/case.ts";
import { numberValue } from "../../../../assignments/values/case-value.ts";
import { RepeatedRuns } from "../../../../graders/verify/spread/repeated-runs.ts";
import type { VariantOutcome } from "../../../../reference/misconceptions/misconception.ts";

const caseOf = (id: string, input: number): Case => ({
  exercise: "double",
  id,
  visibility: id.startsWith("visible") ? "visible" : "hidden",
  title: "",
  args: [numberValue(input)],
});

const inputOf = ({ args: [arg] }: Case): number => (arg?.kind === "number" ? arg.value : Number.NaN);
const returned = (value: number): VariantOutcome => ({ kind: "returned", value: numberValue(value) });

/** Runs of a function that doubles and a variant that triples, and the inputs that they were run with, set by set. */
function doubling(): { readonly runs: RepeatedRuns; readonly ran: number[][] } {
  const ran: number[][] = [];
  const runs = new RepeatedRuns(async (cases) => {
    ran.push(cases.map(inputOf));
    const outcomes = new Map(cases.map((one) => [one.id, returned(3 * inputOf(one))]));
    const about = { id: "triples", exercise: "double", name: "", explanation: "" };
    return {
      expected: new Map(cases.map((one) => [caseKey(one), { value: numberValue(2 * inputOf(one)) }])),
      variants: [{ ...about, outcomes }],
    };
  });
  return { runs, ran };
}

test("RepeatedRuns runs visible cases once, and a hidden one that comes again not a third time", async () => {
  const { runs, ran } = doubling();
  const sets = [
    [caseOf("visible-1", 1), caseOf("hidden-1", 5), caseOf("hidden-2", 6)],
    [caseOf("visible-1", 1), caseOf("hidden-1", 7), caseOf("hidden-2", 5)],
    [caseOf("visible-1", 1), caseOf("hidden-1", 5), caseOf("hidden-2", 8)],
    [caseOf("visible-1", 1), caseOf("hidden-1", 1), caseOf("hidden-2", 5)],
  ];
  for (const cases of sets) {
    const { expected, variants } = await runs.of(cases);
    expect([...expected]).toEqual(cases.map((one) => [caseKey(one), { value: numberValue(2 * inputOf(one)) }]));
    const outcomes = cases.map((one) => [one.id, returned(3 * inputOf(one))]);
    expect(variants.map(({ id, outcomes: own }) => [id, [...own]])).toEqual([["triples", outcomes]]);
  }
  expect(ran).toEqual([[1, 5, 6], [7, 5], [8], []]);
});
