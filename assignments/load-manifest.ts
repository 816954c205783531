import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { findManifestProblems } from "./find-manifest-problems.ts";
import schema from "./manifest.schema.json" with { type: "json" };
import type { Manifest } from "./manifest.ts";
import { ManifestError, type ManifestProblem } from "./manifest-error.ts";
import { parseJson } from "./parse-json.ts";

// The discriminator makes errors of a scoring rule speak of that rule only. Verbose errors carry the value.
const ajv = new Ajv({ strict: true, allErrors: true, discriminator: true, verbose: true });
let validate: ValidateFunction<Manifest> | undefined;

/**
 * Reads and checks the manifest of an assignment.
 * @param directory The assignment's folder, named like the assignment.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadManifest(directory: string): Promise<Manifest> {
  const file = join(directory, "assignment.json");
  const assignment = basename(directory);
  let manifest: unknown;
  try {
    // The decoder drops a byte order mark and refuses what is not UTF-8.
    manifest = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const rule = cause instanceof SyntaxError ? `must be JSON (${reason})` : `must be readable (${reason})`;
    throw new ManifestError(file, assignment, [{ path: "", value: undefined, rule }], { cause });
  }
  validate ??= ajv.compile<Manifest>(schema);
  if (!validate(manifest)) throw new ManifestError(file, assignment, (validate.errors ?? []).map(toProblem));
  const problems = findManifestProblems(manifest, assignment);
  if (problems.length > 0) throw new ManifestError(file, assignment, problems);
  return manifest;
}

function toProblem(error: ErrorObject): ManifestProblem {
  const path = error.instancePath
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((before, step) => (/^\d+$/.test(step) ? `${before}[${step}]` : below(before, step)), "");
  const rule = error.message ?? `must satisfy ${error.keyword}`;
  switch (error.keyword) {
    case "required":
      return { path: below(path, error.params["missingProperty"]), value: undefined, rule: "must be given" };
    case "additionalProperties": {
      const name: string = error.params["additionalProperty"];
      const value = (error.data as Record<string, unknown>)[name];
      return { path: below(path, name), value, rule: "must not be there: no such property" };
    }
    case "const":
      return { path, value: error.data, rule: `must be ${JSON.stringify(error.params["allowedValue"])}` };
    case "enum":
      return { path, value: error.data, rule: `must be one of ${JSON.stringify(error.params["allowedValues"])}` };
    case "discriminator": {
      const { tag, tagValue } = error.params;
      const rules = schema.definitions.scoring.oneOf.map((branch) => branch.properties.rule.const);
      return { path: below(path, tag), value: tagValue, rule: `must be one of ${JSON.stringify(rules)}` };
    }
    default:
      return { path, value: error.data, rule };
  }
}

/** The path of a property of what is at `path`. */
function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
