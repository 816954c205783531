/** A shape in a message, as TensorFlow.js writes it: `3,4`, and nothing for a scalar. Part of a pattern. */
export const shapeGroup = String.raw`((?:\d{1,9}(?:,\d{1,9}){0,7})?)`;

/** Reads what {@link shapeGroup} has found. */
export const readShape = (text: string): readonly number[] => (text === "" ? [] : text.split(",").map(Number));

/** `[3, 4]`, and `[]` for a scalar. */
export const shapeText = (shape: readonly number[]): string => `[${shape.join(", ")}]`;

/** Elements of a tensor of this shape. */
export const sizeOf = (shape: readonly number[]): number => shape.reduce((size, extent) => size * extent, 1);

/** The shape of the transposed tensor. */
export const transposed = (shape: readonly number[]): readonly number[] => shape.toReversed();

/** Where two shapes do not fit element by element: extents, and the axis in the longer one. */
export type Clash = { readonly axis: number; readonly left: number; readonly right: number };

/** The last axis at which two shapes do not fit element by element; null where they fit. */
export function clashOf(left: readonly number[], right: readonly number[]): Clash | null {
  const rank = Math.max(left.length, right.length);
  for (let fromEnd = 1; fromEnd <= Math.min(left.length, right.length); fromEnd++) {
    const [a = 1, b = 1] = [left.at(-fromEnd), right.at(-fromEnd)];
    if (a !== b && a !== 1 && b !== 1) return { axis: rank - fromEnd, left: a, right: b };
  }
  return null;
}
