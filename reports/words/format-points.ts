/** Points with at most two decimals: `12`, `3.75`. */
export function formatPoints(points: number): string {
  return String(Number(points.toFixed(2)));
}

/**
 * A score as a whole percentage, rounded down so that only a full score reads 100.
 * @returns 0 to 100; 0 where there is nothing to reach.
 */
export function scorePercent(score: number, maxScore: number): number {
  if (maxScore <= 0) return 0;
  // The tiny addend undoes binary fractions such as 0.57 * 100 = 56.99….
  return Math.min(100, Math.floor((100 * score) / maxScore + 1e-9));
}
