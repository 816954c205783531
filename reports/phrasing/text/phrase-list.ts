/**
 * Joins words as a sentence does: `a`, `a and b`, `a, b and c`; of too many the rest is counted.
 * @param longest Most items to write, the count of the rest included; at least 2.
 * @returns "" for an empty list.
 */
export function phraseList(items: readonly string[], longest = 6): string {
  const shown =
    items.length > longest ? [...items.slice(0, longest - 1), `${items.length - longest + 1} more`] : [...items];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
