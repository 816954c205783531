import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ManifestError } from "../storage/json-problem.ts";
import type { CaseGenerators } from "./case.ts";
import { assignmentsFolder, importModule, listAssignments, listQuizzes } from "./course.ts";
import { hashContent } from "./hash-content.ts";
import { loadManifest } from "./load-manifest.ts";
import type { Manifest } from "./manifest.ts";
import type { Properties } from "./property.ts";
import { suggestName } from "./suggest-name.ts";

/** An assignment that is ready to have its cases generated. */
export type Assignment = {
  readonly manifest: Manifest;
  /** Absolute path of its folder. */
  readonly directory: string;
  readonly generators: CaseGenerators;
  /** What holds of every right answer, by exercise; empty where the assignment states nothing. */
  readonly properties: Properties;
  /** SHA-256, hexadecimal, over everything that decides the inputs of its cases and how answers are compared. */
  readonly contentHash: string;
};

/** There is no assignment of that name. */
export class UnknownAssignmentError extends Error {
  override readonly name = "UnknownAssignmentError";
  readonly id: string;
  /** The assignment that was probably meant. */
  readonly suggestion?: string;

  constructor(id: string, known: readonly string[]) {
    const suggestion = suggestName(id, known);
    const help = suggestion ? `did you mean "${suggestion}"?` : `there are: ${known.join(", ") || "none"}`;
    super(`Cannot open assignment "${id}": there is no such assignment; ${help}`);
    this.id = id;
    if (suggestion !== undefined) this.suggestion = suggestion;
  }
}

/**
 * Finds an assignment.
 * @param root Folder of the assignments' folders; by default the course's.
 * @returns Its folder.
 * @throws UnknownAssignmentError where there is none of that name; RangeError where it is the name of a quiz.
 */
export async function findAssignment(id: string, root = assignmentsFolder()): Promise<string> {
  const known = await listAssignments(root);
  if (!known.includes(id)) {
    const quizzes = await listQuizzes(root);
    if (!quizzes.includes(id)) throw new UnknownAssignmentError(id, [...known, ...quizzes].sort());
    throw new RangeError(`Cannot open assignment "${id}": it is a quiz; grade its answers with "gradecheck grade"`);
  }
  return join(root, id);
}

/**
 * Loads an assignment with its case generators.
 * @param root Folder of the assignments' folders; by default the course's.
 * @throws UnknownAssignmentError where there is none of that name; RangeError where it is the name of a quiz.
 * @throws ManifestError where its manifest cannot be used.
 */
export async function openAssignment(id: string, root = assignmentsFolder()): Promise<Assignment> {
  const directory = await findAssignment(id, root);
  const manifest = await loadManifest(directory);
  const [generators, properties, contentHash] = await Promise.all([
    loadGenerators(directory, manifest),
    loadProperties(directory, manifest),
    hashContent(directory),
  ]);
  return { manifest, directory, generators, properties, contentHash };
}

async function loadProperties(directory: string, manifest: Manifest): Promise<Properties> {
  const names = await readdir(directory);
  const file = ["properties.ts", "properties.js"].find((name) => names.includes(name));
  if (file === undefined) return {};
  const module = await importModule<{ properties?: Properties }>(join(directory, file));
  const properties = module.properties ?? {};
  const problems = Object.keys(properties)
    .filter((id) => !manifest.exercises.some((exercise) => exercise.id === id))
    .map((id) => ({ path: "exercises", value: id, rule: `must be an exercise, as ${file} has properties for it` }));
  if (problems.length > 0) throw new ManifestError(join(directory, "assignment.json"), manifest.id, problems);
  return properties;
}

/** The packed package carries compiled JavaScript. */
async function loadGenerators(directory: string, manifest: Manifest): Promise<CaseGenerators> {
  const names = await readdir(directory);
  const file = ["cases.ts", "cases.js"].find((name) => names.includes(name));
  if (file === undefined) throw new Error(`Cannot load assignment "${manifest.id}": cases.ts is missing`);
  const module = await importModule<{ generators?: CaseGenerators }>(join(directory, file));
  const generators = module.generators ?? {};
  const problems = manifest.exercises
    .map(({ id }, i) => ({ path: `exercises[${i}].id`, value: id, rule: `must be a key of generators in ${file}` }))
    .filter(({ value }) => typeof generators[value] !== "function");
  if (problems.length > 0) throw new ManifestError(join(directory, "assignment.json"), manifest.id, problems);
  return generators;
}
