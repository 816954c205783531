import { createRequire } from "node:module";
import { messages as en } from "./compiled/en.js";
import type { MessageValues } from "./compiled/message-values.ts";
import { currentLanguage, type Language } from "./language.ts";

/** The name of a message: `mismatch.shape`. */
export type MessageKey = keyof MessageValues;

/** What a message is given: nothing, or a value for each of its arguments. */
type Given<Key extends MessageKey> = MessageValues[Key] extends undefined ? [] : [values: MessageValues[Key]];

const load = createRequire(import.meta.url);

/** English is what most commands write; another language is read when its first message is asked for. */
const catalogue: Partial<Record<Language, typeof en>> = { en };

function messagesIn(language: Language): typeof en {
  catalogue[language] ??= (load(`./compiled/${language}.js`) as { readonly messages: typeof en }).messages;
  return catalogue[language];
}

/** A message in the language that is being written. Which values it takes is known to the types. */
export function message<Key extends MessageKey>(key: Key, ...[values]: Given<Key>): string {
  return write(key, values);
}

/**
 * {@link message} for a template, of which types know nothing.
 * @throws RangeError for a key that is not in the catalogue.
 */
export function write(key: string, values?: Readonly<Record<string, string | number>>): string {
  const written = messagesIn(currentLanguage())[key];
  if (written === undefined) throw new RangeError(`There is no message ${JSON.stringify(key)}`);
  return written(values);
}
