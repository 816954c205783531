import { expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";

const { manifest } = await openAssignment("w2-averages-and-schedules");

test("manifest of w2-averages-and-schedules: zeros are exact, and no tolerance is wider than the contract's", () => {
  const tolerances = Object.fromEntries(
    manifest.exercises.map(({ id, comparison: { rtol, atol } }) => [id, [rtol, atol]]),
  );
  expect(tolerances).toEqual({
    // 1e-4 is that of corrected averages with beta above 0.98.
    exponentiallyWeightedAverage: [1e-4, 1e-6],
    initializeRmsprop: [0, 0],
    updateParametersWithRmsprop: [1e-5, 1e-6],
    exponentialDecay: [1e-5, 0],
    inverseSqrtDecay: [1e-5, 0],
    staircaseDecay: [1e-5, 0],
    descendSaddle: [2e-5, 1e-6],
  });
});

test("manifest of w2-averages-and-schedules: points add up to 100, and every exercise has two or three hints", () => {
  expect(manifest.exercises.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  for (const { hints } of manifest.exercises) expect([2, 3]).toContain(hints.length);
});
