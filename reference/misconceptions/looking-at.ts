import type { Misconception } from "./misconception.ts";

/** Where the causes of an assignment's misconceptions may be seen, by their ids. */
export type WhereToLook = Readonly<Record<string, NonNullable<Misconception["looksAt"]>>>;

/**
 * Misconceptions with what tells where to look.
 * @throws RangeError for an id that none of them has.
 */
export function lookingAt(where: WhereToLook, misconceptions: readonly Misconception[]): readonly Misconception[] {
  const stray = Object.keys(where).find((id) => !misconceptions.some((one) => one.id === id));
  if (stray !== undefined)
    throw new RangeError(`Cannot say where to look for "${stray}": there is no such misconception`);
  return misconceptions.map((one) => {
    const looksAt = where[one.id];
    return looksAt === undefined ? one : { ...one, looksAt };
  });
}
