import { basename } from "node:path";
import type { ErrorObject } from "ajv";

/** One thing that is wrong with data from outside. */
export type JsonProblem = {
  /** `exercises[0].points`; empty for the whole. */
  readonly path: string;
  /** What stands there; undefined where nothing does. */
  readonly value: unknown;
  /** What it breaks: `must be > 0`. */
  readonly rule: string;
};

/** What the errors of a schema say, each thing once: not also why none of several forms fits. */
export function problemsOf(errors: readonly ErrorObject[]): JsonProblem[] {
  const unfitting = errors.filter(({ keyword }) => keyword === "anyOf");
  const isIn = (error: ErrorObject, place: ErrorObject): boolean =>
    `${error.instancePath}/`.startsWith(`${place.instancePath}/`);
  return errors
    .filter((error) => {
      const isInner = unfitting.some((other) => other !== error && isIn(other, error));
      return error.keyword === "anyOf" ? !isInner : !unfitting.some((place) => isIn(error, place));
    })
    .map(problemOf);
}

/** What an error of a schema says. @param error Of one that is compiled with `verbose`. */
export function problemOf(error: ErrorObject): JsonProblem {
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
    case "anyOf": {
      const { description = rule } = error.parentSchema ?? {};
      return { path, value: error.data, rule: `must be ${description[0]?.toLowerCase()}${description.slice(1)}` };
    }
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

/** A problem in one line. @param whole What to call the whole: `assignment.json`. */
export function phraseProblem({ path, value, rule }: JsonProblem, whole: string): string {
  const where = path === "" ? whole : path;
  if (value === undefined) return path === "" ? `${where} ${rule}` : `${where} is missing, ${rule}`;
  const text = JSON.stringify(value);
  return `${where} is ${text.length > 80 ? `${text.slice(0, 77)}...` : text}, ${rule}`;
}

/** An `assignment.json`, or a file of a quiz, that cannot be used. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
  readonly assignment: string;
  readonly file: string;
  readonly problems: readonly JsonProblem[];

  constructor(file: string, assignment: string, problems: readonly JsonProblem[], options?: ErrorOptions) {
    const lines = problems.map((problem) => phraseProblem(problem, basename(file)));
    const head = `Cannot load assignment "${assignment}"`;
    super(lines.length === 1 ? `${head}: ${lines[0]}` : [`${head}, ${file}:`, ...lines].join("\n  "), options);
    this.assignment = assignment;
    this.file = file;
    this.problems = problems;
  }
}
