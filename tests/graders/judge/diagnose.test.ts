import { describe, expect, it } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import type { Property } from "../../../assignments/catalog/property.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { diagnose, isContradicted } from "../../../graders/judge/diagnose.ts";
import { judgeCase, reportCase } from "../../../graders/judge/judge-case.ts";
import type { DiagnosedExercise } from "../../../graders/judge/match-variant.ts";
import type { MisconceptionOutcomes, VariantOutcome } from "../../../reference/misconceptions/misconception.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";
import { caseRun } from "../variant-as-submission.ts";

const exercise: Exercise = {
  id: "f",
  title: "f",
  points: 10,
  parameters: ["x"],
  comparison: { rtol: 1e-5, atol: 1e-6, dtype: "float" },
  cases: { visible: 1, hidden: 1 },
  scoring: { rule: "all-or-nothing" },
  hints: [],
};
const number = (value: number): Value => ({ kind: "number", value });
const returned = (value: number, changedInput?: string): VariantOutcome =>
  changedInput === undefined
    ? { kind: "returned", value: number(value) }
    : { kind: "returned", value: number(value), changedInput };
const threw: VariantOutcome = { kind: "threw" };
const badValue: VariantOutcome = { kind: "bad-value" };

const cases = (count: number, judgedBy: Case["judgedBy"] = "value"): Case[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `hidden-${i + 1}`,
    exercise: "f",
    visibility: "hidden",
    title: "",
    args: [],
    judgedBy,
  }));

const variant = (id: string, outcomes: readonly VariantOutcome[]): MisconceptionOutcomes => ({
  id,
  exercise: "f",
  name: `${id}.`,
  explanation: "Why.",
  outcomes: new Map(outcomes.map((outcome, i) => [`hidden-${i + 1}`, outcome])),
});

type FactsMore = {
  readonly judgedBy?: Case["judgedBy"];
  readonly properties?: readonly Property[];
  /** What is right in every case. Default 1. */
  readonly expected?: Value;
};

/** The ids named for a submission, where 1 is right in every case. */
function named(
  runs: readonly (VariantOutcome | CaseRun)[],
  misconceptions: readonly MisconceptionOutcomes[],
  more: FactsMore = {},
): string[] {
  const facts = factsOf(runs, misconceptions, more);
  return diagnose(facts).map(({ id }) => id);
}

function factsOf(
  runs: readonly (VariantOutcome | CaseRun)[],
  misconceptions: readonly MisconceptionOutcomes[],
  more: FactsMore = {},
): DiagnosedExercise {
  const { properties = [], expected = number(1) } = more;
  const judged = cases(runs.length, more.judgedBy).map((testCase, i) => {
    const one = runs[i] ?? threw;
    const run = "kind" in one ? caseRun(testCase, one) : one;
    const standard = { exercise, expected: { value: expected, nextDraw: 0.5 }, properties, others: [] };
    const report = reportCase(standard, testCase, run, judgeCase(standard, testCase, run));
    return { testCase, expected: { value: expected }, run, report };
  });
  return { exercise, properties, cases: judged, misconceptions };
}

const doubled = variant("doubled", [returned(2), returned(1), returned(4)]);

describe("diagnose()", () => {
  it("names the variant that agrees in every case, within tolerance, with name and explanation", () => {
    expect(named([returned(2.000001), returned(1), returned(4)], [variant("other", []), doubled])).toEqual(["doubled"]);
    const [testCase] = cases(1);
    if (testCase === undefined) throw new Error("no case");
    const run = caseRun(testCase, returned(2));
    const report = { id: testCase.id, visibility: testCase.visibility, outcome: "wrong" } as const;
    const one = { testCase, expected: { value: number(1) }, run, report };
    expect(diagnose({ exercise, properties: [], cases: [one], misconceptions: [doubled] })).toEqual([
      { id: "doubled", name: "doubled.", explanation: "Why.", isPossible: true },
    ]);
  });

  it("takes what fewer than two cases show, or tell from each other variant, for a possibility", () => {
    const possible = (runs: readonly VariantOutcome[], others: readonly MisconceptionOutcomes[] = []) =>
      diagnose(factsOf(runs, [doubled, ...others])).map(({ isPossible = false }) => isPossible);
    expect(possible([returned(2), returned(1), returned(4)])).toEqual([false]);
    const once = variant("once", [returned(2), returned(1), returned(1)]);
    expect(diagnose(factsOf([returned(2), returned(1), returned(1)], [once]))[0]?.isPossible).toBe(true);
    expect(possible([returned(2), returned(1), returned(4)], [once])).toEqual([true]);
    const constant = variant("constant", [returned(2), returned(2), returned(2)]);
    expect(diagnose(factsOf([returned(2), returned(2), returned(2)], [constant]))[0]?.isPossible).toBe(true);
    const far = variant("far", [returned(3), returned(1), returned(9)]);
    expect(possible([returned(2), returned(1), returned(4)], [far])).toEqual([false]);
  });

  it("names nothing where one case differs, passes, or was left out by the variant", () => {
    expect(named([returned(2), returned(1), returned(5)], [doubled])).toEqual([]);
    expect(named([returned(2), returned(2), returned(4)], [doubled])).toEqual([]);
    expect(named([returned(2)], [variant("incomplete", [])])).toEqual([]);
  });

  it("names nothing where every case passed", () => {
    expect(named([returned(1), returned(1)], [variant("right", [returned(1), returned(1)])])).toEqual([]);
  });

  it("names for wrong draws only what leaves the generator at the same place", () => {
    const drew = (nextDraw: number): VariantOutcome => ({ kind: "returned", value: number(1), nextDraw });
    const variants = [0.25, 0.75].map((nextDraw) => variant(`leaves-${nextDraw}`, [drew(nextDraw)]));
    expect(named([drew(0.75)], variants)).toEqual(["leaves-0.75"]);
  });

  it("names all variants that the cases do not tell apart", () => {
    const likewise = variant("likewise", [returned(2), returned(1), returned(9)]);
    expect(named([returned(2), returned(1)], [doubled, likewise])).toEqual(["doubled", "likewise"]);
  });

  it("takes non-finite numbers for equal only to themselves", () => {
    const divides = variant("divides", [returned(Number.NaN), returned(Number.POSITIVE_INFINITY)]);
    expect(named([returned(Number.NaN), returned(Number.POSITIVE_INFINITY)], [divides])).toEqual(["divides"]);
    expect(named([returned(Number.NaN), returned(Number.NaN)], [divides])).toEqual([]);
  });

  it("lets a division by 0 spread in another way through the members of a result, where what is finite agrees", () => {
    const both = (a: number, b: number): VariantOutcome => ({
      kind: "returned",
      value: {
        kind: "record",
        entries: [
          ["a", { kind: "array", shape: [2], data: Float64Array.of(a, 3) }],
          ["b", number(b)],
        ],
      },
    });
    const known = variant("known", [both(2, 5), both(4, 6), both(Number.NaN, 7)]);
    expect(named([both(2, 5), both(4, 6), both(Number.POSITIVE_INFINITY, 7)], [known])).toEqual(["known"]);
    expect(named([both(2, 5), both(4, 6), both(0, Number.NaN)], [known])).toEqual(["known"]);
    expect(named([both(2, 5), both(4, 6), both(Number.POSITIVE_INFINITY, 8)], [known])).toEqual([]);
    expect(named([both(2, 5), both(4, 6), both(1, 7)], [known])).toEqual([]);
  });

  it("names nothing for NaN alone that stands in other places than a mistake would put it, and what gives the same wrong numbers too", () => {
    const { NaN: nan, POSITIVE_INFINITY: infinite } = Number;
    const result = (...data: number[]): Value => ({
      kind: "record",
      entries: [
        ["a", { kind: "array", shape: [2], data: Float64Array.from(data) }],
        ["b", number(1)],
      ],
    });
    const gives = (...data: number[]): VariantOutcome => ({ kind: "returned", value: result(...data) });
    const right = { expected: result(1, 1) };
    const root = variant("root", [gives(nan, 5), gives(6, nan)]);
    const everywhere = [gives(nan, nan), gives(nan, nan)];
    expect(named(everywhere, [root], right)).toEqual([]);
    // One case that is broken in the same places is no more evidence.
    expect(named([gives(nan, 5), gives(nan, nan)], [variant("root", [gives(nan, 5), gives(6, nan)])], right)).toEqual([
      "root",
    ]);
    expect(named(everywhere, [variant("other", [gives(nan, nan), gives(nan, 5)])], right)).toEqual([]);
    expect(named([gives(infinite, 5), gives(6, infinite)], [root], right)).toEqual(["root"]);
    // In the same places everywhere, and right elsewhere: that is what the mistake does.
    expect(named(everywhere, [variant("same", everywhere)], right)).toEqual(["same"]);
    expect(named([gives(nan, 1), gives(1, nan)], [variant("same", [gives(nan, 1), gives(1, nan)])], right)).toEqual([
      "same",
    ]);
    expect(named([gives(nan, 1), gives(nan, 1)], [variant("same", [gives(nan, 1), gives(1, nan)])], right)).toEqual([]);
    // A mistake that gives nothing but NaN is named by it.
    const [scalar, constant] = [returned(nan), variant("scalar", [returned(nan), returned(nan)])];
    expect(named([scalar, scalar], [constant])).toEqual(["scalar"]);
  });

  it("lets an exception match an exception, but not alone", () => {
    const throws = variant("throws", [threw, returned(3), badValue]);
    expect(named([threw, returned(3), badValue], [throws])).toEqual(["throws"]);
    expect(named([returned(1), returned(3), badValue], [throws])).toEqual([]);
    expect(named([threw, threw], [variant("always-throws", [threw, threw])])).toEqual([]);
    expect(named([badValue, returned(1)], [variant("null", [badValue, returned(1)])])).toEqual([]);
  });

  it("never matches a case that ran out of time, broke down or is not there", () => {
    const timeout = { exercise: "f", caseId: "hidden-2", console: "", outcome: "timeout" } as const;
    const run: CaseRun = { ...timeout, limit: { kind: "case-time", amount: 1000 } };
    expect(named([returned(2), run], [doubled])).toEqual([]);
    expect(named([returned(2), { ...timeout, outcome: "not-implemented" }], [doubled])).toEqual([]);
  });

  it("asks for the same changed input where the variant changes one", () => {
    const inPlace = variant("in-place", [returned(1, "x"), returned(1, "x")]);
    expect(named([returned(1, "x"), returned(1, "x")], [inPlace])).toEqual(["in-place"]);
    expect(named([returned(1, "x.W1"), returned(1, "x.W1")], [inPlace])).toEqual([]);
    expect(named([returned(1, "x"), returned(1)], [inPlace])).toEqual([]);
  });

  it("takes a changed input for a second mistake where the values are wrong, not where they are right", () => {
    const wrong = [returned(2, "x"), returned(2)];
    expect(named(wrong, [variant("doubled", [returned(2), returned(2)])])).toEqual(["doubled"]);
    expect(named([returned(1, "x")], [variant("right-when-shown", [returned(1)])])).toEqual([]);
  });

  it("takes kept state, where the values are right, for none of the variants", () => {
    const kept: CaseRun = { exercise: "f", caseId: "hidden-1", console: "", outcome: "returned", value: number(1) };
    expect(named([{ ...kept, calledAgain: "state-kept" }], [variant("right-when-shown", [returned(1)])])).toEqual([]);
  });

  describe("of cases that only properties judge", () => {
    const isNumber = (value: Value): value is Extract<Value, { kind: "number" }> => value.kind === "number";
    const below: Property = { id: "below", sentence: "s", holds: ({ actual }) => isNumber(actual) && actual.value < 5 };
    const positive: Property = {
      id: "positive",
      sentence: "s",
      holds: ({ actual }) => isNumber(actual) && actual.value > 0,
    };
    const judged = { judgedBy: "properties", properties: [below, positive] } as const;
    const large = variant("large", [returned(7), returned(2)]);
    const negative = variant("negative", [returned(-1), returned(2)]);

    it("names the variant that lacks the same property, whatever its numbers", () => {
      expect(named([returned(9), returned(3)], [large, negative], judged)).toEqual(["large"]);
      expect(named([returned(-4), returned(3)], [large, negative], judged)).toEqual(["negative"]);
      expect(named([returned(9), returned(9)], [large, negative], judged)).toEqual([]);
    });

    it("prefers a variant with the same numbers", () => {
      const larger = variant("larger", [returned(9), returned(2)]);
      expect(named([returned(9), returned(2)], [large, larger], judged)).toEqual(["larger"]);
      expect(named([returned(8), returned(2)], [large, larger], judged)).toEqual(["large", "larger"]);
    });
  });
});

describe("isContradicted()", () => {
  const contradicted = (...runs: VariantOutcome[]): boolean => isContradicted(factsOf(runs, [doubled]), "doubled");

  it("forgives corners in which a wrong solution fails in another way", () => {
    expect(contradicted(returned(2), returned(1), returned(4))).toBe(false);
    expect(contradicted(returned(2), returned(1), returned(5))).toBe(false);
    expect(contradicted(returned(2), threw, returned(4))).toBe(false);
    // Where no further case failed, none speaks against it.
    expect(contradicted()).toBe(false);
  });

  it("holds where a case passes that the misconception gets wrong", () => {
    expect(contradicted(returned(2), returned(1), returned(1))).toBe(true);
  });

  it("holds where most of what fails is left open, and for what is not known", () => {
    expect(contradicted(returned(3), returned(1), returned(5))).toBe(true);
    expect(isContradicted(factsOf([returned(2)], [doubled]), "other")).toBe(true);
  });
});
