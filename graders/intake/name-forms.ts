const mostWords = 16;

/**
 * The ways in which a name may be written, reduced to small letters without accents, spaces and punctuation: the name as it stands, and,
 * because platforms put the family name first, with its words turned round ("Roe, Jane" is "Jane Roe").
 * @returns The name as it stands first; empty where it has no letter.
 */
export function nameForms(name: string): readonly string[] {
  const words = nameWords(name);
  if (words.length === 0) return [];
  return [...new Set(words.map((_, start) => [...words.slice(start), ...words.slice(0, start)].join("")))];
}

/** Whether two names can be one person's: one has all words of the other, or is not known. */
export function namesAgree(first: string | undefined, second: string | undefined): boolean {
  if (first === undefined || second === undefined) return true;
  const [a, b] = [nameWords(first), nameWords(second)];
  // Canvas runs the words of a name together.
  const [joinedA, joinedB] = [a.join(""), b.join("")];
  const isWithin = (words: readonly string[], joined: string): boolean => words.every((word) => joined.includes(word));
  return a.length === 0 || b.length === 0 || isWithin(a, joinedB) || isWithin(b, joinedA);
}

function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f'’]/g, "")
    .toLowerCase();
  return (plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).slice(0, mostWords);
}
