import fc from "fast-check";
import { expect, test } from "vitest";
import {
  applyOverride,
  applyOverrides,
  type Override,
  overridesByStudent,
} from "../../../../graders/class/marks/overrides.ts";

const plain = { student: "ada", reason: "seen in class", isExtraCredit: false };
const exercises = [
  { id: "sigmoid", score: 4, maxScore: 10 },
  { id: "model", score: 20, maxScore: 20 },
];

test("applyOverrides() changes the named exercises and lists the changes in their order", () => {
  const overrides: Override[] = [
    { ...plain, exercise: "model", change: { delta: -5 } },
    { ...plain, exercise: "sigmoid", change: { points: 7.5 }, reason: "typo in the handout" },
    { ...plain, change: { points: 0 } },
  ];
  expect(applyOverrides(exercises, overrides)).toEqual({
    exercises: [
      { id: "sigmoid", score: 7.5, maxScore: 10 },
      { id: "model", score: 15, maxScore: 20 },
    ],
    applied: [
      { exercise: "sigmoid", from: 4, to: 7.5, reason: "typo in the handout" },
      { exercise: "model", from: 20, to: 15, reason: "seen in class" },
    ],
  });
  expect(exercises[0]?.score).toBe(4);
});

test("applyOverride() stays between 0 and the maximum, except for extra credit", () => {
  const to = (delta: number, isExtraCredit: boolean) =>
    applyOverride({ score: 8, maxScore: 10 }, { ...plain, change: { delta }, isExtraCredit }).to;
  expect([to(5, false), to(5, true), to(-9, false), to(0.105, false)]).toEqual([10, 13, 0, 8.11]);
  expect(applyOverride({ score: 12, maxScore: 10 }, { ...plain, change: { delta: 1 } }).to).toBe(12);
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.nat(10),
      fc.boolean(),
      (delta, score, isExtraCredit) => {
        const done = applyOverride({ score, maxScore: 10 }, { ...plain, change: { delta }, isExtraCredit });
        expect(done.to).toBeGreaterThanOrEqual(0);
        if (!isExtraCredit) expect(done.to).toBeLessThanOrEqual(10);
      },
    ),
  );
});

test("overridesByStudent() finds the overrides of each", () => {
  const [one, two] = [
    { ...plain, change: { points: 1 } },
    { ...plain, student: "bo", change: { points: 2 } },
  ];
  expect(overridesByStudent([one, two, one])).toEqual(
    new Map([
      ["ada", [one, one]],
      ["bo", [two]],
    ]),
  );
});
