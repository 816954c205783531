/**
 * Bytes of a name in UTF-8: with a number, an extension and the mark of a file that is being written it stays below the 255
 * that a file system allows.
 */
const longestBytes = 160;
// A device on Windows, whatever comes after a dot.
const reserved = /^((con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)|index$)/i;

/**
 * File names, without extension, for the pages of submissions: of letters, digits, dots, hyphens and underscores, usable
 * on every system, and different from each other even where case does not count.
 * @param names Names of submissions, in order; anything a student can call a file.
 * @param taken Names of pages that stay.
 */
export function pageNames(names: readonly string[], taken: readonly string[] = []): string[] {
  const used = new Set(taken.map(folded));
  const nextOf = new Map<string, number>();
  return names.map((name) => {
    const letters = name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}._-]/gu, "_")
      .replace(/^[._]+/, "");
    // Nothing that a command takes for an option.
    const plain = cutToBytes(letters.replace(/^-/, "_"), longestBytes).replace(/[._]+$/, "");
    const base = plain === "" || reserved.test(plain) ? `_${plain}` : plain;
    const key = folded(base);
    let page = base;
    // Of thousands with one beginning, each goes on counting where the one before has stopped.
    let n = nextOf.get(key) ?? 2;
    for (; used.has(folded(page)); n++) page = `${base}-${n}`;
    nextOf.set(key, n);
    used.add(folded(page));
    return page;
  });
}

/**
 * As file systems compare where case does not count, and a little more strictly than any of them: `ſ` is `s`, `ẞ`, `ß` and `ss` are
 * one, `ı` is `I`, however a letter is composed. Small letters first: `ẞ` is a capital already, and only `ß` becomes `SS`.
 */
const folded = (name: string): string => name.normalize("NFKD").toLowerCase().toUpperCase().normalize("NFKD");

/** As many whole characters as there is room for: half of one would be the same file as half of another. */
function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let kept = "";
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > limit) break;
    kept += character;
  }
  return kept;
}
