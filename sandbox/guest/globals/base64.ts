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
