import { formatPoints } from "../text/format-points.ts";

/** What became of points: `13.75 → 15`; where they are the same in what is shown of them, `still 15`. */
export function phraseChange(from: number, to: number): string {
  const [before, after] = [formatPoints(from), formatPoints(to)];
  return before === after ? `still ${after}` : `${before} → ${after}`;
}
