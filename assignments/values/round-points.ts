/** Points in steps of a hundredth, halves up also where binary fractions fall just below them (1.005). Never -0. */
export function roundPoints(points: number): number {
  return Math.round(points * 100 + 1e-9) / 100 + 0;
}

/** The sum of points, without the dust of binary fractions. */
export function sumPoints(points: readonly number[]): number {
  return roundPoints(points.reduce((sum, addend) => sum + addend, 0));
}
