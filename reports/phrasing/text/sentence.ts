import { currentLanguage, type Language } from "../../messages/language.ts";
import { message } from "../../messages/message.ts";

/**
 * Joins words as a sentence does: `a`, `a and b`, `a, b and c`; a long list ends in how many more there are.
 * @param longest Most items to write, that last one included; at least 2.
 * @returns "" for an empty list.
 */
export function phraseList(items: readonly string[], longest = 6): string {
  const shown =
    items.length > longest
      ? [...items.slice(0, longest - 1), message("list.more", { count: items.length - longest + 1 })]
      : [...items];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : message("list.and", { items: shown.join(", "), last });
}

/** Where a sentence begins with a capital only because it is one. German writes nouns with a capital anywhere. */
const firstLetter: Readonly<Record<Language, RegExp>> = {
  en: /^(?:[A-Z](?=[a-z])|A(?= ))/,
  de: /^[A-ZÄÖÜ](?=(?:er|ie|as|en|em|es|in|ine|iner|eine[rs]?|m|ei|eim|lle|lles|ede[rs]?|ach|or|on|om|it|hne|ür|uf|us|n|u|um|ur|o|ird|ur|icht|rst|ier|ls|ie|urch|ies|iese[rs]?|eide|ist|ind|inige|anche|enn|eil|bwohl|tatt|wei|er|weimal|rneut) )/,
};

/** A sentence as a clause inside another one: no capital (unless in a name or noun), no full stop. */
export function toClause(sentence: string): string {
  return sentence.replace(firstLetter[currentLanguage()], (letter) => letter.toLowerCase()).replace(/\.$/, "");
}

/** A clause with its first letter in upper case. */
export const capitalised = (clause: string): string => clause.charAt(0).toUpperCase() + clause.slice(1);

/** `3 cases`, `1 case`: in English, for authors of assignments. @param noun In the singular. */
export const quantity = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
