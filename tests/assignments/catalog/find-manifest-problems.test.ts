import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { findManifestProblems } from "../../../assignments/catalog/find-manifest-problems.ts";
import type { Exercise, Manifest } from "../../../assignments/catalog/manifest.ts";

const source = new URL("../../../assignments/w2-optimization/assignment.json", import.meta.url);
const good = JSON.parse(readFileSync(source, "utf8")) as Manifest;

function withExercises(...changes: Partial<Exercise>[]): Manifest {
  const [first] = good.exercises;
  const exercises = changes.map((change, i) => ({ ...first, id: `f${i}`, ...change }));
  return { ...good, exercises: exercises as Manifest["exercises"] };
}

const problemsOf = (manifest: Manifest) => findManifestProblems(manifest, "w2-optimization");

describe("findManifestProblems()", () => {
  test("findManifestProblems() finds nothing in a good manifest", () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf(withExercises({}, { prerequisites: ["f0"] }))).toEqual([]);
  });

  test("findManifestProblems() wants the folder's name as id", () => {
    expect(findManifestProblems(good, "w2")).toEqual([
      { path: "id", value: "w2-optimization", rule: 'must be the folder\'s name "w2"' },
    ]);
  });

  test("findManifestProblems() wants ids that occur once", () => {
    expect(problemsOf(withExercises({}, {}, { id: "f0" }, { id: "f0" }))).toEqual([
      { path: "exercises[2].id", value: "f0", rule: "must differ from exercises[0].id" },
      { path: "exercises[3].id", value: "f0", rule: "must differ from exercises[0].id" },
    ]);
  });

  test("findManifestProblems() wants prerequisites that exist and come earlier", () => {
    const rule = "must be the id of an earlier exercise";
    expect(problemsOf(withExercises({ prerequisites: ["f1"] }, { prerequisites: ["f0", "none", "f1"] }))).toEqual([
      { path: "exercises[0].prerequisites[0]", value: "f1", rule },
      { path: "exercises[1].prerequisites[1]", value: "none", rule },
      { path: "exercises[1].prerequisites[2]", value: "f1", rule },
    ]);
  });

  test("findManifestProblems() wants a case that counts", () => {
    const weights = { visible: 0, hidden: 1 };
    const cases = { visible: 3, hidden: 0 };
    expect(
      problemsOf(
        withExercises({ cases: { visible: 0, hidden: 0 } }, { cases, scoring: { rule: "per-case", weights } }),
      ),
    ).toEqual([
      { path: "exercises[0].cases", value: { visible: 0, hidden: 0 }, rule: "must be at least one case" },
      { path: "exercises[1].scoring.weights", value: weights, rule: "must give some case a weight above 0" },
    ]);
    expect(problemsOf(withExercises({ cases, scoring: { rule: "all-or-nothing" } }))).toEqual([]);
  });
});
