const replacement = 0xfffd;

/** `TextEncoder`: UTF-8. */
export class TextEncoder {
  readonly encoding = "utf-8";

  encode(text = ""): Uint8Array {
    const bytes = new Uint8Array(3 * text.length);
    return bytes.slice(0, this.encodeInto(text, bytes).written);
  }

  encodeInto(text: string, bytes: Uint8Array): { readonly read: number; readonly written: number } {
    let written = 0;
    let read = 0;
    for (const letter of text.toWellFormed()) {
      const code = letter.codePointAt(0) ?? 0;
      const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (written + size > bytes.length) break;
      if (size === 1) bytes[written] = code;
      else {
        bytes[written] = ([0, 0, 0xc0, 0xe0, 0xf0][size] ?? 0) | (code >> (6 * (size - 1)));
        for (let i = 1; i < size; i++) bytes[written + i] = 0x80 | ((code >> (6 * (size - 1 - i))) & 0x3f);
      }
      written += size;
      read += letter.length;
    }
    return { read, written };
  }
}

/** `TextDecoder` of UTF-8, in one piece. */
export class TextDecoder {
  readonly encoding = "utf-8";
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;

  constructor(encoding = "utf-8", options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean } = {}) {
    if (!/^\s*(utf-?8|unicode-1-1-utf-8)\s*$/i.test(String(encoding))) {
      throw new RangeError(`TextDecoder knows UTF-8 only here, not "${encoding}"`);
    }
    this.fatal = options.fatal === true;
    this.ignoreBOM = options.ignoreBOM === true;
  }

  decode(input?: ArrayBuffer | ArrayBufferView, options: { readonly stream?: boolean } = {}): string {
    if (options.stream === true)
      throw new TypeError("TextDecoder decodes in one piece here: leave out { stream: true }");
    if (input === undefined) return "";
    const bytes = ArrayBuffer.isView(input)
      ? new Uint8Array(input.buffer, input.byteOffset, input.byteLength)
      : new Uint8Array(input);
    const text = decodeAll(bytes, this.fatal);
    return !this.ignoreBOM && text.startsWith("\ufeff") ? text.slice(1) : text;
  }
}

function decodeAll(bytes: Uint8Array, fatal: boolean): string {
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const { code, size } = decodeOne(bytes, at);
    if (code === undefined && fatal) throw new TypeError("The encoded data was not valid for encoding utf-8");
    text += String.fromCodePoint(code ?? replacement);
    at += size;
  }
  return text;
}

/** The sign that begins at a byte; without a code what is none, with the bytes that one replacement stands for. */
function decodeOne(bytes: Uint8Array, at: number): { readonly code?: number; readonly size: number } {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { code: lead, size: 1 };
  const more = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
  if (more === 0) return { size: 1 };
  let code = lead & (0x3f >> more);
  for (let i = 1; i <= more; i++) {
    const byte = bytes[at + i] ?? 0;
    const [low, high] = i === 1 ? secondByte(lead) : [0x80, 0xbf];
    if (byte < low || byte > high) return { size: i };
    code = (code << 6) | (byte & 0x3f);
  }
  return { code, size: more + 1 };
}

/** Bounds that leave out what could be shorter, surrogates, and what is beyond Unicode. */
function secondByte(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf];
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

const invalid = (message: string): Error => {
  const error = new Error(message);
  Object.defineProperty(error, "name", { value: "InvalidCharacterError", configurable: true, writable: true });
  return error;
};

/** `btoa`: characters up to 255 in base 64. */
export function btoa(input: unknown): string {
  const text = String(input);
  let coded = "";
  for (let i = 0; i < text.length; i += 3) {
    const codes = [text.charCodeAt(i), text.charCodeAt(i + 1), text.charCodeAt(i + 2)];
    if (codes.some((code) => code > 255)) throw invalid("btoa takes characters up to U+00FF: encode the text first");
    const [a = 0, b = 0, c = 0] = codes.map((code) => (Number.isNaN(code) ? 0 : code));
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63].map(
      (six) => letters[six] ?? "",
    );
    const missing = Math.max(0, i + 3 - text.length);
    coded += four.slice(0, 4 - missing).join("") + "=".repeat(missing);
  }
  return coded;
}

/** `atob`: what `btoa` has written. */
export function atob(input: unknown): string {
  const text = String(input).replaceAll(/[\t\n\f\r ]/g, "");
  const coded = text.length % 4 === 0 ? text.replace(/==?$/, "") : text;
  if (coded.length % 4 === 1 || /[^A-Za-z0-9+/]/.test(coded)) throw invalid("atob needs text in base 64");
  let decoded = "";
  let bits = 0;
  let held = 0;
  for (const letter of coded) {
    bits = ((bits << 6) | letters.indexOf(letter)) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    decoded += String.fromCharCode((bits >> held) & 255);
  }
  return decoded;
}
