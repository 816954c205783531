import type { Shape } from "../../report/report.ts";

/** A shape, or an index into one: `[3, 1]`. A scalar's shape is explained, because `[]` says little. */
export function phraseShape(shape: Readonly<Shape>): string {
  return shape.length === 0 ? "[] (a single number)" : `[${shape.join(", ")}]`;
}
