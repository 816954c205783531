// Controls, invisible format characters (bidi controls, zero-width marks, tags), line separators, lone surrogates. The
// joiners U+200C and U+200D stay: several scripts need them to spell names. No script needs more than a few marks on
// one letter; a hundred of them would cover the lines above and below.
const unprintable = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?<=\p{M}{8})\p{M}/gu;

/**
 * Text from a submission, made safe to show: characters that could move the cursor, or hide, cover, reorder or forge
 * text, become the escape that a programmer would type (`\u001b`, `\u202e`). Applying it twice changes nothing more.
 * @param options.lines Keep line feeds and tabs (and read CR LF as a line feed); otherwise they are escaped too.
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
