import { distance } from "fastest-levenshtein";

/**
 * The exported name that was probably meant by one that is missing: the same letters but for case and underscores,
 * else the closest by Levenshtein distance, at most a third of the asked name's length (at least 1) away.
 *
 * @param asked Name that the assignment asks for and the submission does not export
 * @param exported Names that the submission exports; leave out those that the assignment asks for elsewhere
 * @returns The name, the first of equally close ones, or undefined if none is close.
 */
export function suggestName(asked: string, exported: readonly string[]): string | undefined {
  const wanted = letters(asked);
  const longest = Math.max(1, Math.floor(asked.length / 3));
  let best: string | undefined;
  let bestDistance = longest + 1;
  for (const name of exported) {
    // A submission chooses its names: one of a megabyte must not be measured.
    if (name.length > 2 * asked.length + longest) continue;
    const found = letters(name);
    if (Math.abs(found.length - wanted.length) > longest) continue;
    const edits = distance(wanted, found);
    if (edits < bestDistance) [best, bestDistance] = [name, edits];
  }
  return best;
}

function letters(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
