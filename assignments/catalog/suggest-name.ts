import { distance } from "fastest-levenshtein";

/**
 * The name that was probably meant by one that is not there: the same letters but for case and underscores, else the closest by
 * Levenshtein distance.
 * @param asked Name that there is none of.
 * @param known Names that there are; leave out those that are asked for elsewhere.
 * @param most How far away a name may be. Default a third of the asked name's length, at least 1.
 * @returns The name, the first of equally close ones, or undefined if none is close.
 */
export function suggestName(
  asked: string,
  known: readonly string[],
  most = Math.max(1, Math.floor(asked.length / 3)),
): string | undefined {
  const wanted = letters(asked);
  let best: string | undefined;
  let bestDistance = most + 1;
  for (const name of known) {
    // A submission chooses names: one of a megabyte must not be measured.
    if (name.length > 2 * asked.length + most) continue;
    const found = letters(name);
    if (Math.abs(found.length - wanted.length) > most) continue;
    const edits = distance(wanted, found);
    if (edits < bestDistance) [best, bestDistance] = [name, edits];
  }
  return best;
}

function letters(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
