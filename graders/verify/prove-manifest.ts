import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { loadManifest } from "../../assignments/catalog/load-manifest.ts";
import { ManifestError } from "../../assignments/storage/json-problem.ts";
import { sumPoints } from "../../assignments/values/round-points.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { exportedNames, parseModule } from "./mutants/syntax.ts";
import { checkOf } from "./subject/check.ts";
import type { Subject } from "./subject/subject.ts";

const fullMarks = 100;

/**
 * Proves that the manifest is valid, its points add up to 100, the handout names every function, and the starter and the
 * reference export exactly these.
 */
export async function proveManifest({
  assignment,
  referenceFile,
}: Pick<Subject, "assignment" | "referenceFile">): Promise<Findings> {
  const { manifest, directory } = assignment;
  const ids = manifest.exercises.map(({ id }) => id);
  const points = sumPoints(manifest.exercises.map((exercise) => exercise.points));
  const handout = await readFile(join(directory, "README.md"), "utf8");
  const unnamed = ids.filter((id) => !new RegExp(`\\b${id}\\b`).test(handout));
  return {
    summary: `${quantity(ids.length, "exercise")}, ${points} points`,
    checks: [
      checkOf("manifest", await manifestProblems(directory)),
      checkOf("points", points === fullMarks ? [] : [`they add up to ${points}, must be ${fullMarks}`]),
      checkOf(
        "handout",
        unnamed.map((id) => `README.md does not name ${id}`),
      ),
      await exportsCheck("starter", join(directory, "starter.ts"), ids),
      await exportsCheck("reference", referenceFile, ids),
    ],
  };
}

async function manifestProblems(directory: string): Promise<string[]> {
  try {
    await loadManifest(directory);
    return [];
  } catch (error) {
    if (error instanceof ManifestError) return error.message.split("\n");
    throw error;
  }
}

async function exportsCheck(name: string, file: string, ids: readonly string[]): Promise<Check> {
  const names = exportedNames(parseModule(await readFile(file, "utf8")));
  const missing = ids.filter((id) => !names.includes(id)).map((id) => `it does not export ${id}`);
  const surplus = names.filter((found) => !ids.includes(found)).map((id) => `it exports ${id}, which is no exercise`);
  return checkOf(name, [...missing, ...surplus]);
}
