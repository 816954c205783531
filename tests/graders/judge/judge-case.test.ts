import fc from "fast-check";
import { expect, it } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import type { Property } from "../../../assignments/catalog/property.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { compare } from "../../../graders/judge/compare.ts";
import { judgeCase, reportCase } from "../../../graders/judge/judge-case.ts";
import type { CaseOutcome, CaseRun } from "../../../sandbox/replies/case-run.ts";
import { anyValue } from "../../assignments/arbitrary-value.ts";
import { smallExercise } from "../../fixtures/small-exercise.ts";

const exercise = smallExercise();
const testCase: Case = { id: "visible-1", exercise: "f", visibility: "visible", title: "a case", args: [] };

const isRecord: Property = {
  id: "r",
  sentence: "It must be a record",
  holds: ({ actual }) => actual.kind === "record",
};
const throws: Property = {
  id: "t",
  sentence: "It cannot be looked at",
  holds: () => {
    throw new Error("no such form");
  },
};

const isEqual = (expected: Value, actual: Value): boolean =>
  compare(expected, actual, exercise.comparison, { parameters: [], args: [] }) === undefined;

it("judgeCase() passes what reportCase() reports as passed, of every outcome and with every kind of property", () => {
  const outcome = (wanted: CaseOutcome): CaseRun => ({ exercise: "f", caseId: "visible-1", console: "", ...wanted });
  const others: readonly CaseRun[] = [
    outcome({ outcome: "not-implemented" }),
    outcome({ outcome: "crashed" }),
    outcome({ outcome: "threw", error: { name: "Error", message: "no" } }),
    outcome({ outcome: "bad-value", reason: "null", path: "" }),
  ];
  const seen = { passed: 0, not: 0 };
  const anyRun = fc.tuple(
    anyValue,
    anyValue,
    fc.boolean(),
    fc.constantFrom({}, { changedInput: "X" }, { calledAgain: "fails-again" as const }, { nextDraw: 0.25 }),
  );
  fc.assert(
    fc.property(
      anyRun,
      fc.constantFrom<readonly Property[]>([], [isRecord], [throws]),
      fc.constantFrom<Partial<Case>>({}, { judgedBy: "properties" }),
      fc.integer({ min: -8, max: others.length - 1 }),
      ([expected, other, isRight, marks], properties, how, which) => {
        const returned = outcome({ outcome: "returned", value: isRight ? expected : other, ...marks });
        const run = others[which] ?? returned;
        const standard = { exercise, expected: { value: expected, nextDraw: 0.5 }, properties, others: [] };
        const verdict = judgeCase(standard, { ...testCase, ...how }, run);
        const report = reportCase(standard, { ...testCase, ...how }, run, verdict);
        const passes = verdict.is === "passed";
        seen[passes ? "passed" : "not"] += 1;
        expect(passes).toBe(report.outcome === "passed");
        const isWrong = run.outcome === "returned" && how.judgedBy === undefined && !isEqual(expected, run.value);
        expect(verdict.is === "wrong-values").toBe(isWrong);
        if (!passes && run.outcome === "returned") expect(report.mismatch).toBeDefined();
      },
    ),
    { numRuns: 1000 },
  );
  expect(Math.min(seen.passed, seen.not)).toBeGreaterThan(20);
});

const number = (value: number): Value => ({ kind: "number", value });
const returned = (value: Value, more: object = {}): CaseRun => ({
  ...{ exercise: "f", caseId: "visible-1", console: "", outcome: "returned", value },
  ...more,
});
const pair = (a: number, b: number): Value => ({
  kind: "record",
  entries: [
    ["a", number(a)],
    ["b", number(b)],
  ],
});

it("judgeCase() passes an answer that agrees wholly with one alternative, and describes the others against the reference", () => {
  const expected = { value: pair(1, 2), alternatives: [pair(3, 4), pair(5, 6)] };
  const standard = { exercise, expected, properties: [], others: [] };
  const judge = (value: Value) => judgeCase(standard, testCase, returned(value));
  for (const right of [pair(1, 2), pair(3, 4), pair(5, 6)]) expect(judge(right)).toEqual({ is: "passed" });
  const mixed = pair(3, 2);
  expect(judge(mixed)).toEqual({ is: "wrong-values" });
  expect(reportCase(standard, testCase, returned(mixed), judge(mixed)).mismatch).toMatchObject({
    path: "a",
    expectedAt: 1,
    actualAt: 3,
  });
});

it("judgeCase() compares exactly what a generator gives next, after all else but kept state", () => {
  const standard = { exercise, expected: { value: number(1), nextDraw: 0.5 }, properties: [], others: [] };
  const verdict = (run: CaseRun, how: Partial<Case> = {}) => judgeCase(standard, { ...testCase, ...how }, run).is;
  expect(verdict(returned(number(1), { nextDraw: 0.5 }))).toBe("passed");
  expect(verdict(returned(number(1)))).toBe("passed");
  const otherDraws = { nextDraw: 0.5 + 2 ** -53 };
  expect(verdict(returned(number(1), otherDraws))).toBe("other-draws");
  expect(verdict(returned(number(1), { ...otherDraws, calledAgain: "state-kept" }))).toBe("other-draws");
  expect(verdict(returned(number(1), { ...otherDraws, changedInput: "X" }))).toBe("input-changed");
  expect(verdict(returned(number(2), otherDraws))).toBe("wrong-values");
  expect(verdict(returned(number(1), otherDraws), { judgedBy: "properties" })).toBe("passed");
  const withoutGenerator = { ...standard, expected: { value: number(1) } };
  expect(judgeCase(withoutGenerator, testCase, returned(number(1), otherDraws)).is).toBe("passed");
});
