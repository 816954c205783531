/** How many right choices were not ticked, in a sentence; null where all were. */
export function phraseMissed(missed: number | undefined): string | null {
  if (missed === undefined) return null;
  return missed === 1 ? "A right choice is not ticked." : `${missed} right choices are not ticked.`;
}
