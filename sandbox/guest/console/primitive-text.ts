import {
  bigintText,
  charCodeAt,
  NativeNumber,
  NativeString,
  sameNumber,
  stringIndexOf,
  stringRepeat,
  stringSlice,
  symbolText,
} from "../intrinsics/intrinsics.ts";

const largest = 2n ** 4096n;

/** A number as it is printed. */
export const numberText = (value: number): string => (sameNumber(value, -0) ? "-0" : NativeString(value));

/** An integer with its `n`. Digits of one of any size take their time: what has more than 1,233 of them is told, not shown. */
export const integerText = (value: bigint): string =>
  value < largest && value > -largest ? `${bigintText(value)}n` : "<more than 1233 digits>n";

/** A primitive as it is printed inside an object. */
export function primitiveText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return numberText(value);
    case "bigint":
      return integerText(value);
    case "symbol":
      return symbolText(value);
    default:
      return NativeString(value);
  }
}

const named = {
  __proto__: null,
  8: "\\b",
  9: "\\t",
  10: "\\n",
  12: "\\f",
  13: "\\r",
  92: "\\\\",
} as unknown as Readonly<Record<number, string | undefined>>;

/** A string as Node prints it inside an object: in single quotes, or in others where it holds those, with escapes. */
export function quote(text: string): string {
  const mark = markFor(text);
  return `${mark}${escapeText(text, mark)}${mark}`;
}

function markFor(text: string): string {
  if (stringIndexOf(text, "'") === -1) return "'";
  if (stringIndexOf(text, '"') === -1) return '"';
  return stringIndexOf(text, "`") === -1 && stringIndexOf(text, "${") === -1 ? "`" : "'";
}

/** A text with everything escaped that would not be seen as what it is. @param mark A quotation mark to be escaped, too. */
export function escapeText(text: string, mark: string): string {
  let escaped = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = charCodeAt(text, i);
    const isHigh = code >= 0xd800 && code <= 0xdbff;
    if (isHigh && isLow(text, i + 1)) {
      i += 1;
      continue;
    }
    const isAlone = code >= 0xd800 && code <= 0xdfff;
    const isMark = text[i] === mark && mark === "'";
    if (!isMark && !isAlone && code !== 92 && code >= 32 && (code < 127 || code > 159)) continue;
    escaped += stringSlice(text, from, i) + (isMark ? "\\'" : escapeCode(code));
    from = i + 1;
  }
  return escaped + stringSlice(text, from);
}

const isLow = (text: string, at: number): boolean =>
  at < text.length && charCodeAt(text, at) >= 0xdc00 && charCodeAt(text, at) <= 0xdfff;

function escapeCode(code: number): string {
  // Node writes these in small letters, and the others in capitals.
  if (code > 255) return `\\u${smallHexadecimal(code, 4)}`;
  return named[code] ?? `\\x${hexadecimal(code, 2)}`;
}

const hexadecimal = (value: number, length: number): string => inDigits(value, length, "0123456789ABCDEF");

/** A number in hexadecimal digits, with zeros in front. */
export const smallHexadecimal = (value: number, length: number): string => inDigits(value, length, "0123456789abcdef");

function inDigits(value: number, length: number, digits: string): string {
  let text = "";
  for (let rest = value; rest > 0; rest = (rest - (rest % 16)) / 16) text = `${digits[rest % 16]}${text}`;
  return text.length < length ? stringRepeat("0", length - text.length) + text : text;
}

/** Whether a key can be written without quotes. */
export function isPlainKey(key: string): boolean {
  for (let i = 0; i < key.length; i++) {
    const code = charCodeAt(key, i);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
    if (!isLetter && (i === 0 || code < 48 || code > 57)) return false;
  }
  return key !== "";
}

/** Whether a key is the index of a list. */
export function isIndex(key: string): boolean {
  if (key === "" || key.length > 10) return false;
  for (let i = 0; i < key.length; i++) {
    const code = charCodeAt(key, i);
    if (code < 48 || code > 57 || (i === 0 && code === 48 && key.length > 1)) return false;
  }
  return NativeNumber(key) < 4294967295;
}
