import type { Table } from "../report/verification.ts";
import { padToWidth } from "./fit-text.ts";
import { textWidth } from "./text-width.ts";

const gap = "  ";

/**
 * A table of figures as lines of text: columns as wide as their widest cell, the first ones left-aligned, the others
 * right-aligned.
 * @param words How many columns are left-aligned.
 */
export function renderTable({ columns, rows }: Table, words = 1): string[] {
  const lines = [columns, ...rows].map((cells) => cells.map(String));
  const widths = columns.map((_, i) => Math.max(...lines.map((cells) => textWidth(cells[i] ?? ""))));
  return lines.map((cells) =>
    widths
      .map((width, i) => padToWidth(cells[i] ?? "", width, i < words ? "left" : "right"))
      .join(gap)
      .trimEnd(),
  );
}
