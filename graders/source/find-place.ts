import type { SourceMark, SourcePlace } from "../../reports/report/report.ts";
import { cutLine } from "./cut-line.ts";
import type { Declaration } from "./declarations.ts";
import { findCode, type TokenRange, withHelpers } from "./find-code.ts";
import type { FoundFunction } from "./find-function.ts";
import { wordAt } from "./read-code.ts";
import type { Parameter } from "./signature.ts";
import { lineOf, placeAt, type SourceFile } from "./student-source.ts";

/** Places that are marked at most: more say no more than the function. */
const mostMarks = 3;
const mostLines = 30;
/** Lines before and behind what is marked, where the function is too long to be shown. */
const linesAround = 2;

/** What was found, before lines are chosen. */
type Found = {
  readonly certainty: SourcePlace["certainty"];
  readonly code?: string;
  readonly ranges: readonly TokenRange[];
};

/** Lines of a file, the last included, from 1. */
type Lines = { readonly from: number; readonly to: number };

/**
 * Where in a function to look for a mistake.
 * @param looksAt Pieces of code, the best first, in the names of the manifest: the first that stands in few places is marked, or is a
 * parameter that is never used.
 * @param parameters Of the manifest; the submission may have other names for them.
 * @param room Characters that the lines may have. Where there is too little, fewer lines are shown, or none.
 */
export function findPlace(
  found: FoundFunction,
  {
    looksAt,
    parameters,
    room,
  }: { readonly looksAt: readonly string[]; readonly parameters: readonly string[]; readonly room: number },
): Omit<SourcePlace, "misconception"> | undefined {
  const { certainty, ranges, ...named } = search(found, looksAt, parameters);
  const shown = showRanges(found, ranges, room);
  return shown && { ...shown, certainty, ...named };
}

/**
 * The lines of a function in which some ranges of its file are marked: all of it where there is room, those around the marks, or, without
 * marks, its beginning.
 * @param room Characters that the lines may have.
 */
export function showRanges(
  found: FoundFunction,
  ranges: readonly TokenRange[],
  room: number,
): Pick<SourcePlace, "file" | "firstLine" | "lines" | "marks"> | undefined {
  const { file, code } = found.outline;
  const marks = ranges.map(({ first, last }) =>
    markOf(file, code.tokens[first]?.start ?? 0, code.tokens[last]?.end ?? 0),
  );
  const whole = linesOf(found, found.declaration);
  for (const lines of marks.length === 0 ? [headOf(file, whole, room)] : [whole, around(marks, whole)]) {
    const shown = show(file, lines, marks);
    if (shown !== undefined && charactersIn(shown.lines) <= room) {
      return { file: file.path, firstLine: lines.from, ...shown };
    }
  }
  return undefined;
}

function search(found: FoundFunction, looksAt: readonly string[], parameters: readonly string[]): Found {
  const { code } = found.outline;
  const declarations = withHelpers(found.outline, found.declaration);
  for (const asked of looksAt) {
    const { piece, parameter } = inNamesOf(found, asked, parameters);
    const ranges = findCode(code, declarations, piece);
    const [only] = ranges;
    if (only === undefined && parameter?.name === piece) {
      return { certainty: "unused-parameter", code: piece, ranges: [{ first: parameter.at, last: parameter.at }] };
    }
    if (only === undefined || ranges.length > mostMarks) continue;
    return { certainty: ranges.length === 1 ? "only-place" : "several-places", code: piece, ranges };
  }
  return { certainty: "function", ranges: [] };
}

/** A piece of code in the names that the submission has for the parameters. @property parameter That which the piece is, if it is one. */
function inNamesOf(
  { declaration, outline }: FoundFunction,
  piece: string,
  parameters: readonly string[],
): { readonly piece: string; readonly parameter: Parameter | undefined } {
  const own = declaration.parameters ?? [];
  const named = piece.replace(/"[^"]*"|[\p{ID_Start}$_][\p{ID_Continue}$]*/gu, (name) => {
    const at = parameters.indexOf(name);
    return own[at]?.name ?? name;
  });
  const parameter = own[parameters.indexOf(piece)];
  return {
    piece: named,
    parameter: parameter !== undefined && wordAt(outline.code, parameter.at) === named ? parameter : undefined,
  };
}

function markOf(file: SourceFile, start: number, end: number): SourceMark {
  const { line, column } = placeAt(file, start);
  const rest = (lineOf(file, line)?.length ?? 0) - column + 1;
  // Of a template, what stands before its first expression.
  const length = end - start - (file.text.startsWith("${", end - 2) ? 2 : 0);
  return { line, column, length: Math.max(1, Math.min(length, rest)) };
}

function linesOf({ outline: { file, code } }: FoundFunction, { first, last }: Declaration): Lines {
  const at = (position: number): number => placeAt(file, position).line;
  return { from: at(code.tokens[first]?.start ?? 0), to: at((code.tokens[last]?.end ?? 1) - 1) };
}

/** The beginning of a function, as much as there is room for. */
function headOf(file: SourceFile, { from, to }: Lines, room: number): Lines {
  let last = Math.min(to, from + mostLines - 1);
  while (last > from && charactersIn(linesIn(file, { from, to: last })) > room) last -= 1;
  return { from, to: last };
}

function around(marks: readonly SourceMark[], whole: Lines): Lines {
  const lines = marks.map(({ line }) => line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  // What is marked may stand outside of the function, in one that it calls.
  return {
    from: Math.max(first - linesAround, first >= whole.from ? whole.from : 1),
    to: last <= whole.to ? Math.min(last + linesAround, whole.to) : last + linesAround,
  };
}

/** The lines with their marks. @returns undefined where they are too many, or a mark is not among them. */
function show(
  file: SourceFile,
  lines: Lines,
  marks: readonly SourceMark[],
): Pick<SourcePlace, "lines" | "marks"> | undefined {
  if (lines.to - lines.from >= mostLines) return undefined;
  const shown: SourceMark[] = [];
  const texts = linesIn(file, lines, (line, text) => {
    const own = marks.filter((mark) => mark.line === line);
    const cut = cutLine(text, own[0]?.column);
    shown.push(...own.map((mark) => ({ ...mark, column: mark.column - cut.shift })));
    return cut.text;
  });
  const isShown = ({ line, column, length }: SourceMark): boolean =>
    column >= 1 && column + length - 1 <= (texts[line - lines.from]?.length ?? 0);
  return shown.length === marks.length && shown.every(isShown) ? { lines: texts, marks: shown } : undefined;
}

function linesIn(
  file: SourceFile,
  { from, to }: Lines,
  shownAs: (line: number, text: string) => string = (_, text) => cutLine(text).text,
): string[] {
  const texts: string[] = [];
  for (let line = from; line <= to; line++) {
    const text = lineOf(file, line);
    if (text !== undefined) texts.push(shownAs(line, text));
  }
  return texts;
}

const charactersIn = (lines: readonly string[]): number => lines.reduce((sum, { length }) => sum + length, 0);
