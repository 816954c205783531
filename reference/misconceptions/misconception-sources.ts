import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { courseModule, referenceFolder } from "../../assignments/catalog/course.ts";

/** A source file by its path relative to the misconceptions file. */
export type NamedSource = { readonly name: string; readonly text: string };

/** The folder, beside a reference solution, of other right solutions. */
export const alsoRightName = "also-right";

/** What proves something to authors, or draws the handout's pictures, beside a reference solution: no verdict follows from it. */
const proofNames: readonly string[] = [
  alsoRightName,
  "pictures",
  "conformance.json",
  "equivalent-mutants.json",
  "equivalent-variants.json",
  "score-spreads.json",
];

/** Whether something is read for authors alone, by `verify` or to draw pictures. @param path In the folder of a reference solution, with forward slashes. */
export const isForProofs = (path: string): boolean => proofNames.includes(path.split("/")[0] ?? "");

/** Absolute path of an assignment's misconceptions. */
export const misconceptionsFileOf = (id: string): string => courseModule(join(referenceFolder(id), "misconceptions"));

/**
 * The source of an assignment's misconceptions: the file itself, all else in its folder, but for what is read for authors alone and
 * records of releases, and what these import from folders beside it. Line endings do not count.
 * @param file Absolute path of the misconceptions file.
 * @returns Sources, sorted by name; empty where the assignment has no misconceptions.
 */
export async function misconceptionSources(file: string): Promise<NamedSource[]> {
  const folder = dirname(file);
  const inFolder = (await readdirOrNothing(folder))
    .map((name) => name.replaceAll("\\", "/"))
    .filter(isSource)
    .sort();
  const files = [file, ...inFolder.map((name) => join(folder, name)).filter((path) => path !== file)];
  const own = await readAll(files);
  if (own[0]?.path !== file) return [];
  const beside = own
    .flatMap(({ path, text }) => importsBeside(dirname(path), text))
    .filter((path) => !files.includes(path));
  return [...own, ...(await readAll([...new Set(beside)].sort()))].map(({ path, text }) => ({
    name: relative(folder, path).replaceAll("\\", "/"),
    text,
  }));
}

type ReadSource = { readonly path: string; readonly text: string };

/** Those that are there, in the same order. */
async function readAll(paths: readonly string[]): Promise<ReadSource[]> {
  const texts = await Promise.all(paths.map(readOrNothing));
  return paths.flatMap((path, i) => {
    const text = texts[i]?.replaceAll("\r\n", "\n");
    return text === undefined ? [] : [{ path, text }];
  });
}

/** Absolute paths of modules in other folders from which a module takes more than types. */
const importsBeside = (folder: string, text: string): string[] =>
  [...text.matchAll(/^import (?!type\b)[^;]*?from "(\.\.\/[^"]+)"/gm)].map(([, path = ""]) => join(folder, path));

/** What earlier versions asked is kept there too: to release a kit must not make another version. */
const isSource = (name: string): boolean =>
  /\.(ts|js|json)$/.test(name) && !name.startsWith("releases/") && !isForProofs(name);

const readOrNothing = (file: string): Promise<string | undefined> => readFile(file, "utf8").catch(onlyIfMissing);

const readdirOrNothing = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true }).catch(onlyIfMissing)) ?? [];

function onlyIfMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined;
  throw error;
}
