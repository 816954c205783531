import { phraseList, quantity } from "../phrasing/text/sentence.ts";

const mostNamed = 3;

/**
 * Says that earlier results cannot be trusted: once, however many they are.
 * @param files Their names.
 * @param folder The folder that holds them.
 * @param options.onlySome Whether this run grades only some students. Default false.
 */
export function phraseDisbelieved(
  files: readonly string[],
  folder: string,
  { onlySome = false }: { readonly onlySome?: boolean } = {},
): string {
  const named = phraseList([
    ...files.slice(0, mostNamed),
    ...(files.length > mostNamed ? [`${files.length - mostNamed} more`] : []),
  ]);
  const why = "(damaged, changed, or made with another course secret)";
  return `In ${folder}, ${named} cannot be trusted ${why}: graded again${onlySome ? " if this run includes them" : ""}`;
}

/** Says that a file of a cache cannot be trusted; for the first such file of a run. */
export function phraseDisbelievedCache(file: string): string {
  return `${file} cannot be trusted (damaged or changed): made again, like any other such file`;
}

/** Says that earlier results can no longer be read, so that these students' cases cannot be compared. */
export function phraseLostResults(count: number): string {
  return `${quantity(count, "earlier result")} cannot be trusted (damaged, changed, or made with another course secret): only points are compared, not cases`;
}

/** An option of an earlier run that this run was not given. */
export type TakenOver = { readonly flag: string; readonly value: unknown };

/** The options that a run kept from the previous one, and how to drop them: one line. */
export function phraseTakenOver(options: readonly TakenOver[]): string {
  const words = options.map(({ flag, value }) => [flag, ...wordsOf(flag, value)].join(" "));
  return `Options kept from the earlier run: ${words.join(", ")} (--new-settings drops them)`;
}

function wordsOf(flag: string, value: unknown): readonly string[] {
  if (typeof value === "boolean") return [];
  if (flag === "--pass" && typeof value === "number") return [`${Number((100 * value).toFixed(6))}%`];
  const values = Array.isArray(value) ? value : [value];
  return values.map((word) => (/\s/.test(String(word)) ? `"${word}"` : String(word)));
}
