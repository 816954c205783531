/** What a name says about an attempt: which one it is (greater is later), and when it was handed in. */
export type AttemptName = { readonly number: number; readonly time?: Date };

const numbered = /^(?:attempt|try|version|submission|v)?[ _-]?(\d{1,4})$/i;
const timed =
  /^(\d{4})-?(\d{2})-?(\d{2})[T _-](\d{2})[:.-]?(\d{2})(?:[:.-]?(\d{2})(?:\.\d+)?)?[ _]?(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads the name of a folder that holds one attempt: `2`, `attempt-2`, `v2`, or a time such as `2025-03-01T18-30-00Z`
 * or `2025-03-01 18:30:00 UTC`. A time without a zone orders attempts, but does not say when they were handed in.
 * @returns undefined for any other name.
 */
export function readAttemptName(name: string): AttemptName | undefined {
  const numbers = numbered.exec(name)?.[1];
  if (numbers !== undefined) return { number: Number(numbers) };
  const [, year, month, day, hour, minute, second = "00", zone] = timed.exec(name) ?? [];
  if (year === undefined) return undefined;
  const offset = (zone ?? "Z")
    .toUpperCase()
    .replace("UTC", "Z")
    .replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  if (Number.isNaN(time.getTime())) return undefined;
  return zone === undefined ? { number: time.getTime() } : { number: time.getTime(), time };
}

/** A name that ends in the number of an attempt. */
export type SuffixedName = {
  readonly base: string;
  readonly number: number;
  /** It says "attempt"; a bare number may be part of the name: `team-2`. */
  readonly isExplicit: boolean;
};

/** Splits `alice-2`, `alice_2`, `alice (2)` and `alice-attempt-2`. */
export function splitAttemptSuffix(name: string): SuffixedName | undefined {
  const [, base, word, number] =
    /^(.+?)(?:[ _-]+(attempt|try)[ _-]?|[_-]| ?(?=\(\d{1,4}\)$)\(?)(\d{1,4})\)?$/i.exec(name) ?? [];
  if (base === undefined || number === undefined) return undefined;
  return { base, number: Number(number), isExplicit: word !== undefined };
}
