import stringWidth from "string-width";
import type { MatrixPair, MatrixView } from "../phrasing/text/preview-matrix.ts";
import { padToWidth } from "./fit-text.ts";
import type { Paint } from "./paint.ts";

const gap = "    ";

/**
 * Expected and found values for the terminal: side by side where they fit, otherwise one below the other. A star marks
 * a value out of tolerance.
 */
export function renderMatrixText({ expected, found }: MatrixPair, paint: Paint, width: number): readonly string[] {
  const left = block(`expected [${expected.shape.join(", ")}]`, expected, null);
  const isStarred = found.rows.some(({ cells }) => cells.some(({ mark }) => mark !== "same"));
  const right = block(`found [${found.shape.join(", ")}]${isStarred ? " (* differs)" : ""}`, found, paint);
  const leftWidth = Math.max(...left.map(({ plain }) => stringWidth(plain)));
  const rightWidth = Math.max(...right.map(({ plain }) => stringWidth(plain)));
  if (leftWidth + gap.length + rightWidth > width) return [...left, ...right].map(({ painted }) => painted);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, line) =>
    `${padToWidth(left[line]?.plain ?? "", leftWidth)}${gap}${right[line]?.painted ?? ""}`.trimEnd(),
  );
}

/** One matrix under its caption. */
export function renderMatrixBlock(caption: string, matrix: MatrixView): readonly string[] {
  return block(caption, matrix, null).map(({ plain }) => plain.trimEnd());
}

type Line = { readonly plain: string; readonly painted: string };

function block(caption: string, matrix: MatrixView, paint: Paint | null): readonly Line[] {
  const widths = matrix.columns.map((_, column) =>
    Math.max(0, ...matrix.rows.map(({ cells }) => cells[column]?.text.length ?? 0)),
  );
  const lines = matrix.rows.map(({ cells }) => {
    const texts = cells.map(({ text, mark }, column) => {
      const hasStar = paint !== null && mark !== "same";
      const plain = `${text.padStart(widths[column] ?? 0)}${hasStar ? "*" : " "}`;
      return { plain, painted: hasStar ? paint("red", plain) : plain };
    });
    const frame = (row: readonly string[]) =>
      `  ${matrix.hasEarlierColumns ? "…  " : ""}${row.join(" ")}${matrix.hasMoreColumns ? " …" : ""}`;
    return { plain: frame(texts.map(({ plain }) => plain)), painted: frame(texts.map(({ painted }) => painted)) };
  });
  const same = (text: string): Line => ({ plain: text, painted: text });
  return [
    same(caption),
    ...(matrix.hasEarlierRows ? [same("  …")] : []),
    ...lines,
    ...(matrix.hasMoreRows ? [same("  …")] : []),
  ];
}
