import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";

const { manifest } = await openAssignment("w2-optimization");

describe("manifest of w2-optimization", () => {
  test("its points add up to 100 and every exercise has hints, visible and hidden cases", () => {
    expect(manifest.exercises.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    for (const { hints, cases } of manifest.exercises) {
      expect(hints.length).toBeGreaterThanOrEqual(2);
      expect(Math.min(cases.visible, cases.hidden)).toBeGreaterThan(0);
    }
  });

  test("zeros are compared exactly, Adam at rtol 1e-4, the rest at 1e-5", () => {
    const rtols = Object.fromEntries(manifest.exercises.map(({ id, comparison }) => [id, comparison.rtol]));
    expect(rtols).toEqual({
      updateParametersWithGd: 1e-5,
      randomMiniBatches: 1e-5,
      initializeVelocity: 0,
      updateParametersWithMomentum: 1e-5,
      initializeAdam: 0,
      updateParametersWithAdam: 1e-4,
      updateLr: 1e-5,
      scheduleLrDecay: 1e-5,
    });
  });
});
