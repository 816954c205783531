import { existsSync } from "node:fs";
import { join } from "node:path";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { type JsonProblem, ManifestError, phraseProblem } from "../../assignments/storage/json-problem.ts";
import { loadJson } from "../../assignments/storage/load-json.ts";
import schema from "./fairness-index.schema.json" with { type: "json" };
import type { CorrectEntry, FairnessIndex, WrongEntry } from "./fairness-index.ts";

/** The file that says which submissions of a folder are right. */
const indexFile = "index.json";

/** An entry, and on which side it stands. */
export type KnownSubmission =
  | (CorrectEntry & { readonly expected: "correct" })
  | (WrongEntry & { readonly expected: "wrong" });

/** An index that cannot be used. @property lines What is wrong with it, one line each. */
export class FairnessIndexError extends Error {
  override readonly name = "FairnessIndexError";
  readonly lines: readonly string[];

  constructor(folder: string, problems: readonly JsonProblem[], options?: ErrorOptions) {
    const lines = problems.map((problem) => `Cannot use "${join(folder, indexFile)}": ${phraseProblem(problem, "it")}`);
    super(lines.join("\n"), options);
    this.lines = lines;
  }
}

/**
 * Reads which submissions of a folder are right and which are wrong.
 * @returns In the order of the index, the right ones first.
 * @throws {FairnessIndexError} listing everything that is wrong with it.
 */
export async function readFairnessIndex(folder: string): Promise<readonly KnownSubmission[]> {
  const index = await loadIndex(folder);
  const problems = await findUnknown(index);
  if (problems.length > 0) throw new FairnessIndexError(folder, problems);
  return [
    ...(index.correct ?? []).map((entry) => ({ ...entry, expected: "correct" as const })),
    ...(index.wrong ?? []).map((entry) => ({ ...entry, expected: "wrong" as const })),
  ];
}

async function loadIndex(folder: string): Promise<FairnessIndex> {
  const findProblems = (index: FairnessIndex): JsonProblem[] => findStray(index, folder);
  try {
    return await loadJson<FairnessIndex>(join(folder, indexFile), folder, { schema, findProblems });
  } catch (error) {
    if (error instanceof ManifestError) throw new FairnessIndexError(folder, error.problems, { cause: error });
    throw error;
  }
}

type Placed = { readonly path: string; readonly entry: CorrectEntry | WrongEntry };

const entriesOf = (index: FairnessIndex): Placed[] =>
  (["correct", "wrong"] as const).flatMap((side) =>
    (index[side] ?? []).map((entry, i) => ({ path: `${side}[${i}]`, entry })),
  );

/** Files that are not there, or are listed twice. */
function findStray(index: FairnessIndex, folder: string): JsonProblem[] {
  const entries = entriesOf(index);
  if (entries.length === 0) return [{ path: "", value: undefined, rule: "must list at least one submission" }];
  const earlier = new Map<string, string>();
  return entries.flatMap(({ path, entry: { file } }) => {
    const first = earlier.get(file);
    earlier.set(file, first ?? path);
    const at = { path: `${path}.file`, value: file };
    if (first !== undefined) return [{ ...at, rule: `must differ from ${first}.file` }];
    return existsSync(join(folder, file)) ? [] : [{ ...at, rule: "must be a file or folder beside the index" }];
  });
}

/** Assignments and exercises that the course does not have. */
async function findUnknown(index: FairnessIndex): Promise<JsonProblem[]> {
  const assignments = await listAssignments();
  const exercises = new Map<string, readonly string[]>();
  for (const id of new Set(entriesOf(index).map(({ entry }) => entry.assignment))) {
    if (!assignments.includes(id)) continue;
    const { manifest } = await openAssignment(id);
    exercises.set(
      id,
      manifest.exercises.map((exercise) => exercise.id),
    );
  }
  return entriesOf(index).flatMap(({ path, entry }) => {
    const known = exercises.get(entry.assignment);
    if (known === undefined) return [oneOf(`${path}.assignment`, entry.assignment, assignments)];
    const named: readonly (readonly [string, string])[] = [
      ...(entry.function === undefined ? [] : [[`${path}.function`, entry.function] as const]),
      ...(entry.ignore ?? []).map((id, i) => [`${path}.ignore[${i}]`, id] as const),
    ];
    return named.filter(([, id]) => !known.includes(id)).map(([at, id]) => oneOf(at, id, known));
  });
}

const oneOf = (path: string, value: string, known: readonly string[]): JsonProblem => ({
  path,
  value,
  rule: `must be one of ${JSON.stringify(known)}`,
});
