import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { courseModule, referenceFolder } from "../../assignments/catalog/course.ts";

/** A source file by its path relative to the misconceptions file. */
export type NamedSource = { readonly name: string; readonly text: string };

/** The folder, beside a reference solution, of other right solutions. */
export const alsoRightName = "also-right";

/** What proves something to authors, beside a reference solution: no verdict follows from it. */
const proofNames: readonly string[] = [
  alsoRightName,
  "conformance.json",
  "equivalent-mutants.json",
  "equivalent-variants.json",
  "score-spreads.json",
];

/** Whether `verify` alone reads something. @param path In the folder of a reference solution, with forward slashes. */
export const isForProofs = (path: string): boolean => proofNames.includes(path.split("/")[0] ?? "");

/** Absolute path of an assignment's misconceptions. */
export const misconceptionsFileOf = (id: string): string => courseModule(join(referenceFolder(id), "misconceptions"));

/**
 * The source of an assignment's misconceptions: the file itself and all else in its folder, but for what only proofs read and
 * records of releases. Line endings do not count.
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
  const texts = await Promise.all(files.map(readOrNothing));
  if (texts[0] === undefined) return [];
  return files.flatMap((path, i) => {
    const text = texts[i]?.replaceAll("\r\n", "\n");
    return text === undefined ? [] : [{ name: relative(dirname(file), path).replaceAll("\\", "/"), text }];
  });
}

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
