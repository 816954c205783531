import fc from "fast-check";
import { expect, test } from "vitest";
import { finalMark, type MarkBasis } from "../../../../graders/class/marks/final-mark.ts";
import type { Override } from "../../../../graders/class/marks/overrides.ts";
import type { SubmissionSummary } from "../../../../reports/report/class-result.ts";

const due = new Date("2026-11-20T18:00:00Z");
const exercises = [
  { id: "sigmoid", title: "Sigmoid", maxScore: 10 },
  { id: "model", title: "Model", maxScore: 20 },
];

function summaryOf(sigmoid: number, model: number): SubmissionSummary {
  const parts = { maxScore: 10, status: "partial", misconceptions: [], mismatches: [] } as const;
  const scores = [
    { ...parts, id: "sigmoid", score: sigmoid },
    { ...parts, id: "model", maxScore: 20, score: model },
  ];
  const score = Math.round((sigmoid + model) * 100) / 100;
  return { sha256: "0".repeat(64), status: "graded", score, maxScore: 30, exercises: scores };
}

const basis: MarkBasis = {
  summary: summaryOf(4, 12),
  exercises,
  policy: { due, percentPerDay: 10 },
  entry: undefined,
  submittedAt: new Date("2026-11-21T12:00:00Z"),
  overrides: [],
};
const ofExercise: Override = {
  student: "ada",
  exercise: "sigmoid",
  change: { points: 8 },
  reason: "typo in the handout",
  isExtraCredit: false,
};
const ofWhole: Override = { student: "ada", change: { points: 25 }, reason: "oral exam", isExtraCredit: false };

test("finalMark() leaves a mark without adjustments unchanged", () => {
  expect(finalMark({ ...basis, policy: undefined })).toEqual({
    rawScore: 16,
    overrides: [],
    score: 16,
    maxScore: 30,
    exercises: [
      { id: "sigmoid", score: 4, maxScore: 10 },
      { id: "model", score: 12, maxScore: 20 },
    ],
  });
  expect(finalMark({ ...basis, submittedAt: undefined }).late).toBeUndefined();
});

test("finalMark() corrects exercises first, then takes lateness off, and ends with the whole assignment", () => {
  const late = finalMark({ ...basis, overrides: [ofExercise] });
  expect(late).toMatchObject({ rawScore: 16, late: { points: 2 }, score: 18 });
  const whole = finalMark({ ...basis, overrides: [ofWhole, ofExercise] });
  expect(whole).toMatchObject({ rawScore: 16, late: { points: 2 }, score: 25 });
  expect(whole.overrides).toEqual([
    { exercise: "sigmoid", from: 4, to: 8, reason: "typo in the handout" },
    { from: 18, to: 25, reason: "oral exam" },
  ]);
  const delta = finalMark({ ...basis, overrides: [{ ...ofWhole, change: { delta: -20 } }] });
  expect(delta).toMatchObject({ score: 0, overrides: [{ from: 14.4, to: 0 }] });
});

test("finalMark() gives no points for a missing submission, unless they are set by hand", () => {
  const missing = finalMark({ ...basis, summary: undefined });
  expect(missing).toMatchObject({ rawScore: 0, score: 0, maxScore: 30, overrides: [] });
  expect(missing.late).toBeUndefined();
  expect(missing.exercises.map(({ score }) => score)).toEqual([0, 0]);
  expect(finalMark({ ...basis, summary: undefined, overrides: [ofExercise] }).score).toBe(8);
});

test("finalMark() explains every point between the raw score and the last", () => {
  const points = fc.integer({ min: 0, max: 1000 }).map((cents) => cents / 100);
  const changes = fc.option(fc.oneof(fc.record({ points }), fc.record({ delta: points.map((value) => -value) })), {
    nil: undefined,
  });
  fc.assert(
    fc.property(points, points, changes, changes, fc.nat(40), (sigmoid, model, exercise, whole, hours) => {
      const overrides = [
        ...(exercise === undefined ? [] : [{ ...ofExercise, change: exercise }]),
        ...(whole === undefined ? [] : [{ ...ofWhole, change: whole }]),
      ];
      const submittedAt = new Date(due.getTime() + hours * 3_600_000);
      const mark = finalMark({ ...basis, summary: summaryOf(sigmoid, model), overrides, submittedAt });
      const changed = mark.overrides.reduce((sum, { from, to }) => sum + to - from, 0);
      expect(mark.score).toBeCloseTo(mark.rawScore + changed - (mark.late?.points ?? 0), 6);
      expect(mark.score).toBeGreaterThanOrEqual(0);
      expect(Math.round(mark.score * 100) / 100).toBe(mark.score);
    }),
  );
});
