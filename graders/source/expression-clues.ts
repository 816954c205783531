import type { BareClue } from "./argument-clues.ts";
import { findCode, withHelpers } from "./find-code.ts";
import type { FoundFunction } from "./find-function.ts";

/** More places than this say no more than the function. */
const mostRanges = 3;

/** What changes some values only, and is easily overlooked. */
const expressions = [
  { code: "sorts-as-text", name: "sort", piece: "sort()" },
  { code: "rounds", name: "toFixed", piece: "toFixed" },
  { code: "rounds", name: "toPrecision", piece: "toPrecision" },
  { code: "rounds", name: "Math.round", piece: "Math.round" },
  { code: "cuts-off", name: "clipByValue", piece: "clipByValue" },
] as const;

/** Where a function does what right ones seldom do. */
export function expressionClues({ outline, declaration }: FoundFunction): BareClue[] {
  const declarations = withHelpers(outline, declaration);
  return expressions.flatMap(({ code, name, piece }) => {
    const ranges = findCode(outline.code, declarations, piece);
    return ranges.length === 0 || ranges.length > mostRanges ? [] : [{ code, names: [name], ranges }];
  });
}
