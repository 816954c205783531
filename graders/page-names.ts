const longest = 80;
const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|index)$/i;

/**
 * File names, without extension, for the pages of submissions: of letters, digits, dots, hyphens and underscores, usable
 * on every system, and different from each other even where case does not count.
 * @param names Names of submissions, in order; anything a student can call a file.
 */
export function pageNames(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name) => {
    const plain = name
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}._-]/gu, "_")
      .replace(/^[._]+|[._]+$/g, "")
      .slice(0, longest);
    const base = plain === "" || reserved.test(plain) ? `_${plain}` : plain;
    let page = base;
    for (let n = 2; used.has(page.toLowerCase()); n++) page = `${base}-${n}`;
    used.add(page.toLowerCase());
    return page;
  });
}
