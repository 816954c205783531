import type { SourceExcerpt } from "../../reports/report/report.ts";
import { cutLine } from "./cut-line.ts";
import { lineOf, type StudentSource } from "./student-source.ts";

const linesBefore = 2;
const linesAfter = 1;
const longestName = 60;

const name = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;

/**
 * A few lines of a submission around a place, which is marked: the name that begins there, or one character.
 * @param place As an error has it.
 * @returns undefined where the place is not known, or the submission has none like it.
 */
export function excerptAt(
  source: StudentSource,
  { file: path, line, column = 1 }: { readonly file?: string; readonly line?: number; readonly column?: number },
): SourceExcerpt | undefined {
  const file = path === undefined ? undefined : source.file(path);
  if (file === undefined || line === undefined) return undefined;
  const marked = lineOf(file, line);
  if (marked === undefined || column > marked.length + 1) return undefined;
  const { text, shift } = cutLine(marked, column);
  const firstLine = Math.max(1, line - linesBefore);
  const lines: string[] = [];
  for (let at = firstLine; at <= line + linesAfter; at++) {
    const other = at === line ? text : lineOf(file, at);
    if (other !== undefined) lines.push(at === line ? text : cutLine(other).text);
  }
  const length = Math.min(nameLength(marked, column), text.length - (column - shift) + 1);
  return { firstLine, lines, line, column: column - shift, ...(length > 1 && { length }) };
}

function nameLength(line: string, column: number): number {
  name.lastIndex = column - 1;
  return Math.min(longestName, name.exec(line)?.[0].length ?? 1);
}
