import { message } from "../messages/message.ts";
import type { SourceExcerpt, SourceLines, SourceMark, SourcePlace, ThrownError } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { printable } from "./text/printable.ts";

/** A part of a line of source, printable but for its tabs; what is marked stands in a part of its own. */
export type SourcePart = { readonly text: string; readonly isMarked: boolean };

/** Lines of a submission to be shown. */
export type SourceWords = {
  /** What they are, in a sentence without its full stop. */
  readonly caption: string;
  readonly firstLine: number;
  readonly lines: readonly (readonly SourcePart[])[];
};

/** The lines around the place where an error was thrown; null where they are not known. */
export function phraseExcerpt({ file, excerpt }: ThrownError): SourceWords | null {
  if (file === undefined || excerpt === undefined) return null;
  const { firstLine, lines, line, column, length = 1 } = excerpt satisfies SourceExcerpt;
  return {
    caption: message("source.excerpt", { file: codeSpan(file), line }),
    firstLine,
    lines: partsOf(firstLine, lines, [{ line, column, length }]),
  };
}

/** The lines in which to look for a misconception, and what is known of them. */
export function phrasePlace(place: SourcePlace): SourceWords {
  const { file, firstLine, lines, marks, certainty, code = "" } = place;
  const at = codeSpan(`${file}:${marks[0]?.line ?? firstLine}`);
  const known = { code: codeSpan(code), place: at };
  const caption =
    certainty === "several-places"
      ? message("source.several-places", { ...known, count: marks.length })
      : certainty === "function"
        ? message("source.function", { place: at })
        : message(`source.${certainty}`, known);
  return { caption, firstLine, lines: partsOf(firstLine, lines, marks) };
}

/** Lines that a sentence beside them speaks of. */
export function phraseLines({ file, firstLine, lines, marks }: SourceLines): SourceWords {
  const place = codeSpan(`${file}:${marks[0]?.line ?? firstLine}`);
  return { caption: message("source.function", { place }), firstLine, lines: partsOf(firstLine, lines, marks) };
}

/** The lines without the indentation that all have, cut where marks begin and end. */
function partsOf(firstLine: number, lines: readonly string[], marks: readonly SourceMark[]): SourceWords["lines"] {
  const indent = Math.min(...lines.filter((line) => line.trim() !== "").map(indentOf));
  const isIndented = lines.every((line) => line.trim() === "" || line.startsWith(lines[0]?.slice(0, indent) ?? ""));
  const from = isIndented && Number.isFinite(indent) ? indent : 0;
  return lines.map((line, i) => {
    const parts: SourcePart[] = [];
    let at = from;
    const add = (to: number, isMarked: boolean): void => {
      const text = line.slice(at, to);
      if (text !== "")
        parts.push({
          text: text
            .split("\t")
            .map((piece) => printable(piece))
            .join("\t"),
          isMarked,
        });
      at = Math.max(at, to);
    };
    const own = marks.filter((mark) => mark.line === firstLine + i).sort((a, b) => a.column - b.column);
    for (const { column, length } of own) {
      add(column - 1, false);
      add(column - 1 + length, true);
    }
    add(line.length, false);
    return parts;
  });
}

const indentOf = (line: string): number => /^[ \t]*/.exec(line)?.[0].length ?? 0;
