import { describe, expect, test } from "vitest";
import { proveConsistency } from "../../../graders/verify/prove-consistency.ts";
import { failuresOf, subjectOf } from "./subject-of.ts";

const exercise = "backwardPropagationWithRegularization";

describe("proveConsistency()", () => {
  test("holds for caches that are forward passes, of both seeds", async () => {
    await using subject = await subjectOf("w1-regularization");
    const findings = await proveConsistency(subject);
    expect(failuresOf(findings)).toEqual([]);
    expect(findings.summary).toMatch(/^[1-9]\d+ cases fit together$/);
  });

  test("finds a case whose inputs do not fit", async () => {
    await using subject = await subjectOf("w1-regularization", [exercise]);
    let calls = 0;
    const failures = failuresOf(await proveConsistency(subject, { [exercise]: () => ++calls !== 2 }));
    expect(failures).toEqual([expect.stringMatching(/: visible-2 of seed 1 does not fit together: /)]);
  });

  test("finds an exercise that takes a cache and has no check", async () => {
    await using subject = await subjectOf("w1-regularization", [exercise]);
    expect(failuresOf(await proveConsistency(subject, {}))).toEqual([
      `${exercise}: consistency.ts has no check of its cache`,
    ]);
  });

  test("passes if no exercise takes a cache", async () => {
    await using subject = await subjectOf("w2-optimization");
    expect(await proveConsistency(subject)).toEqual({ summary: "no exercise takes a cache", checks: [] });
  });
});
