import { describe, expect, test } from "vitest";
import type { Exercise, Scoring } from "../../../assignments/catalog/manifest.ts";
import { type ScoredCase, scoreExercise } from "../../../graders/judge/score-exercise.ts";

function exercise(points: number, scoring: Scoring): Exercise {
  return {
    id: "updateLr",
    title: "Decay",
    points,
    parameters: [],
    comparison: { rtol: 1e-5, atol: 0, dtype: "any" },
    cases: { visible: 2, hidden: 4 },
    scoring,
    hints: [],
  };
}

const weighted = exercise(10, { rule: "per-case", weights: { visible: 1, hidden: 2 } });
const strict = exercise(10, { rule: "all-or-nothing" });

function cases(visible: readonly ScoredCase["outcome"][], hidden: readonly ScoredCase["outcome"][] = []): ScoredCase[] {
  return [
    ...visible.map((outcome): ScoredCase => ({ visibility: "visible", outcome })),
    ...hidden.map((outcome): ScoredCase => ({ visibility: "hidden", outcome })),
  ];
}

describe("scoreExercise()", () => {
  test("gives the points when every case passed, under both rules", () => {
    const all = cases(["passed", "passed"], ["passed"]);
    expect(scoreExercise(weighted, all)).toEqual({ score: 10, maxScore: 10, status: "passed" });
    expect(scoreExercise(strict, all)).toEqual({ score: 10, maxScore: 10, status: "passed" });
  });

  test("weighs hidden cases and rounds to 2 decimals", () => {
    const two = cases(["passed", "wrong"], ["passed", "threw"]);
    expect(scoreExercise(weighted, two)).toEqual({ score: 5, maxScore: 10, status: "partial" });
    const third = cases(["passed", "timeout"], ["crashed", "passed", "memory", "bad-value", "wrong"]);
    expect(scoreExercise(weighted, third)).toEqual({ score: 2.5, maxScore: 10, status: "partial" });
    expect(scoreExercise(weighted, cases(["passed", "wrong", "wrong"])).score).toBe(3.33);
    const equal = exercise(2.01, { rule: "per-case", weights: { visible: 1, hidden: 1 } });
    expect(scoreExercise(equal, cases(["passed", "wrong"])).score).toBe(1.01);
  });

  test("gives nothing under all-or-nothing when one case failed", () => {
    expect(scoreExercise(strict, cases(["passed"], ["wrong"]))).toEqual({ score: 0, maxScore: 10, status: "failed" });
  });

  test("counts the weights of the visible cases alone when only they were run", () => {
    expect(scoreExercise(weighted, cases(["passed", "wrong"])).score).toBe(5);
  });

  test("falls back to equal weights when the counted ones are all 0", () => {
    const hiddenOnly = exercise(10, { rule: "per-case", weights: { visible: 0, hidden: 1 } });
    const half = { score: 5, maxScore: 10, status: "partial" };
    expect(scoreExercise(hiddenOnly, cases(["passed", "wrong"]))).toEqual(half);
    expect(scoreExercise(hiddenOnly, cases(["passed", "wrong"], ["wrong"])).score).toBe(0);
  });

  test("leaves grader errors out, so that they cost nothing", () => {
    const passed = cases(["passed", "grader-error"], ["grader-error"]);
    expect(scoreExercise(weighted, passed)).toEqual({ score: 10, maxScore: 10, status: "passed" });
    expect(scoreExercise(weighted, cases(["passed"], ["wrong", "grader-error"])).score).toBe(3.33);
    expect(scoreExercise(weighted, cases(["not-implemented", "grader-error"])).status).toBe("not-implemented");
  });

  test("gives full points and asks for regrading when nothing but grader errors is left", () => {
    const errors = cases(["grader-error"], ["grader-error"]);
    expect(scoreExercise(weighted, errors)).toEqual({ score: 10, maxScore: 10, status: "grader-error" });
    expect(scoreExercise(strict, errors)).toEqual({ score: 10, maxScore: 10, status: "grader-error" });
  });

  test("tells failed, not implemented and skipped apart", () => {
    expect(scoreExercise(weighted, cases(["wrong"], ["threw"])).status).toBe("failed");
    expect(scoreExercise(weighted, cases(["not-implemented"], ["wrong"])).status).toBe("failed");
    const untouched = cases(["not-implemented"], ["not-implemented"]);
    expect(scoreExercise(weighted, untouched)).toEqual({ score: 0, maxScore: 10, status: "not-implemented" });
    expect(scoreExercise(strict, cases(["skipped"], ["skipped"])).status).toBe("skipped");
    expect(scoreExercise(weighted, [])).toEqual({ score: 0, maxScore: 10, status: "skipped" });
  });
});
