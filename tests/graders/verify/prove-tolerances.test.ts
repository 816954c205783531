import { describe, expect, test } from "vitest";
import type { Comparison } from "../../../assignments/catalog/manifest.ts";
import { proveBackends } from "../../../graders/verify/prove-backends.ts";
import { proveTolerances } from "../../../graders/verify/prove-tolerances.ts";
import type { Subject } from "../../../graders/verify/subject/subject.ts";
import { failuresOf, subjectOf } from "./subject-of.ts";

const exercise = "forwardPropagationWithDropout";

/** The exercise compared by another tolerance. */
function compared({ assignment, ...subject }: Subject, comparison: Partial<Comparison>): Subject {
  const [first, ...others] = assignment.manifest.exercises.map((one) => ({
    ...one,
    comparison: { ...one.comparison, ...comparison },
  }));
  if (first === undefined) throw new RangeError("there is no exercise");
  return {
    ...subject,
    assignment: { ...assignment, manifest: { ...assignment.manifest, exercises: [first, ...others] } },
  };
}

describe("proveTolerances()", () => {
  test("holds for the stated tolerance and prints noise, signal and both factors", async () => {
    await using subject = await subjectOf("w1-regularization", [exercise]);
    const { checks, table, summary } = await proveTolerances(subject);
    expect(failuresOf({ checks, summary })).toEqual([]);
    expect(table?.rows[0]).toEqual([
      exercise,
      "1e-5",
      "1e-6",
      expect.stringMatching(/e-/),
      expect.stringMatching(/ x$/),
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ]);
  });

  test("finds a tolerance that is too close to a misconception", async () => {
    await using subject = await subjectOf("w1-regularization", ["computeCostWithRegularization"]);
    expect(failuresOf(await proveTolerances(compared(subject, { rtol: 0.5, atol: 0.1 })))).toEqual([
      expect.stringMatching(/^computeCostWithRegularization: too wide: .* is only .* tolerances off/),
    ]);
  });

  test("finds a tolerance below the noise", async () => {
    await using subject = await subjectOf("w1-regularization", [exercise]);
    expect(failuresOf(await proveTolerances(compared(subject, { rtol: 1e-7, atol: 1e-9 })))).toEqual([
      expect.stringMatching(/^forwardPropagationWithDropout: too tight: the reference differs from itself by/),
    ]);
  });
});

describe("proveBackends()", () => {
  test("holds for the stated tolerance", async () => {
    await using subject = await subjectOf("w1-regularization", [exercise]);
    expect(failuresOf(await proveBackends(subject))).toEqual([]);
  });

  test("finds backends that differ by more than a tenth of the tolerance", async () => {
    await using subject = await subjectOf("w1-regularization", [exercise]);
    const findings = await proveBackends(compared(subject, { rtol: 1e-9, atol: 1e-12 }));
    expect(failuresOf(findings)).toEqual([
      expect.stringMatching(/^forwardPropagationWithDropout: .* differs by .* in JavaScript/),
    ]);
  });
});
