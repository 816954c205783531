import { expect, test } from "vitest";
import { compareExercises } from "../../../../graders/class/regrade/compare-exercises.ts";
import { shareEqual } from "../../../../graders/class/run/share-equal.ts";
import type { Mismatch } from "../../../../reports/report/report.ts";
import { caseOf, reportOf } from "../run/small-grading.ts";

const values = (expectedAt: number, more: Partial<Mismatch> = {}): Mismatch => ({
  code: "values",
  path: "W1",
  index: [0, 1],
  expectedAt,
  actualAt: 7,
  ...more,
});

test.each([
  ["at the same place", values(1), values(2), { path: "W1", before: 1, after: 2 }],
  ["equal", values(1), values(1), undefined],
  ["of another part of the result", values(1), values(2, { path: "b1" }), undefined],
  ["at another place", values(1), values(2, { index: [1, 1] }), undefined],
  [
    "at another place, with a preview",
    values(1, { expectedPreview: { shape: [2], values: [1, 4] } }),
    values(2, { index: [1, 1], expectedPreview: { shape: [2], values: [1, 5] } }),
    { path: "W1", before: 4, after: 5 },
  ],
])("compareExercises() compares reference values %s", (_, before, after, expected) => {
  const [old, now] = [before, after].map((mismatch) => reportOf({ f: [caseOf("visible-1", "wrong", mismatch)] }));
  const changes = compareExercises(old, now, [], shareEqual());
  expect(changes.map(({ cases }) => cases[0]?.expected)).toEqual(expected === undefined ? [] : [expected]);
});

test("compareExercises() does not compare reference values under different tolerances", () => {
  const [old, now] = [1, 2].map((value) => reportOf({ f: [caseOf("visible-1", "wrong", values(value))] }));
  const settings = [{ setting: "rtol", before: "1", after: "2" }] as const;
  expect(compareExercises(old, now, [{ id: "f", title: "F", kind: "changed", settings }], shareEqual())).toEqual([]);
});

test("shareEqual() keeps one copy of equal changes", () => {
  const share = shareEqual();
  const change = share({ id: "visible-1", before: "passed", after: "wrong" });
  expect(share({ id: "visible-1", before: "passed", after: "wrong" })).toBe(change);
  expect(share({ id: "visible-1", before: "passed", after: "threw" })).not.toBe(change);
});
