import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { registerHooks } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Environment } from "../storage/user-directory.ts";

/** Names the folder of the course; the option `--course` sets it for one run and the processes that it starts. */
export const courseVariable = "GRADECHECK_COURSE";

/** Where gradecheck itself lies: a checkout, which is a course too, or the installed package, which has none. */
export const ownFolder: string = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");

/** A folder is no course. */
export class CourseError extends Error {
  override readonly name = "CourseError";
}

/**
 * The folder of the course: in it `assignments/<id>/` is what is asked and `reference/<id>/` what is right.
 * @returns Absolute path; where the environment names none, the course that the caller stands in, if it says that it is one, else the one that
 *   gradecheck lies in.
 * @throws {CourseError} where the folder holds no assignments, or none is named or found.
 */
export function courseFolder(environment: Environment = process.env): string {
  const folder = namedCourse(environment);
  if (folder === undefined) return unnamedCourse();
  if (holdsWork(folder)) return folder;
  const how = 'make one with "gradecheck new assignment <id>"';
  throw new CourseError(`Cannot open the course "${folder}": there is no assignment in it; ${how}`);
}

/**
 * The folder of the course that the environment names, which may still be without assignments.
 * @returns Absolute path; undefined where none is named.
 * @throws {CourseError} where there is no such folder, or it is no course.
 */
export function namedCourse(environment: Environment = process.env): string | undefined {
  const named = environment[courseVariable];
  if (named === undefined || named === "") return undefined;
  const folder = resolve(named);
  if (!existsSync(folder)) throw new CourseError(`Cannot open the course "${named}": there is no such folder`);
  if (!isFolder(join(folder, "assignments"))) {
    throw new CourseError(`Cannot open the course "${named}": it has no folder "assignments"`);
  }
  return folder;
}

function unnamedCourse(): string {
  const here = process.cwd();
  if (saysCourse(here) && holdsWork(here)) return here;
  if (holdsWork(ownFolder)) return ownFolder;
  const how = `go to a course that "gradecheck new course" has made, or name it with --course or ${courseVariable}`;
  throw new CourseError(`Cannot find a course: "${here}" is none; ${how}`);
}

/**
 * Whether a folder's package.json says `"gradecheck": "course"`. A course's modules are run, so that one counts only where it is named or
 * says so itself: an instructor may stand in a folder of submissions, and a student could be called "assignments".
 */
function saysCourse(folder: string): boolean {
  try {
    const { gradecheck } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { gradecheck?: unknown };
    return gradecheck === "course";
  } catch {
    return false;
  }
}

/** Whether there is an assignment or a quiz in a folder. */
function holdsWork(folder: string): boolean {
  const root = join(folder, "assignments");
  const isWork = (name: string): boolean =>
    ["assignment.json", "quiz.json"].some((file) => existsSync(join(root, name, file)));
  return isFolder(root) && readdirSync(root).some(isWork);
}

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

/** Folder of the course's assignments and quizzes. */
export const assignmentsFolder = (): string => join(courseFolder(), "assignments");

/** Folder of what is right in an assignment or a quiz. */
export const referenceFolder = (id: string): string => join(courseFolder(), "reference", id);

/**
 * The ids of all assignments, sorted: the folders that hold an `assignment.json`.
 * @param root Folder of the assignments' folders; by default the course's.
 */
export const listAssignments = (root = assignmentsFolder()): Promise<string[]> => foldersWith("assignment.json", root);

/**
 * The ids of all quizzes, sorted: the folders that hold a `quiz.json`.
 * @param root Folder of the quizzes' folders; by default the course's.
 */
export const listQuizzes = (root = assignmentsFolder()): Promise<string[]> => foldersWith("quiz.json", root);

async function foldersWith(file: string, root: string): Promise<string[]> {
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const holds = await Promise.all(folders.map(async ({ name }) => (await readdir(join(root, name))).includes(file)));
  return folders
    .filter((_, i) => holds[i])
    .map(({ name }) => name)
    .sort();
}

/** Path of a module of the course: TypeScript, or JavaScript where it was compiled. @param base Path without extension. */
export const courseModule = (base: string): string => (existsSync(`${base}.ts`) ? `${base}.ts` : `${base}.js`);

/** What a course may import by name, wherever it lies: what comes with gradecheck. */
const provided = /^(@tensorflow\/tfjs(-\w+)*|gradecheck(\/.+)?)$/;
const own = `${pathToFileURL(ownFolder).href}/`;
let isHooked = false;

/**
 * Imports a module of the course. A course that lies elsewhere needs no packages of its own.
 * @param file Absolute path.
 * @throws {CourseError} with the place, where it cannot be loaded.
 */
export async function importModule<Exports>(file: string): Promise<Exports> {
  const url = pathToFileURL(file).href;
  if (!isHooked && !url.startsWith(own)) {
    registerHooks({ resolve: resolveInCourse });
    isHooked = true;
  }
  try {
    return (await import(url)) as Exports;
  } catch (error) {
    throw new CourseError(`Cannot load "${file}": ${phraseLoadFailure(error)}`, { cause: error });
  }
}

/** Where a module was running when it failed, the stack tells the place, and the message does not. */
function phraseLoadFailure(error: unknown): string {
  const { name, message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  const [, url, line] =
    [...stack.matchAll(/(file:\/\/[^\s)]+?):(\d+)/g)].find(([, place]) => place !== import.meta.url) ?? [];
  const where = url === undefined ? "" : ` (${fileURLToPath(url)}, line ${line})`;
  return `${name}: ${message.split("\n")[0]}${where}`;
}

type Resolve = Parameters<typeof registerHooks>[0]["resolve"] & {};

/** The files of a course are modules, whatever a package.json in a folder above says or leaves out: Node would guess, and warn of it. */
const resolveInCourse: Resolve = (specifier, context, nextResolve) => {
  const found = resolveProvided(specifier, context, nextResolve);
  const isGuessed = found.url.endsWith(".ts") && !found.url.startsWith(own);
  return isGuessed ? { ...found, format: "module-typescript" } : found;
};

const resolveProvided: Resolve = (specifier, context, nextResolve) => {
  if (!provided.test(specifier) || context.parentURL?.startsWith(own)) return nextResolve(specifier, context);
  const contract = /^gradecheck\/(.+)$/.exec(specifier)?.[1];
  if (contract === undefined) return nextResolve(specifier, { ...context, parentURL: import.meta.url });
  return nextResolve(pathToFileURL(courseModule(join(assignmentsFolder(), contract, "contract"))).href, context);
};
