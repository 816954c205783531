import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { courseModule, importModule } from "../../assignments/catalog/course.ts";
import type { Misconception } from "./misconception.ts";

/** Where the causes of an assignment's misconceptions may be seen, by their ids. */
export type WhereToLook = Readonly<Record<string, NonNullable<Misconception["looksAt"]>>>;

/**
 * Reads an assignment's misconceptions, and from `where-to-look` beside them, where that is there, where to look for each.
 * @param file Absolute path of the module that exports `misconceptions`.
 * @throws TypeError where it exports none; RangeError where it is said where to look for what is none of them.
 */
export async function readMisconceptions(file: string): Promise<readonly Misconception[]> {
  const { misconceptions } = await importModule<{ misconceptions?: readonly Misconception[] }>(file);
  if (misconceptions === undefined) throw new TypeError(`Cannot read ${file}: it exports no misconceptions`);
  const beside = courseModule(join(dirname(file), "where-to-look"));
  if (!existsSync(beside)) return misconceptions;
  const { whereToLook } = await importModule<{ whereToLook: WhereToLook }>(beside);
  return lookingAt(whereToLook, misconceptions);
}

function lookingAt(where: WhereToLook, misconceptions: readonly Misconception[]): readonly Misconception[] {
  const stray = Object.keys(where).find((id) => !misconceptions.some((one) => one.id === id));
  if (stray !== undefined)
    throw new RangeError(`Cannot say where to look for "${stray}": there is no such misconception`);
  return misconceptions.map((one) => {
    const looksAt = where[one.id];
    return looksAt === undefined ? one : { ...one, looksAt };
  });
}
