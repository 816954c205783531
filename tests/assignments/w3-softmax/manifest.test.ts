import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";

const { manifest } = await openAssignment("w3-softmax");

describe("manifest of w3-softmax", () => {
  test("its points add up to 100 and every exercise has hints, visible and hidden cases", () => {
    expect(manifest.exercises.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    for (const { hints, cases } of manifest.exercises) {
      expect(hints.length).toBeGreaterThanOrEqual(2);
      expect(Math.min(cases.visible, cases.hidden)).toBeGreaterThan(0);
    }
  });

  test("one-hot columns and class numbers are compared exactly, whatever their dtype", () => {
    const exact = manifest.exercises.filter(({ comparison }) => comparison.rtol === 0 && comparison.atol === 0);
    expect(exact.map(({ id }) => id)).toEqual(["hardmax", "predictClasses"]);
    expect(exact.map(({ comparison }) => comparison.dtype)).toEqual(["any", "any"]);
  });
});
