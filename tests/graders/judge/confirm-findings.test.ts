import { expect, test } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import { atOnce } from "../../../assignments/steps/in-turns.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { confirming } from "../../../graders/judge/confirm-findings.ts";
import { judgeCase, reportCase } from "../../../graders/judge/judge-case.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";
import { number, tensor } from "../build-value.ts";

const exercise: Exercise = {
  id: "f",
  title: "f",
  points: 10,
  parameters: ["x", "rate", "beta"],
  comparison: { rtol: 1e-5, atol: 1e-6, dtype: "float" },
  cases: { visible: 1, hidden: 1 },
  scoring: { rule: "all-or-nothing" },
  hints: [],
};

type Call = { readonly args: readonly Value[]; readonly expected: Value; readonly actual: Value };

/** What is said of each case after confirming. */
function findings(calls: readonly Call[], visibility: readonly Case["visibility"][] = []) {
  const told = calls.map(({ args, expected, actual }, i) => {
    const shown = visibility[i] ?? "hidden";
    const testCase: Case = { id: `${shown}-${i + 1}`, exercise: "f", visibility: shown, title: "", args };
    const run: CaseRun = { exercise: "f", caseId: testCase.id, console: "", outcome: "returned", value: actual };
    const standard = { exercise, expected: { value: expected }, properties: [], others: [] };
    const report = reportCase(standard, testCase, run, judgeCase(standard, testCase, run));
    return { testCase, expected: { value: expected }, run, report };
  });
  return atOnce(confirming(exercise, told)).map(({ mismatch }) => mismatch?.findings ?? []);
}

const scalar = (x: number, rate: number, beta: number, expected: number, actual: number): Call => ({
  args: [number(x), number(rate), number(beta)],
  expected: number(expected),
  actual: number(actual),
});

test("confirming() leaves out what one number shows, unless every other failing case shows it too", () => {
  const unchanged = { code: "unchanged-input", key: "x" };
  expect(findings([scalar(0.31, 0.5, 0.9, 0.7, 0.31)])).toEqual([[]]);
  expect(findings([scalar(0.31, 0.5, 0.9, 0.7, 0.31), scalar(0.83, 0.5, 0.9, 0.2, 0.83)])).toEqual([
    [unchanged],
    [unchanged],
  ]);
  expect(findings([scalar(0.31, 0.5, 0.9, 0.7, 0.31), scalar(0.83, 0.5, 0.9, 0.2, 0.44)])[0]).toEqual([]);
});

const values = [0.3, -1.2, 2.5, 0.9];
const times = (factor: number, rate: number, beta: number): Call => ({
  args: [number(7), number(rate), number(beta)],
  expected: tensor([4], values),
  actual: tensor(
    [4],
    values.map((value) => value * factor),
  ),
});

test("confirming() names a factor only by the one quantity that explains it in every case", () => {
  const [alone] = findings([times(0.25, 0.25, 0.8)]);
  expect(alone).toEqual([{ code: "factor", factor: 0.25, named: "rate" }]);
  // Both the rate and 1 - beta are 0.5.
  expect(findings([times(0.5, 0.5, 0.5)])).toEqual([[{ code: "factor", factor: 0.5 }]]);
  expect(findings([times(0.5, 0.5, 0.5), times(0.25, 0.4, 0.75)])).toEqual([
    [{ code: "factor", factor: 0.5, named: "1 - beta" }],
    [{ code: "factor", factor: 0.25, named: "1 - beta" }],
  ]);
  expect(findings([times(0.25, 0.25, 0.8), times(0.3, 0.6, 0.8)])[0]).toEqual([{ code: "factor", factor: 0.25 }]);
});

test("confirming() asks only visible cases about a visible one", () => {
  const both = [scalar(0.31, 0.5, 0.9, 0.7, 0.31), scalar(0.83, 0.5, 0.9, 0.2, 0.83)];
  expect(findings(both, ["visible", "hidden"])).toEqual([[], [{ code: "unchanged-input", key: "x" }]]);
  const contrary = [...both, scalar(0.6, 0.5, 0.9, 0.2, 0.44)];
  expect(findings(contrary, ["visible", "visible", "hidden"]).map((all) => all.length)).toEqual([1, 1, 0]);
});
