import { phraseList } from "../phrasing/text/phrase-list.ts";

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
  const are = files.length === 1 ? "is not as it was written" : "are not as they were written";
  return `In ${folder}, ${named} ${are} (damaged, changed, or made under another course secret): graded again${onlySome ? " where this run grades them" : ""}`;
}

/** What is said of a file of a cache that is not believed, of the first of a run. */
export function phraseDisbelievedCache(file: string): string {
  return `${file} is not as it was written (damaged or changed): made again, like any other that is not`;
}

/** What is said where results of before cannot be read any more: of these students no case can be compared. */
export function phraseLostResults(count: number): string {
  const are = count === 1 ? "1 result of before is not as it was" : `${count} results of before are not as they were`;
  return `${are} written (damaged, changed, or made under another course secret): of these, points are compared and no cases`;
}
