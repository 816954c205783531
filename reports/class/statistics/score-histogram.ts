const mostBins = 12;
const steps = [1, 2, 2.5, 5, 10];
const rounding = 1e-9;

/** A range of scores, points. It includes `from` and excludes `to`; the last one up to the full score includes both. */
export type ScoreBin = {
  readonly from: number;
  /** null: everything above `from`, which is not included. */
  readonly to: number | null;
  readonly count: number;
};

/**
 * How many students have how many points: bins of one round width (1, 2, 2.5 or 5 times a power of ten), as narrow as
 * possible with at most twelve bins from 0 to the full score. Scores above the full score, which only an override
 * gives, have a bin of their own.
 * @param maxScore Full score, points; for 0 there is one bin.
 * @param scores Points, at least 0.
 */
export function scoreHistogram(scores: readonly number[], maxScore: number): readonly ScoreBin[] {
  const width = binWidth(maxScore);
  const count = Math.max(1, Math.ceil(maxScore / width - rounding));
  const counts = Array.from({ length: count }, () => 0);
  let above = 0;
  for (const score of scores) {
    if (score > maxScore * (1 + rounding)) above += 1;
    else counts[binOf(score)] = (counts[binOf(score)] ?? 0) + 1;
  }
  function binOf(score: number): number {
    return Math.max(0, Math.min(count - 1, Math.floor(score / width + rounding)));
  }
  // Rounded, because 3 * 0.1 is not a round number.
  const edge = (at: number) => Number(Math.min(maxScore, at * width).toPrecision(12));
  return [
    ...counts.map((inside, at) => ({ from: edge(at), to: edge(at + 1), count: inside })),
    ...(above === 0 ? [] : [{ from: maxScore, to: null, count: above }]),
  ];
}

function binWidth(maxScore: number): number {
  if (maxScore <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(maxScore / mostBins));
  const step = steps.find((candidate) => maxScore / (candidate * power) <= mostBins + rounding) ?? 10;
  return step * power;
}
