import { phraseList } from "../phrasing/text/sentence.ts";

const mostNamed = 3;

/**
 * What is said of kept results that are not believed: told once, however many they are.
 * @param files Their names.
 * @param folder Where they lie.
 * @param options.onlySome Whether only some students were graded. Default false.
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

/** What is said of a file of a cache that is not believed, of the first of a run. */
export function phraseDisbelievedCache(file: string): string {
  return `${file} cannot be trusted (damaged or changed): made again, like any other such file`;
}

/** What is said where results of before cannot be read any more: of these students no case can be compared. */
export function phraseLostResults(count: number): string {
  const results = count === 1 ? "1 earlier result" : `${count} earlier results`;
  return `${results} cannot be trusted (damaged, changed, or made with another course secret): only points are compared, not cases`;
}

/** An option that an earlier run was given, and this one was not. */
export type TakenOver = { readonly flag: string; readonly value: unknown };

/** What a run has taken over from the one before it, and how to get rid of it: one line. */
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
