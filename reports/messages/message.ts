import { messages as de } from "./compiled/de.ts";
import { messages as en } from "./compiled/en.ts";
import type { MessageValues } from "./compiled/message-values.ts";
import { currentLanguage, type Language } from "./language.ts";

/** The name of a message: `mismatch.shape`. */
export type MessageKey = keyof MessageValues;

/** What a message is given: nothing, or a value for each of its arguments. */
type Given<Key extends MessageKey> = MessageValues[Key] extends undefined ? [] : [values: MessageValues[Key]];

type Written = (values?: Readonly<Record<string, string | number>>) => string;

const catalogue: Readonly<Record<Language, Readonly<Record<string, Written>>>> = { en, de };

/** A message in the language that is being written. Which values it takes is known to the types. */
export function message<Key extends MessageKey>(key: Key, ...[values]: Given<Key>): string {
  return write(key, values);
}

/**
 * {@link message} for a template, of which types know nothing.
 * @throws RangeError for a key that is not in the catalogue.
 */
export function write(key: string, values?: Readonly<Record<string, string | number>>): string {
  const written = catalogue[currentLanguage()][key];
  if (written === undefined) throw new RangeError(`There is no message ${JSON.stringify(key)}`);
  return written(values);
}
