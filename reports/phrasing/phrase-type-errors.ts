import { message } from "../messages/message.ts";
import type { TypeErrors, TypeProblem } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatPoints } from "./text/format-number.ts";
import { printable } from "./text/printable.ts";

/** What TypeScript finds, in words. */
export type TypeErrorWords = {
  readonly heading: string;
  /** What it costs, and how many are not shown. */
  readonly remarks: readonly string[];
  readonly problems: readonly TypeProblemWords[];
};

/** A type error in words. */
export type TypeProblemWords = {
  readonly place: string;
  /** What it is about, where that is the contract. */
  readonly about: string | null;
  /** What TypeScript says, in English whatever the language. */
  readonly what: string;
  /** The line of the source, and below it what is meant of it; null where the line is not known. */
  readonly excerpt: { readonly line: string; readonly mark: string } | null;
};

/**
 * What TypeScript finds.
 * @returns null where it finds nothing, a sentence where nothing is known.
 */
export function phraseTypeErrors({ errors, more = 0, unchecked, points }: TypeErrors): TypeErrorWords | string | null {
  if (unchecked !== undefined) return message(`types.${unchecked}`);
  const count = errors.length + more;
  if (count === 0) return null;
  const cost =
    points === undefined
      ? message("types.no-cost", { count })
      : message("types.cost", { points: formatPoints(points) });
  return {
    heading: message("types.found", { count }),
    remarks: [cost, ...(more === 0 ? [] : [message("types.more", { count: more })])],
    problems: errors.map(phraseProblem),
  };
}

function phraseProblem(problem: TypeProblem): TypeProblemWords {
  const { file, line, column, length = 1, source, code, exercise, message: why } = problem;
  return {
    place: message("types.place", { file, line, column }),
    about: exercise === undefined ? null : message("types.contract", { name: codeSpan(exercise) }),
    what: `${why} (TS${code})`,
    excerpt: source === undefined ? null : excerptOf(source, column - 1, length),
  };
}

/** A line without its indentation, and `^~~~` below what is meant of it, where each character is as wide as above. */
function excerptOf(source: string, start: number, length: number): { readonly line: string; readonly mark: string } {
  const shown = (from: number, to?: number): string => printable(source.slice(from, to).replaceAll("\t", "  "));
  const indent = /^\s*/.exec(source.slice(0, start))?.[0].length ?? 0;
  const meant = widthOf(shown(start, start + length));
  return {
    line: shown(indent),
    mark: `${" ".repeat(widthOf(shown(indent, start)))}^${"~".repeat(Math.max(0, meant - 1))}`,
  };
}

const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/gu;

/** Columns in a font of one width. */
const widthOf = (text: string): number => [...text.replaceAll(/\p{M}/gu, "").replaceAll(wide, "##")].length;
