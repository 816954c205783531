import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ErrorObject, ValidateFunction } from "ajv";
import { parseJson } from "./parse-json.ts";

/** Settings for the schemas of our own files: verbose errors carry the value, a discriminator's speak of its branch only. */
export const schemaSettings = { strict: true, allErrors: true, discriminator: true, verbose: true } as const;

/**
 * Reads a JSON file of ours and checks it against its schema.
 * @param assignment Id of the assignment or quiz it belongs to, for the message.
 * @param validate Compiled with {@link schemaSettings}.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadJson<T>(file: string, assignment: string, validate: ValidateFunction<T>): Promise<T> {
  let content: unknown;
  try {
    // The decoder drops a byte order mark and refuses what is not UTF-8.
    content = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const rule = cause instanceof SyntaxError ? `must be JSON (${reason})` : `must be readable (${reason})`;
    throw new ManifestError(file, assignment, [{ path: "", value: undefined, rule }], { cause });
  }
  if (!validate(content)) throw new ManifestError(file, assignment, (validate.errors ?? []).map(toProblem));
  return content;
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
      const rule = `must be one of ${JSON.stringify(tagValues(error.parentSchema, tag))}`;
      return { path: below(path, tag), value: tagValue, rule };
    }
    default:
      return { path, value: error.data, rule };
  }
}

type Tagged = { readonly properties?: Readonly<Record<string, { readonly const?: unknown }>> };

/** What a discriminator may be, in the order of its branches. */
function tagValues(schema: ErrorObject["parentSchema"], tag: string): unknown[] {
  const branches = (schema?.["oneOf"] ?? []) as readonly Tagged[];
  return branches.map(({ properties }) => properties?.[tag]?.const);
}

/** The path of a property of what is at `path`. */
function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

/** One thing that is wrong with a manifest. */
export type ManifestProblem = {
  /** `exercises[0].points`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there; undefined where nothing does. */
  readonly value: unknown;
  /** What it breaks: `must be > 0`. */
  readonly rule: string;
};

/** An `assignment.json`, or a file of a quiz, that cannot be used. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
  readonly assignment: string;
  readonly file: string;
  readonly problems: readonly ManifestProblem[];

  constructor(file: string, assignment: string, problems: readonly ManifestProblem[], options?: ErrorOptions) {
    const lines = problems.map((problem) => describe(problem, basename(file)));
    const head = `Cannot load assignment "${assignment}"`;
    super(lines.length === 1 ? `${head}: ${lines[0]}` : [`${head}, ${file}:`, ...lines].join("\n  "), options);
    this.assignment = assignment;
    this.file = file;
    this.problems = problems;
  }
}

function describe({ path, value, rule }: ManifestProblem, file: string): string {
  const where = path === "" ? file : path;
  if (value === undefined) return path === "" ? `${where} ${rule}` : `${where} is missing, ${rule}`;
  const text = JSON.stringify(value);
  return `${where} is ${text.length > 80 ? `${text.slice(0, 77)}...` : text}, ${rule}`;
}
