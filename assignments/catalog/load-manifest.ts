import { basename, join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { loadJson, schemaSettings } from "../storage/load-json.ts";
import { ManifestError } from "../storage/manifest-error.ts";
import { findManifestProblems } from "./find-manifest-problems.ts";
import schema from "./manifest.schema.json" with { type: "json" };
import type { Manifest } from "./manifest.ts";

let validate: ValidateFunction<Manifest> | undefined;

/**
 * Reads and checks the manifest of an assignment.
 * @param directory The assignment's folder, named like the assignment.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadManifest(directory: string): Promise<Manifest> {
  const file = join(directory, "assignment.json");
  const assignment = basename(directory);
  validate ??= new Ajv(schemaSettings).compile<Manifest>(schema);
  const manifest = await loadJson(file, assignment, validate);
  const problems = findManifestProblems(manifest, assignment);
  if (problems.length > 0) throw new ManifestError(file, assignment, problems);
  return manifest;
}
