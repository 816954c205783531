import { posix } from "node:path";
import type { Steps } from "../../assignments/steps/in-turns.ts";
import { type Declaration, type Outline, outlineOf } from "./declarations.ts";
import type { SourceFile, StudentSource } from "./student-source.ts";

/** Files that are looked through for a function. */
const mostFiles = 8;

/** A function where it is written. */
export type FoundFunction = { readonly outline: Outline; readonly declaration: Declaration };

/**
 * The function that a submission exports under a name: in its first file, or in one that this imports.
 * @returns undefined where none is found in the forms that we know.
 */
export function* findFunction(source: StudentSource, name: string): Steps<FoundFunction | undefined> {
  const entry = source.entry();
  const outline = entry && outlineOnce(entry);
  if (outline === undefined) return undefined;
  const neighbours = outline.imports
    .filter((path) => /^\.\.?\//.test(path))
    .slice(0, mostFiles)
    .map((path) => imported(source, posix.join(posix.dirname(outline.file.path), path)));
  for (const file of [entry, ...neighbours]) {
    yield;
    const one = file && outlineOnce(file);
    const declaration = one?.declarations.get(one.aliases.get(name) ?? name);
    if (one !== undefined && declaration?.parameters !== undefined) return { outline: one, declaration };
  }
  return undefined;
}

const imported = (source: StudentSource, path: string): SourceFile | undefined =>
  [path, `${path}.ts`, path.replace(/\.(m?)js$/, ".$1ts"), `${path}/index.ts`, `${path}.js`]
    .map((candidate) => source.file(candidate))
    .find((file) => file !== undefined);

const known = new WeakMap<SourceFile, Outline | undefined>();

function outlineOnce(file: SourceFile): Outline | undefined {
  if (!known.has(file)) known.set(file, outlineOf(file));
  return known.get(file);
}
