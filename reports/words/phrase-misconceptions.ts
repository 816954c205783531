import { phraseList } from "./phrase-list.ts";
import { printable } from "./printable.ts";

/**
 * The recognised mistakes as a phrase: of `["drops-last-batch"]`, `drops last batch`.
 * @param ids Their names in kebab-case.
 * @returns null if none was recognised.
 */
export function phraseMisconceptions(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : phraseList(ids.map((id) => printable(id).replaceAll("-", " ")));
}
