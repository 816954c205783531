import type { SourcePart, SourceWords } from "../phrasing/phrase-source.ts";
import { printable } from "../phrasing/text/printable.ts";
import { cutToWidth, padToWidth } from "./fit-text.ts";
import type { Paint } from "./paint.ts";
import { textWidth, wrapText } from "./text-width.ts";

const bar = " | ";
const tab = "  ";

/** Lines of a submission for the terminal, under their caption: with numbers, and `^~~~` below what is marked. */
export function renderSource(
  { caption, firstLine, lines }: SourceWords,
  paint: Paint,
  width: number,
): readonly string[] {
  const digits = String(firstLine + lines.length - 1).length;
  const room = Math.max(10, width - digits - bar.length);
  const body = lines.flatMap((parts, i) => {
    const gutter = padToWidth(String(firstLine + i), digits, "right") + bar;
    const shown = fitParts(parts, room);
    const text = shown.map(({ text }) => text).join("");
    const line = `${paint("dim", gutter)}${text}`.trimEnd();
    if (!shown.some(({ isMarked }) => isMarked)) return [line];
    const mark = shown.map(({ text, isMarked }) => underline(textWidth(text), isMarked)).join("");
    return [line, `${paint("dim", `${" ".repeat(digits)}${bar}`)}${paint("red", mark.trimEnd())}`];
  });
  return [...wrapText(`${printable(caption)}:`, width), ...body];
}

const underline = (columns: number, isMarked: boolean): string =>
  isMarked ? `^${"~".repeat(Math.max(0, columns - 1))}` : " ".repeat(columns);

/** The parts of a line that fit into some columns, the first mark among them. */
function fitParts(parts: readonly SourcePart[], room: number): readonly SourcePart[] {
  const spaced = parts.map(({ text, isMarked }) => ({ text: text.replaceAll("\t", tab), isMarked }));
  const [first, second] = spaced;
  const before = first === undefined || first.isMarked || second === undefined ? 0 : textWidth(first.text);
  const surplus = before + textWidth(second?.text ?? "") - room + 1;
  const fitted =
    before > 0 && surplus > 0 && first !== undefined
      ? [{ text: cutStart(first.text, Math.max(1, before - surplus)), isMarked: false }, ...spaced.slice(1)]
      : spaced;
  const shown: SourcePart[] = [];
  let left = room;
  for (const { text, isMarked } of fitted) {
    if (left <= 0) break;
    const kept = cutToWidth(text, left);
    shown.push({ text: kept, isMarked });
    left = kept === text ? left - textWidth(text) : 0;
  }
  return shown;
}

/** The end of a text; an ellipsis replaces what was cut. */
function cutStart(text: string, width: number): string {
  let kept = "";
  for (const character of [...text].reverse()) {
    if (textWidth(character + kept) > width - 1) break;
    kept = character + kept;
  }
  return `…${kept}`;
}
