import { describe, expect, test } from "vitest";
import { type Assignment, openAssignment } from "../../../assignments/catalog/catalog.ts";
import { deriveSeed, generateCases } from "../../../assignments/catalog/generate-cases.ts";
import type { Manifest } from "../../../assignments/catalog/manifest.ts";

const assignment = await openAssignment("w2-optimization");
const all = { seed: 1, secret: "of the course", visibility: "all" } as const;

function withCases(visible: number, hidden: number): Pick<Assignment, "manifest" | "generators"> {
  const exercises = assignment.manifest.exercises.map((exercise) => ({
    ...exercise,
    cases: { visible, hidden },
    variations: undefined,
  }));
  return {
    ...assignment,
    manifest: { ...assignment.manifest, exercises: exercises as unknown as Manifest["exercises"] },
  };
}

describe("generateCases()", () => {
  test("generateCases() follows the manifest: exercises in order, visible before hidden", () => {
    const cases = generateCases(withCases(2, 1), all);
    const ids = assignment.manifest.exercises.map(({ id }) => id);
    expect(cases.map(({ exercise }) => exercise)).toEqual(ids.flatMap((id) => [id, id, id]));
    expect(cases.slice(0, 3).map(({ id, visibility }) => [id, visibility])).toEqual([
      ["visible-1", "visible"],
      ["visible-2", "visible"],
      ["hidden-1", "hidden"],
    ]);
  });

  test("generateCases() gives the same cases for the same secret and seed", () => {
    expect(generateCases(assignment, all)).toEqual(generateCases(assignment, all));
  });

  test("generateCases() changes no case when others are added or exercises are left out", () => {
    const few = generateCases(withCases(2, 2), all);
    const many = generateCases(withCases(9, 12), all);
    for (const each of few) {
      const same = many.find(({ id, exercise }) => id === each.id && exercise === each.exercise);
      expect(same).toEqual(each);
    }
    const chosen = generateCases(withCases(2, 2), { ...all, exercises: ["updateLr", "initializeAdam"] });
    expect(chosen).toEqual(few.filter(({ exercise }) => ["updateLr", "initializeAdam"].includes(exercise)));
  });

  test("generateCases() makes visible cases without the secret and whatever the seed", () => {
    const shown = generateCases(assignment, { seed: 5, visibility: "visible" });
    expect(shown).toEqual(generateCases(assignment, all).filter(({ visibility }) => visibility === "visible"));
  });

  test.each([
    ["seed", { ...all, seed: 2 }],
    ["secret", { ...all, secret: "of another" }],
  ])("generateCases() makes other hidden cases for another %s", (_, other) => {
    const hidden = (selection: typeof other) =>
      generateCases(assignment, selection).filter(({ visibility }) => visibility === "hidden");
    for (const [i, { args }] of hidden(all).entries()) expect(hidden(other)[i]?.args).not.toEqual(args);
  });

  test("generateCases() refuses hidden cases without a secret, unknown exercises and a seed that is no integer", () => {
    expect(() => generateCases(assignment, { seed: 1, visibility: "all" })).toThrow(
      new TypeError("Cannot generate hidden cases: secret is missing, must be the course secret"),
    );
    expect(() => generateCases(assignment, { ...all, exercises: ["adam"] })).toThrow(
      new RangeError('Cannot generate cases: exercise is "adam", must be one of "w2-optimization"'),
    );
    expect(() => generateCases(assignment, { ...all, seed: 0.5 })).toThrow("seed is 0.5, must be an integer");
  });
});

const place = { assignment: "w2-optimization", exercise: "updateLr", index: 0 };

describe("deriveSeed()", () => {
  test("deriveSeed() is SHA-256 of the public name for visible cases and HMAC under the secret for hidden ones", () => {
    // printf 'w2-optimization/updateLr/visible/0' | sha256sum; the same with /hidden/0/7 | openssl dgst -hmac secret
    expect(deriveSeed({ ...place, visibility: "visible" })).toBe(2453855578);
    expect(deriveSeed({ ...place, visibility: "hidden", seed: 7, secret: "secret" })).toBe(2438904714);
  });

  test("deriveSeed() differs by exercise, index, visibility, seed and secret", () => {
    const hidden = { ...place, visibility: "hidden", seed: 1, secret: "a" } as const;
    const seeds = [
      deriveSeed({ ...place, visibility: "visible" }),
      deriveSeed({ ...place, visibility: "visible", index: 1 }),
      deriveSeed({ ...place, visibility: "visible", exercise: "scheduleLrDecay" }),
      deriveSeed({ ...place, visibility: "visible", assignment: "w1-initialization" }),
      deriveSeed(hidden),
      deriveSeed({ ...hidden, seed: 2 }),
      deriveSeed({ ...hidden, secret: "b" }),
      deriveSeed({ ...hidden, index: 1 }),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)).toBe(true);
  });
});
