import { tag } from "../../assignments/value-format.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { isArray, isInteger } from "./intrinsics.ts";
import { guarded, refusal } from "./refusal.ts";

/** Extents of a nested array, outermost first, as a chain (an index write could meet a planted setter). */
export type Extents = { readonly extent: number; readonly inner: Extents | undefined };

/** The length of a list, read once. @throws a refusal where the list is a Proxy that says something else than a length. */
export function lengthOf(list: readonly unknown[], path: string): number {
  const length: unknown = guarded(() => list.length, path);
  if (!isInteger(length) || (length as number) < 0) throw refusal("proxy-or-class", path);
  return length as number;
}

/** The shape that the first elements of a nested array of numbers promise; {@link writeArray} holds it to that. */
export function arrayShape(value: readonly unknown[], path: string, depth = 0): Extents {
  if (depth === 8) throw refusal("too-deep", path);
  const extent = lengthOf(value, path);
  const first = extent > 0 ? guarded(() => value[0], path) : 0;
  return { extent, inner: isArray(first) ? arrayShape(first, path, depth + 1) : undefined };
}

/**
 * Writes a rectangular nested array of plain numbers.
 * @throws a refusal when it is ragged or holds anything but numbers.
 */
export function writeArray(value: readonly unknown[], shape: Extents, path: string, writer: ByteWriter): void {
  writer.uint8(tag.array);
  writer.uint8(rankOf(shape));
  for (let level: Extents | undefined = shape; level !== undefined; level = level.inner) writer.uint32(level.extent);
  writeLevel(value, shape, path, writer);
}

function writeLevel(value: unknown, shape: Extents, path: string, writer: ByteWriter): void {
  if (!isArray(value) || lengthOf(value, path) !== shape.extent) {
    throw refusal("sparse-or-ragged-array", path);
  }
  for (let i = 0; i < shape.extent; i++) {
    const item = guarded(() => value[i], path);
    if (shape.inner !== undefined) writeLevel(item, shape.inner, path, writer);
    else if (typeof item === "number") writer.float64(item);
    else throw refusal(item === undefined ? "sparse-or-ragged-array" : "mixed-array", path);
  }
}

const rankOf = (shape: Extents | undefined): number => (shape === undefined ? 0 : 1 + rankOf(shape.inner));
