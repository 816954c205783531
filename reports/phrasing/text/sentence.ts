/**
 * Joins words as a sentence does: `a`, `a and b`, `a, b and c`; a long list ends in how many more there are.
 * @param longest Most items to write, that last one included; at least 2.
 * @returns "" for an empty list.
 */
export function phraseList(items: readonly string[], longest = 6): string {
  const shown =
    items.length > longest ? [...items.slice(0, longest - 1), `${items.length - longest + 1} more`] : [...items];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}

/** A sentence as a clause inside another one: no capital (unless in a name), no full stop. */
export function toClause(sentence: string): string {
  return sentence.replace(/^(?:[A-Z](?=[a-z])|A(?= ))/, (letter) => letter.toLowerCase()).replace(/\.$/, "");
}

/** A clause with its first letter in upper case. */
export const capitalised = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);

/** `3 cases`, `1 case`. @param noun In the singular. */
export const quantity = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
