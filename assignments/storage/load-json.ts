import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Ajv, ValidateFunction } from "ajv";
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

const load = createRequire(import.meta.url);
let ajv: Ajv | undefined;

/** What checks data against one of our schemas; compiled at the first call with that schema. */
export function validatorOf<T>(schema: object): ValidateFunction<T> {
  // It takes longer to load and to compile a schema than most commands take for everything else.
  ajv ??= newAjv();
  return ajv.compile<T>(schema);
}

function newAjv(): Ajv {
  const { Ajv } = load("ajv") as typeof import("ajv");
  return new Ajv(settings);
}

/**
 * Reads a JSON file of ours and checks it.
 * @param assignment Id of the assignment or quiz it belongs to, for the message.
 * @param rules.schema What it has to follow.
 * @param rules.follows Whether it does, where that is known without a compiler of schemas.
 * @param rules.findProblems What is wrong with one that does, in what JSON Schema cannot express.
 * @throws ManifestError listing everything that is wrong, also where the file cannot be read or is not JSON.
 */
export async function loadJson<T>(
  file: string,
  assignment: string,
  rules: Shape & { readonly findProblems: (content: T) => readonly JsonProblem[] },
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
  const wrong = problemsIn(content, rules);
  const problems = wrong.length > 0 ? wrong : rules.findProblems(content as T);
  if (problems.length > 0) throw new ManifestError(file, assignment, problems);
  return content as T;
}

type Shape = { readonly schema: object; readonly follows?: (content: unknown) => boolean };

/** What of a schema is not followed. */
function problemsIn(content: unknown, { schema, follows }: Shape): readonly JsonProblem[] {
  if (follows?.(content)) return [];
  const validate = validatorOf(schema);
  return validate(content) ? [] : problemsOf(validate.errors ?? []);
}
