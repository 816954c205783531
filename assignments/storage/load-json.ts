import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ValidateFunction } from "ajv";
import { type JsonProblem, phraseProblem, problemOf } from "./json-problem.ts";
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
  if (!validate(content)) throw new ManifestError(file, assignment, (validate.errors ?? []).map(problemOf));
  return content;
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
