import { basename, join } from "node:path";
import type { JsonProblem } from "../storage/json-problem.ts";
import { loadJson } from "../storage/load-json.ts";
import { findVariationProblems } from "./find-variation-problems.ts";
import { follows } from "./is-manifest.ts";
import schema from "./manifest.schema.json" with { type: "json" };
import type { Exercise, Manifest } from "./manifest.ts";

/**
 * Reads and checks the manifest of an assignment.
 * @param directory The assignment's folder, named like the assignment.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadManifest(directory: string): Promise<Manifest> {
  const assignment = basename(directory);
  const findProblems = (manifest: Manifest): JsonProblem[] => findManifestProblems(manifest, assignment);
  return loadJson(join(directory, "assignment.json"), assignment, { schema, follows, findProblems });
}

/**
 * What is wrong with a manifest that follows its schema, in what JSON Schema cannot express.
 * @param folder Name of the assignment's folder.
 * @returns Problems in the order of the file; empty for a good manifest.
 */
export function findManifestProblems(manifest: Manifest, folder: string): JsonProblem[] {
  const problems: JsonProblem[] = [];
  if (manifest.id !== folder) {
    problems.push({ path: "id", value: manifest.id, rule: `must be the folder's name "${folder}"` });
  }
  const earlier = new Map<string, number>();
  for (const [i, exercise] of manifest.exercises.entries()) {
    const path = `exercises[${i}]`;
    const first = earlier.get(exercise.id);
    if (first !== undefined) {
      problems.push({ path: `${path}.id`, value: exercise.id, rule: `must differ from exercises[${first}].id` });
    }
    for (const [k, prerequisite] of (exercise.prerequisites ?? []).entries()) {
      if (earlier.has(prerequisite)) continue;
      const rule = "must be the id of an earlier exercise";
      problems.push({ path: `${path}.prerequisites[${k}]`, value: prerequisite, rule });
    }
    problems.push(...findUngradable(exercise, path), ...findVariationProblems(exercise, `${path}.variations`));
    if (first === undefined) earlier.set(exercise.id, i);
  }
  return problems;
}

/** An exercise whose cases weigh nothing has no score. */
function findUngradable({ cases, scoring }: Exercise, path: string): JsonProblem[] {
  if (cases.visible + cases.hidden === 0) {
    return [{ path: `${path}.cases`, value: cases, rule: "must be at least one case" }];
  }
  if (scoring.rule === "all-or-nothing") return [];
  const total = scoring.weights.visible * cases.visible + scoring.weights.hidden * cases.hidden;
  if (total > 0) return [];
  return [{ path: `${path}.scoring.weights`, value: scoring.weights, rule: "must give some case a weight above 0" }];
}
