import { currentLanguage, inLanguage, languages } from "../../messages/language.ts";
import { type MessageKey, write } from "../../messages/message.ts";

/**
 * What the sandbox says of a submission none of whose functions can be called, and what stands in each sentence, in order. The sandbox knows
 * no catalogue: what it says is English, and is recognised by its form. The first that fits counts.
 */
export const loadFailureForms = {
  "load.may-import": ["why"],
  "load.notebook": ["why"],
  "load.unreadable": ["name", "why"],
  "load.uncompiled": ["why"],
  "load.is-link": [],
  "load.is-no-file": [],
  "load.name-is-no-text": [],
  "load.is-missing": [],
  "load.is-deep": ["most"],
  "load.are-many": ["most"],
  "load.is-irregular": [],
  "load.is-too-much": ["bytes", "most"],
  "load.extension": ["extension"],
  "load.is-too-large": ["bytes", "limit"],
  "load.no-entry": ["entry"],
  "load.link-to-nowhere": [],
  "load.link-outside": [],
  "load.is-binary": [],
  "load.is-no-text": [],
  "load.is-no-part": ["file", "entry"],
  "load.compiles-large": ["most"],
  "load.compiles-long": ["seconds"],
  "load.compiles-memory": ["most"],
  "load.compiles-crash": [],
  "load.import-computed": [],
  "load.import-outside": ["path"],
  "load.import-data": ["path"],
  "load.import-missing": ["path"],
  "load.import": ["path"],
  "load.top-level-time": [],
  "load.top-level-waits": [],
  "load.top-level-memory": [],
  "load.top-level-crash": [],
  "load.top-level-again": [],
  "load.top-level-threw": ["error", "message"],
} as const satisfies Partial<Record<MessageKey, readonly string[]>>;

/** What stands in quotes. */
const quoted: ReadonlySet<string> = new Set(["name", "path", "file", "extension"]);

/** A sentence as it is recognised. */
type Form = { readonly key: string; readonly names: readonly string[]; readonly pattern: RegExp };

let made: readonly Form[] | undefined;

/** Made from the English of the catalogue, so that a sentence stands there only. */
function formsInEnglish(): readonly Form[] {
  return inLanguage(languages[0], () =>
    Object.entries(loadFailureForms).map(([key, names]) => {
      const gaps = Object.fromEntries(names.map((name) => [name, `{${name}}`]));
      const source = names.reduce<string>(
        (text, name) => text.replace(RegExp.escape(`{${name}}`), quoted.has(name) ? '(".*")' : "(.*?)"),
        RegExp.escape(write(key, gaps)),
      );
      return { key, names, pattern: new RegExp(`^${source}$`, "s") };
    }),
  );
}

/** Where in the submission something is wrong, before what is. */
const placed = /^(\S.*?:\d+: )(.*)$/s;

/**
 * Why no function of a submission can be called, in the language that is being written as far as it is ours to say: what compilers and
 * submissions say stays as it is.
 * @param told As the report has it, in English.
 */
export function phraseLoadFailure(told: string): string {
  if (currentLanguage() === languages[0]) return told;
  made ??= formsInEnglish();
  for (const { key, names, pattern } of made) {
    const match = pattern.exec(told);
    if (match === null) continue;
    const values = names.map((name, at) => {
      const value = match[at + 1] ?? "";
      return [name, name === "why" ? phraseLoadFailure(value) : value] as const;
    });
    return write(key, Object.fromEntries(values));
  }
  const [, place = "", what] = placed.exec(told) ?? [];
  return what === undefined ? told : place + phraseLoadFailure(what);
}
