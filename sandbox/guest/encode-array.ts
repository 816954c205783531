import { tag } from "../../assignments/values/value-format.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { isArray, isInteger } from "./intrinsics/intrinsics.ts";
import { guarded, refusal } from "./refusal.ts";

/** Levels of nesting that an array of numbers may have. */
const deepest = 8;

/**
 * What was seen of a list when it was looked at: its length and its first item, and the same of that item where it is a list.
 * Each was read once and is what gets written: a Proxy may show something else the next time. A chain, because an index write
 * could meet a planted setter.
 */
export type SeenList = { readonly extent: number; readonly first: unknown; readonly inner: SeenList | undefined };

/** The length of a list, read once. @throws a refusal where the list is a Proxy that says something else than a length. */
function lengthOf(list: readonly unknown[], path: string): number {
  const length: unknown = guarded(() => list.length, path);
  if (!isInteger(length) || (length as number) < 0) throw refusal("proxy-or-class", path);
  return length as number;
}

/** Looks at a list, along its first items. */
export function seeList(list: readonly unknown[], path: string, depth = 0): SeenList {
  const extent = lengthOf(list, path);
  const first = extent > 0 ? guarded(() => list[0], path) : undefined;
  const goesOn = isArray(first) && depth < deepest;
  return { extent, first, inner: goesOn ? seeList(first, path, depth + 1) : undefined };
}

/** Whether a list is a nested array of numbers, as far as its first items tell; {@link writeArray} holds it to that. */
export const holdsNumbers = ({ first, inner }: SeenList): boolean =>
  inner === undefined ? typeof first === "number" : holdsNumbers(inner);

/**
 * Writes a rectangular nested array of plain numbers. None of its extents is 0, so that each row has numbers that pay for it.
 * @param seen What {@link seeList} saw of it.
 * @throws a refusal when it is ragged or holds anything but numbers.
 */
export function writeArray(seen: SeenList, list: readonly unknown[], path: string, writer: ByteWriter): void {
  if (rankOf(seen) > deepest) throw refusal("too-deep", path);
  writer.uint8(tag.array);
  writer.uint8(rankOf(seen));
  for (let level: SeenList | undefined = seen; level !== undefined; level = level.inner) writer.uint32(level.extent);
  writeItems(list, seen, true, path, writer);
}

/** @param isSeen Whether this is the very list that was looked at. */
function writeItems(
  list: readonly unknown[],
  level: SeenList,
  isSeen: boolean,
  path: string,
  writer: ByteWriter,
): void {
  for (let i = 0; i < level.extent; i++) {
    const isFirst = isSeen && i === 0;
    const item = isFirst ? level.first : guarded(() => list[i], path);
    if (level.inner !== undefined) writeRow(item, level.inner, isFirst, path, writer);
    else if (typeof item === "number") writer.float64(item);
    else throw refusal(item === undefined ? "sparse-or-ragged-array" : "mixed-array", path);
  }
}

function writeRow(row: unknown, level: SeenList, isSeen: boolean, path: string, writer: ByteWriter): void {
  if (!isArray(row) || (!isSeen && lengthOf(row, path) !== level.extent)) {
    throw refusal("sparse-or-ragged-array", path);
  }
  writeItems(row, level, isSeen, path, writer);
}

const rankOf = (seen: SeenList | undefined): number => (seen === undefined ? 0 : 1 + rankOf(seen.inner));
