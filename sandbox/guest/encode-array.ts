import { tag } from "../../assignments/value-format.ts";
import type { ByteWriter } from "./byte-writer.ts";
import { isArray } from "./intrinsics.ts";
import { guarded, refusal } from "./refusal.ts";

/** Extents of a nested array, outermost first, as a chain (an index write could meet a planted setter). */
export type Extents = { readonly extent: number; readonly inner: Extents | undefined };

/** The shape that the first elements of a nested array of numbers promise; {@link writeArray} holds it to that. */
export function arrayShape(value: readonly unknown[], path: string): Extents {
  const extent = guarded(() => value.length, path);
  const first = extent > 0 ? guarded(() => value[0], path) : 0;
  return { extent, inner: isArray(first) ? arrayShape(first, path) : undefined };
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
  if (!isArray(value) || guarded(() => value.length, path) !== shape.extent) {
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
