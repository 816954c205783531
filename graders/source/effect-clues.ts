import type { BareClue } from "./argument-clues.ts";
import { findCode, type TokenRange, withHelpers } from "./find-code.ts";
import type { FoundFunction } from "./find-function.ts";
import { makingOf } from "./makers.ts";

/** More places than this say no more than the function. */
const mostRanges = 3;

const changers = ["shift", "pop", "push", "unshift", "splice", "sort", "reverse", "fill", "dispose", "assign"];

/** Where a parameter is changed that a call changed. @param changed As the manifest calls them. */
export function changedInput(
  found: FoundFunction,
  parameters: readonly string[],
  changed: readonly string[],
): BareClue[] {
  const { outline, declaration } = found;
  const declarations = withHelpers(outline, declaration);
  const { makers } = makingOf(outline, declaration);
  return changed.flatMap((parameter) => {
    const name = declaration.parameters?.[parameters.indexOf(parameter)]?.name;
    if (name === undefined) return [];
    const ranges = [
      ...changers.flatMap((method) => findCode(outline.code, declarations, `${name}.${method}`)),
      ...makers.filter(({ base, key }) => key !== undefined && base[0] === name).map(({ range }) => range),
    ];
    return marked("changes-input", [name], ranges);
  });
}

/** Where tensors are disposed of. */
export function disposed({ outline, declaration }: FoundFunction): BareClue[] {
  const declarations = withHelpers(outline, declaration);
  return marked("disposes", ["dispose"], findCode(outline.code, declarations, "dispose"));
}

/** What the function changes of that which its file declares outside of functions. */
export function keptOutside({ outline, declaration }: FoundFunction): BareClue[] {
  const { makers } = makingOf(outline, declaration);
  const used = withHelpers(outline, declaration).filter((one) => one.parameters === undefined);
  const kept = used.filter(({ name }) =>
    makers.some(({ base, key, range }) => base[0] === name && (key !== undefined || range.first >= declaration.first)),
  );
  return kept.flatMap(({ name, nameAt }) => marked("kept-outside", [name], [{ first: nameAt, last: nameAt }]));
}

function marked(code: BareClue["code"], names: string[], ranges: readonly TokenRange[]): BareClue[] {
  return ranges.length === 0 || ranges.length > mostRanges ? [] : [{ code, names, ranges }];
}
