import { phraseTypeErrors, type TypeProblemWords } from "../phrasing/phrase-type-errors.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { TypeErrors } from "../report/report.ts";
import type { Paint } from "./paint.ts";
import { wrapText } from "./text-width.ts";

const indent = "  ";

/** What TypeScript finds, for the terminal; nothing where it finds nothing. */
export function renderTypeErrors(found: TypeErrors | undefined, paint: Paint, width: number): readonly string[] {
  const words = found === undefined ? null : phraseTypeErrors(found);
  if (words === null) return [];
  if (typeof words === "string") return wrapText(words, width);
  return [
    ...wrapText(`${words.heading}. ${words.remarks.join(" ")}`, width).map((line) => paint("bold", line)),
    ...words.problems.flatMap((problem) => renderProblem(problem, paint, width)),
  ];
}

function renderProblem(
  { place, about, what, excerpt }: TypeProblemWords,
  paint: Paint,
  width: number,
): readonly string[] {
  const said = about === null ? what : `${about} ${what}`;
  const lines = wrapText(`${printable(place)}: ${printable(said)}`, width);
  if (excerpt === null) return lines;
  const room = width - indent.length;
  // Of a long line, what is meant and what stands before and after it.
  const from = excerpt.line.length <= room ? 0 : Math.max(0, excerpt.mark.indexOf("^") - Math.floor(room / 3));
  const [line, mark] = [excerpt.line, excerpt.mark].map((text) => text.slice(from, from + room));
  return [...lines, `${indent}${line}`, `${indent}${paint("red", mark ?? "")}`];
}
