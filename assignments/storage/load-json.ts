import { readFile } from "node:fs/promises";
import { Ajv, type ValidateFunction } from "ajv";
import { type JsonProblem, ManifestError, problemsOf } from "./json-problem.ts";
import { parseJson } from "./parse-json.ts";

/** Verbose errors carry the value, a discriminator's speak of its branch only. That the schemas are schemas is tested, not asked each time. */
const settings = {
  strict: true,
  allErrors: true,
  discriminator: true,
  verbose: true,
  validateSchema: false,
  meta: false,
} as const;

let ajv: Ajv | undefined;

/** What checks data against one of our schemas; compiled at the first call with that schema. */
export function validatorOf<T>(schema: object): ValidateFunction<T> {
  ajv ??= new Ajv(settings);
  return ajv.compile<T>(schema);
}

/**
 * Reads a JSON file of ours and checks it.
 * @param assignment Id of the assignment or quiz it belongs to, for the message.
 * @param rules.schema What it has to follow.
 * @param rules.findProblems What is wrong with one that does, in what JSON Schema cannot express.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadJson<T>(
  file: string,
  assignment: string,
  rules: { readonly schema: object; readonly findProblems: (content: T) => readonly JsonProblem[] },
): Promise<T> {
  let content: unknown;
  try {
    // The decoder drops a byte order mark and refuses what is not UTF-8.
    content = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(await readFile(file)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const rule = cause instanceof SyntaxError ? `must be JSON (${reason})` : `must be readable (${reason})`;
    throw new ManifestError(file, assignment, [{ path: "", value: undefined, rule }], { cause });
  }
  const validate = validatorOf<T>(rules.schema);
  if (!validate(content)) throw new ManifestError(file, assignment, problemsOf(validate.errors ?? []));
  const problems = rules.findProblems(content);
  if (problems.length > 0) throw new ManifestError(file, assignment, problems);
  return content;
}
