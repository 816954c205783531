import { expect, test } from "vitest";
import { finalMark } from "../../../../graders/class/marks/final-mark.ts";
import { typeDeduction, withTypeDeduction } from "../../../../graders/class/marks/type-deduction.ts";
import { withTypeErrors } from "../../../../graders/types/with-type-errors.ts";
import type { TypeErrors } from "../../../../reports/report/report.ts";
import { w2OptimizationReport } from "../../../fixtures/w2-optimization-report.ts";

const problem = { file: "submission.ts", line: 1, column: 1, code: 2322, message: "Type 'a' is not assignable." };
const found: TypeErrors = { errors: [problem, problem], more: 3 };

test("withTypeErrors() prices errors by the manifest, those that are not shown too, up to the most", () => {
  const report = w2OptimizationReport();
  const points = (settings: Parameters<typeof withTypeErrors>[2]) =>
    withTypeErrors(report, found, settings).typeErrors?.points;
  expect(points(undefined)).toBeUndefined();
  expect(points({ pointsEach: 0.5 })).toBe(2.5);
  expect(points({ pointsEach: 0.5, pointsAtMost: 2 })).toBe(2);
  expect(withTypeErrors(report, undefined, { pointsEach: 1 })).toBe(report);
  expect(withTypeErrors({ ...report, status: "not-gradable" }, found, undefined).typeErrors).toBeUndefined();
});

test("typeDeduction() takes no more than there is, and nothing without a price", () => {
  expect(typeDeduction(found, 10)).toBeUndefined();
  expect(typeDeduction({ ...found, points: 4 }, 10)).toEqual({ errors: 5, points: 4 });
  expect(typeDeduction({ ...found, points: 4 }, 3)).toEqual({ errors: 5, points: 3 });
  expect(typeDeduction({ errors: [], points: 0 }, 3)).toBeUndefined();
});

test("withTypeDeduction() leaves the graded score, and puts the one that counts beside it", () => {
  const report = { ...w2OptimizationReport(), typeErrors: { ...found, points: 4 } };
  expect(withTypeDeduction(report)).toEqual({
    ...report,
    adjustments: { rawScore: 28.75, score: 24.75, typeErrors: { errors: 5, points: 4 }, overrides: [] },
  });
});

test("finalMark() takes type errors off before lateness takes its share", () => {
  const exercises = [{ id: "f", title: "f", maxScore: 100 }];
  const own = { id: "f", score: 100, maxScore: 100, status: "passed", misconceptions: [], mismatches: [] } as const;
  const summary = { sha256: "0".repeat(64), status: "graded", score: 100, maxScore: 100, exercises: [own] } as const;
  const due = new Date("2026-11-20T18:00:00Z");
  const late = { policy: { due, percentPerDay: 10 }, submittedAt: new Date("2026-11-20T19:00:00Z") };
  const basis = { summary, exercises, entry: undefined, overrides: [], ...late };
  expect(finalMark({ ...basis, typeErrors: { ...found, points: 20 } })).toMatchObject({
    rawScore: 100,
    typeErrors: { errors: 5, points: 20 },
    late: { points: 8 },
    score: 72,
  });
});
