import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";

const { manifest } = await openAssignment("w1-train-dev-test");
const folder = new URL("../../../assignments/w1-train-dev-test/", import.meta.url);

describe("manifest of w1-train-dev-test", () => {
  test("its points add up to 100 and every exercise has hints, visible and hidden cases", () => {
    expect(manifest.exercises.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    for (const { hints, cases } of manifest.exercises) {
      expect(hints.length).toBeGreaterThanOrEqual(2);
      expect(Math.min(cases.visible, cases.hidden)).toBeGreaterThan(0);
    }
  });

  test("what is copied or counted is compared exactly", () => {
    const exact = manifest.exercises.filter(({ comparison: { rtol, atol } }) => rtol === 0 && atol === 0);
    expect(exact.map(({ id }) => id)).toEqual(["splitDataset", "earlyStopping", "flipImages", "cropImages"]);
  });

  test.each([
    ["README.md", "points"],
    ["README.de.md", "Punkte"],
  ])("%s has a section for every function, with the points of the manifest", async (file, unit) => {
    const handout = await readFile(new URL(file, folder), "utf8");
    for (const [i, { id, points }] of manifest.exercises.entries()) {
      expect(handout).toContain(`## ${i + 1}. \`${id}\`\n\n_${points} ${unit}._`);
    }
  });
});
