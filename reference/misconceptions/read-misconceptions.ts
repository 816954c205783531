import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { courseModule, importModule } from "../../assignments/catalog/course.ts";
import type { Misconception } from "./misconception.ts";

/** Where the causes of an assignment's misconceptions may be seen, by their ids. */
export type WhereToLook = Readonly<Record<string, NonNullable<Misconception["looksAt"]>>>;

/**
 * Reads an assignment's misconceptions, and from `where-to-look` beside them, where that is there, where to look for each and what speaks against it.
 * @param file Absolute path of the module that exports `misconceptions`.
 * @throws TypeError where it exports none; RangeError where it is said where to look for what is none of them.
 */
export async function readMisconceptions(file: string): Promise<readonly Misconception[]> {
  const { misconceptions } = await importModule<{ misconceptions?: readonly Misconception[] }>(file);
  if (misconceptions === undefined) throw new TypeError(`Cannot read ${file}: it exports no misconceptions`);
  const beside = courseModule(join(dirname(file), "where-to-look"));
  if (!existsSync(beside)) return misconceptions;
  const { whereToLook, contradictedBy = {} } = await importModule<{
    whereToLook: WhereToLook;
    contradictedBy?: WhereToLook;
  }>(beside);
  return lookingAt(whereToLook, contradictedBy, misconceptions);
}

function lookingAt(
  where: WhereToLook,
  against: WhereToLook,
  misconceptions: readonly Misconception[],
): readonly Misconception[] {
  const stray = [...Object.keys(where), ...Object.keys(against)].find(
    (id) => !misconceptions.some((one) => one.id === id),
  );
  if (stray !== undefined)
    throw new RangeError(`Cannot say where to look for "${stray}": there is no such misconception`);
  return misconceptions.map((one) => {
    const [looksAt, contradictedBy] = [where[one.id], against[one.id]];
    return { ...one, ...(looksAt && { looksAt }), ...(contradictedBy && { contradictedBy }) };
  });
}
