/** An option that an earlier run was given, and this one was not. */
export type TakenOver = { readonly flag: string; readonly value: string | number | boolean | readonly string[] };

/** What a run has taken over from the one before it, and how to get rid of it: one line. */
export function phraseTakenOver(options: readonly TakenOver[]): string {
  const words = options.map(({ flag, value }) => [flag, ...wordsOf(flag, value)].join(" "));
  return `Options kept from the earlier run: ${words.join(", ")} (--new-settings drops them)`;
}

function wordsOf(flag: string, value: TakenOver["value"]): readonly string[] {
  if (typeof value === "boolean") return [];
  if (flag === "--pass" && typeof value === "number") return [`${Number((100 * value).toFixed(6))}%`];
  const values = typeof value === "object" ? value : [value];
  return values.map((word) => (/\s/.test(String(word)) ? `"${word}"` : String(word)));
}
