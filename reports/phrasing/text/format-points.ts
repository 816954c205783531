/** Points with at most two decimals: `12`, `3.75`. */
export function formatPoints(points: number): string {
  return String(Number(points.toFixed(2)));
}

/**
 * A part of something as a whole percentage, rounded to the nearest; but only all of it reads 100, and only nothing 0.
 * @returns 0 to 100; 0 where there is nothing to reach.
 */
export function scorePercent(score: number, maxScore: number): number {
  if (maxScore <= 0 || score <= 0) return 0;
  if (score >= maxScore) return 100;
  // The tiny addend undoes binary fractions such as 0.285 * 100 = 28.499….
  return Math.min(99, Math.max(1, Math.round((100 * score) / maxScore + 1e-9)));
}
