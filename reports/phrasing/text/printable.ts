// Controls, invisible format characters (bidi controls, zero-width marks, tags), line separators, lone surrogates.
// The joiners U+200C and U+200D stay: names in several scripts are spelled with them. No script needs more than a few marks on one
// letter; a hundred of them cover the lines above and below.
const unprintable = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?<=\p{M}{8})\p{M}/gu;

/**
 * Text that came from a submission, made safe to show: whatever could move the cursor, hide, cover, reorder or forge text is
 * written as the escape a programmer would type (`\u001b`, `\u202e`). Applying it twice changes nothing more.
 * @param options.lines Keep line feeds and tabs (and read CR LF as a line feed); without it they are escaped too.
 */
export function printable(text: string, options: { readonly lines?: boolean } = {}): string {
  if (options.lines !== true) return text.replaceAll(unprintable, escapeCharacter);
  return text
    .replaceAll("\r\n", "\n")
    .replaceAll(unprintable, (character) =>
      character === "\n" || character === "\t" ? character : escapeCharacter(character),
    );
}

function escapeCharacter(character: string): string {
  switch (character) {
    case "\n":
      return "\\n";
    case "\r":
      return "\\r";
    case "\t":
      return "\\t";
    default: {
      const code = (character.codePointAt(0) ?? 0).toString(16);
      return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, "0")}`;
    }
  }
}
