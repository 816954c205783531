import { describe, expect, test } from "vitest";
import type { Case } from "../../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../../assignments/catalog/manifest.ts";
import { atOnce } from "../../../../assignments/steps/in-turns.ts";
import { nextDrawOf, Rng } from "../../../../assignments/values/rng.ts";
import type { Value } from "../../../../assignments/values/value.ts";
import { judgeCase, reportCase } from "../../../../graders/judge/judge-case.ts";
import { observing } from "../../../../graders/judge/observe/observe-exercise.ts";
import type { ObservedCase } from "../../../../graders/judge/observe/observed-case.ts";
import type { CaseRun } from "../../../../sandbox/replies/case-run.ts";
import { number, record, tensor } from "../../build-value.ts";

const exercise: Exercise = {
  id: "f",
  title: "f",
  points: 10,
  parameters: ["x", "rate"],
  comparison: { rtol: 1e-5, atol: 1e-6, dtype: "float" },
  cases: { visible: 1, hidden: 1 },
  scoring: { rule: "all-or-nothing" },
  hints: [],
};

type Call = {
  readonly args: readonly Value[];
  readonly expected: Value;
  readonly actual: Value;
  readonly visibility?: Case["visibility"];
  readonly variationOf?: Case["variationOf"];
  readonly nextDraw?: { readonly expected: number; readonly found: number };
};

const right = number(1);
const wrong = number(2);

/** The cases as judged: where both values are the same, the case passes. */
function casesOf(calls: readonly Call[]): ObservedCase[] {
  return calls.map(({ args, expected, actual, visibility = "hidden", variationOf, nextDraw }, i) => {
    const id = `${visibility}-${i + 1}`;
    const testCase: Case = { id, exercise: "f", visibility, title: "", args, ...(variationOf && { variationOf }) };
    const drawn = nextDraw && { nextDraw: nextDraw.found };
    const run: CaseRun = { exercise: "f", caseId: id, console: "", outcome: "returned", value: actual, ...drawn };
    const asked = { value: expected, ...(nextDraw && { nextDraw: nextDraw.expected }) };
    const standard = { exercise, expected: asked, properties: [], others: [] };
    return {
      testCase,
      expected: asked,
      run,
      report: reportCase(standard, testCase, run, judgeCase(standard, testCase, run)),
    };
  });
}

const everything = { all: true, visible: true };

const observed = (calls: readonly Call[]) =>
  (atOnce(observing(exercise, casesOf(calls), everything)).observations ?? []).map(({ among: _, ...one }) => one);

/** Calls `f(x, rate)` that end as said. */
const calls = (...ends: (readonly [rate: Value, passes: boolean])[]): Call[] =>
  ends.map(([rate, passes], i) => ({ args: [number(i + 2), rate], expected: right, actual: passes ? right : wrong }));

const missing: Value = { kind: "undefined" };

describe("observing() tells what parts the calls that fail from those that pass:", () => {
  const condition = (...all: Parameters<typeof calls>) => observed(calls(...all))[0]?.condition;

  test("an argument that is left out, even in one call", () => {
    const found = condition([number(3), true], [missing, false], [number(4), true]);
    expect(found).toEqual({ kind: "not-passed", parameter: "rate", holdsWhere: "fails" });
  });

  test("a number that is 0 or 1 in one call, another one in three", () => {
    const zero = condition([number(3), true], [number(0), false], [number(4), true]);
    expect(zero).toEqual({ kind: "equals", parameter: "rate", quantity: "value", value: 0, holdsWhere: "fails" });
    expect(condition([number(3), true], [number(7), false], [number(4), true])).toBeUndefined();
    const sevens = condition(
      [number(3), true],
      [number(7), false],
      [number(4), true],
      [number(7), false],
      [number(7), false],
    );
    expect(sevens).toMatchObject({ kind: "equals", value: 7, holdsWhere: "fails" });
  });

  test("a bound, with three calls on each side, where no other number has one", () => {
    const mixed = [9, 0.1, 8, 0.2, 7, 0.3].map((rate): [Value, boolean] => [number(rate), rate < 1]);
    expect(condition(...mixed)).toEqual({
      kind: "from",
      parameter: "rate",
      quantity: "value",
      value: 7,
      other: 0.3,
      holdsWhere: "fails",
    });
    const inOrder = [0.1, 0.2, 0.3, 7, 8, 9].map((rate): [Value, boolean] => [number(rate), rate < 1]);
    expect(condition(...inOrder)).toBeUndefined();
  });

  test("all arguments that are left out in the same calls, passed as undefined or not at all", () => {
    const call = (args: readonly Value[], passes: boolean): Call => ({
      args,
      expected: right,
      actual: passes ? right : wrong,
    });
    const found = observed([
      call([number(1), number(2)], true),
      call([number(1), missing], false),
      call([number(1)], false),
    ])[0]?.condition;
    expect(found).toEqual({ kind: "not-passed", parameter: "rate", holdsWhere: "fails" });
    const both = observed([call([number(1), number(2)], true), call([missing, missing], false), call([], false)]);
    expect(both[0]?.condition).toEqual({ kind: "not-passed", parameter: "x", also: ["rate"], holdsWhere: "fails" });
  });

  test("a plain number of calls that pass before what they leave out, and after what failing ones do", () => {
    const call = (x: number, rate: Value, passes: boolean): Call => ({
      args: [number(x), rate],
      expected: right,
      actual: passes ? right : wrong,
    });
    const one = { kind: "equals", parameter: "x", value: 1, holdsWhere: "passes" };
    const passing = observed([call(1, missing, true), call(2, number(3), false), call(5, number(4), false)]);
    expect(passing[0]?.condition).toMatchObject(one);
    const failing = observed([call(1, missing, false), call(2, number(3), true), call(5, number(4), true)]);
    expect(failing[0]?.condition).toMatchObject({ kind: "not-passed", parameter: "rate", holdsWhere: "fails" });
  });

  test("a single column before a matrix that is square", () => {
    const call = (columns: number, passes: boolean): Call => ({
      args: [tensor([1, columns], Array(columns).fill(columns))],
      expected: right,
      actual: passes ? right : wrong,
    });
    const found = observed([call(3, false), call(1, true), call(4, false), call(1, true)])[0]?.condition;
    expect(found).toMatchObject({ kind: "equals", parameter: "x", quantity: "columns", value: 1 });
  });

  test("that only the first call passes, where a later one shows by itself that it depends on those before", () => {
    const ends = (
      [
        [3, true],
        [4, false],
        [5, false],
        [6, false],
      ] as const
    ).map(([rate, passes]): [Value, boolean] => [number(rate), passes]);
    expect(condition(...ends)).toBeUndefined();
    const kept = casesOf(calls(...ends)).map((one, i) =>
      i === 2 ? { ...one, report: { ...one.report, mismatch: { code: "state-kept" as const, path: "" } } } : one,
    );
    expect(atOnce(observing(exercise, kept, everything)).observations).toContainEqual({
      code: "condition",
      among: "all",
      condition: { kind: "first-call", holdsWhere: "passes" },
    });
  });

  test("no condition where all fail, or where the calls of both sides are alike", () => {
    expect(condition([number(0), false], [missing, false])).toBeUndefined();
    expect(condition([number(3), true], [number(4), false], [number(5), true], [number(6), false])).toBeUndefined();
  });

  test("the argument that alone was changed", () => {
    const base: Call = { args: [number(1), number(5)], expected: right, actual: right };
    const changed: Call = {
      args: [number(1), number(6)],
      expected: right,
      actual: wrong,
      variationOf: { id: "hidden-1", parameters: ["rate"] },
    };
    const other: Call = { args: [number(1), number(7)], expected: right, actual: right };
    expect(observed([base, changed, other])).toContainEqual({ code: "changed-argument", parameter: "rate" });
  });
});

describe("observing() tells which argument makes no difference:", () => {
  const call = (
    rate: number,
    [expected, actual]: readonly [number, number],
    of?: string,
    parameter = "rate",
  ): Call => ({
    args: [number(1), number(rate)],
    expected: number(expected),
    actual: number(actual),
    ...(of !== undefined && { variationOf: { id: of, parameters: [parameter] } }),
  });
  const codes = (...all: Call[]) => observed(all).flatMap((one) => (one.parameter === undefined ? [] : [one]));

  test("the results are the same wherever it alone differs", () => {
    const all = [call(5, [1, 7]), call(6, [2, 7], "hidden-1"), call(8, [3, 7], "hidden-1")];
    expect(codes(...all)).toEqual([{ code: "ignored-argument", parameter: "rate" }]);
  });

  test("not where they differ once, should be the same, or are the same for another argument as well", () => {
    expect(codes(call(5, [1, 7]), call(6, [2, 7], "hidden-1"), call(8, [3, 9], "hidden-1"))).toEqual([]);
    expect(codes(call(5, [1, 7]), call(6, [1, 7], "hidden-1"))).toEqual([]);
    expect(codes(call(5, [1, 7]), call(6, [2, 7], "hidden-1"), call(5, [3, 7], "hidden-1", "x"))).toEqual([]);
  });
});

describe("observing() tells right members from wrong ones:", () => {
  const result = (...values: number[]) =>
    record(
      Object.fromEntries(
        ["W1", "b1", "W2", "b2", "W3", "b3"]
          .slice(0, values.length)
          .map((key, i) => [key, tensor([1], [values[i] ?? 0])]),
      ),
    );
  const at = (expected: Value, actual: Value): Call => ({ args: [number(1)], expected, actual });

  test("by name where all results have the same", () => {
    expect(observed([at(result(1, 2, 3, 4), result(1, 9, 3, 4)), at(result(5, 6, 7, 8), result(5, 6, 7, 0))])).toEqual([
      { code: "places", wrong: ["b1", "b2"], right: ["W1", "W2"] },
    ]);
  });

  test("by kind and layer where the number of layers varies", () => {
    const two = at(result(1, 2, 3, 4), result(1, 2, 9, 9));
    const three = at(result(1, 2, 3, 4, 5, 6), result(1, 2, 3, 4, 0, 0));
    expect(observed([two, three])).toEqual([{ code: "places", wrong: ["Wl", "bl"], right: [], layers: "last" }]);
  });

  test("that nothing up to the second layer is wrong, where others need not be", () => {
    const three = at(result(1, 2, 3, 4, 5, 6), result(1, 2, 3, 4, 0, 6));
    const more = (W3: number, W4: number): Value => {
      const { entries } = result(1, 2, 3, 4, W3, 6);
      return record({ ...Object.fromEntries(entries), W4: tensor([1], [W4]), b4: tensor([1], [8]) });
    };
    const [wanted, found] = [more(5, 7), more(0, 0)];
    expect(observed([three, at(wanted, found)])).toEqual([
      { code: "places", wrong: ["Wl"], right: ["bl"], layers: "after the second" },
    ]);
  });

  test("of a list by kind, and which items they are in", () => {
    const list = (...rows: (readonly [number, number])[]): Value => ({
      kind: "list",
      items: rows.map(([X, Y]) => record({ X: tensor([1], [X]), Y: tensor([1], [Y]) })),
    });
    const everywhere = at(list([1, 2], [3, 4]), list([1, 9], [3, 9]));
    expect(observed([everywhere, everywhere])).toEqual([{ code: "places", wrong: ["[i].Y"], right: ["[i].X"] }]);
    const [two, three] = [list([1, 2], [3, 9]), list([1, 2], [3, 4], [5, 9])];
    expect(observed([at(list([1, 2], [3, 4]), two), at(list([1, 2], [3, 4], [5, 6]), three)])).toEqual([
      { code: "places", wrong: ["[i].Y"], right: ["[i].X"], layers: "last", ofItems: true },
    ]);
  });

  test("not where everything is wrong, or keys are missing", () => {
    expect(observed([at(result(1, 2), result(3, 4))])).toEqual([]);
    expect(observed([at(result(1, 2), result(1))])).toEqual([]);
  });
});

test("observing() tells that nothing is drawn from the generator, or other numbers than should be", () => {
  const args: Value[] = [{ kind: "rng", seed: 7 }];
  const untouched = nextDrawOf(new Rng(7));
  const call = (found: number): Call => ({ args, expected: right, actual: wrong, nextDraw: { expected: 0.25, found } });
  expect(observed([call(untouched), call(untouched)])).toContainEqual({ code: "nothing-drawn" });
  expect(observed([call(untouched), call(0.5)])).toContainEqual({ code: "other-draws" });
  expect(observed([call(untouched), call(0.25)])).toEqual([]);
});

test("observing() tells of the same numbers where other ones are expected", () => {
  const call = (expected: number[], actual: number[]): Call => ({
    args: [number(1)],
    expected: tensor([expected.length], expected),
    actual: tensor([actual.length], actual),
  });
  const codes = (all: Call[]) => observed(all).map(({ code }) => code);
  expect(codes([call([1, 2], [8, 9]), call([3, 4, 5], [8, 9, 7])])).toContain("same-numbers");
  expect(codes([call([1, 2], [8, 9]), call([3, 4, 5], [8, 6, 7])])).not.toContain("same-numbers");
});

test("observing() tells of the visible cases what follows from them alone", () => {
  const shown = calls([number(3), true], [missing, false], [number(4), true]).map(
    (one): Call => ({ ...one, visibility: "visible" }),
  );
  const contrary = calls([missing, true]);
  const cases = casesOf([...shown, ...contrary]);
  const visibleObservations = [
    { code: "condition", among: "visible", condition: { kind: "not-passed", parameter: "rate", holdsWhere: "fails" } },
  ];
  expect(atOnce(observing(exercise, cases, everything))).toEqual({ visibleObservations });
  expect(atOnce(observing(exercise, cases, { all: false, visible: true }))).toEqual({ visibleObservations });
  expect(atOnce(observing(exercise, cases, { all: true, visible: false }))).toEqual({});
});
