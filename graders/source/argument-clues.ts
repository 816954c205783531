import type { Clue } from "../../reports/report/report.ts";
import { findCode, type TokenRange, withHelpers } from "./find-code.ts";
import type { FoundFunction } from "./find-function.ts";
import { wordAt } from "./read-code.ts";

/** A clue before its lines are shown. */
export type BareClue = Omit<Clue, "place"> & { readonly ranges: readonly TokenRange[] };

/** The exercises that a function uses, directly or not, and that do not pass. @param failed Their ids. */
export function callsFailed({ outline, declaration }: FoundFunction, failed: readonly string[]): BareClue[] {
  const used = withHelpers(outline, declaration).filter((one) => one !== declaration);
  const names = failed.filter((id) => {
    const own = outline.aliases.get(id) ?? id;
    return own !== declaration.name && used.some(({ name }) => name === own);
  });
  return names.length === 0 ? [] : [{ code: "calls-failed", names, ranges: [] }];
}

/** A parameter that stands nowhere. @param wanted Those that matter, as the manifest calls them. */
export function unusedParameters(
  { outline, declaration }: FoundFunction,
  parameters: readonly string[],
  wanted: ReadonlySet<string>,
): BareClue[] {
  const declarations = withHelpers(outline, declaration);
  return (declaration.parameters ?? []).flatMap(({ name, at }, i) => {
    if (name === undefined || !wanted.has(parameters[i] ?? "")) return [];
    if (findCode(outline.code, declarations, name).length > 0) return [];
    return [{ code: "unused-parameter" as const, names: [name], ranges: [{ first: at, last: at }] }];
  });
}

/** `beta || 0.9`: a 0 that is passed is replaced. @param numbers Parameters that are numbers, as the manifest calls them. */
export function orDefaults(
  { outline, declaration }: FoundFunction,
  parameters: readonly string[],
  numbers: ReadonlySet<string>,
): BareClue[] {
  const declarations = withHelpers(outline, declaration);
  return (declaration.parameters ?? []).flatMap(({ name }, i) => {
    if (name === undefined || !numbers.has(parameters[i] ?? "")) return [];
    const ranges = findCode(outline.code, declarations, `${name} ||`).filter(
      ({ last }) =>
        outline.code.tokens[last + 1]?.kind === "number" || wordAt(outline.code, last + 1).startsWith("default"),
    );
    return ranges.length === 0 ? [] : [{ code: "or-default" as const, names: [name], ranges }];
  });
}

/** A member such as `parameters.W1`, where it is read by its name. */
const numbered = /^([A-Za-z]+)(\d+)$/;

/**
 * Members of an argument that are read nowhere, where at least two others of their kind are: W1 and W2, but never W3.
 * @param members By parameter of the manifest, the keys that each case has.
 */
export function unreadMembers(
  { outline, declaration }: FoundFunction,
  parameters: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
): BareClue[] {
  const { code } = outline;
  const words = new Set<string>();
  for (const { first, last } of withHelpers(outline, declaration)) {
    for (let at = first; at <= last; at++) {
      const kind = code.tokens[at]?.kind;
      // With computed keys, anything may be read.
      if (kind === "template" && wordAt(code, at).endsWith("${") && wordAt(code, at - 1) === "[") return [];
      if (kind === "name" || kind === "string") words.add(wordAt(code, at).replace(/["']/g, ""));
    }
  }
  return (declaration.parameters ?? []).flatMap(({ name, at }, i) => {
    const keys = (members.get(parameters[i] ?? "") ?? []).filter((key) => numbered.test(key));
    if (name === undefined || ["Object", "entries", "keys", "values"].some((word) => words.has(word))) return [];
    const unread = keys.filter((key) => !words.has(key));
    const names = unread.filter(
      (key) => keys.filter((one) => words.has(one) && kindOf(one) === kindOf(key)).length >= 2,
    );
    if (names.length === 0 || [...words].some((word) => keys.some((key) => word === kindOf(key)))) return [];
    return [{ code: "unread-members" as const, of: name, names, ranges: [{ first: at, last: at }] }];
  });
}

const kindOf = (key: string): string => numbered.exec(key)?.[1] ?? key;
