import { expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { misconceptions } from "../../../reference/w2-optimization/misconceptions.ts";

const { manifest } = await openAssignment("w2-optimization");

test("misconceptions of w2-optimization are three or more for each exercise, and have ids of their own", () => {
  for (const { id } of manifest.exercises) {
    expect(misconceptions.filter(({ exercise }) => exercise === id).length).toBeGreaterThanOrEqual(3);
  }
  expect(misconceptions.every(({ exercise }) => manifest.exercises.some(({ id }) => id === exercise))).toBe(true);
  expect(new Set(misconceptions.map(({ id }) => id)).size).toBe(misconceptions.length);
  for (const { id } of misconceptions) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test("misconceptions of w2-optimization are named in one sentence and explained in two to four, without code", () => {
  for (const { name, explanation } of misconceptions) {
    expect(name).toMatch(/^[^.!?]+\.$/);
    expect(explanation.match(/[.?](?= |$)/g)?.length).toBeGreaterThanOrEqual(2);
    expect(explanation.match(/[.?](?= |$)/g)?.length).toBeLessThanOrEqual(4);
    expect(explanation).not.toMatch(/\*\*|=>|tf\.|Math\.|\w\(\w+\)/);
  }
});
