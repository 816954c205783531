import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";

const { manifest } = await openAssignment("w1-gradient-checking");
const handout = await readFile(new URL("../../../assignments/w1-gradient-checking/README.md", import.meta.url), "utf8");

describe("manifest of w1-gradient-checking", () => {
  test("its points add up to 100 and every exercise has hints, visible and hidden cases", () => {
    expect(manifest.exercises.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    for (const { hints, cases } of manifest.exercises) {
      expect(hints.length).toBeGreaterThanOrEqual(2);
      expect(Math.min(cases.visible, cases.hidden)).toBeGreaterThan(0);
    }
  });

  test("tolerances that float32 could meet are given to differences only", () => {
    const float32 = 2 ** -24;
    const rtols = Object.fromEntries(manifest.exercises.map(({ id, comparison }) => [id, comparison.rtol < float32]));
    expect(rtols).toEqual({
      forwardPropagation: true,
      backwardPropagation: true,
      gradientCheck: false,
      gradientCheckN: false,
      backwardPropagationN: true,
    });
  });

  test("the handout has a section for every function, with the points of the manifest", () => {
    for (const { id, points } of manifest.exercises) {
      expect(handout).toMatch(new RegExp(`## \\d\\. \`${id}\`\n\n_${points} points\\._`));
    }
  });
});
