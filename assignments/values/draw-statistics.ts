/** What can be said of numbers that were drawn. */
export type DrawStatistics = {
  readonly count: number;
  /** NaN for no numbers. */
  readonly mean: number;
  /** With the number of numbers as the divisor; NaN for no numbers. */
  readonly deviation: number;
  /** The mean fourth power of the distance from the mean, in units of the deviation: 3 for normal draws, 1.8 for uniform ones. */
  readonly kurtosis: number;
  /** The largest magnitude. */
  readonly largest: number;
};

/** Looks at all numbers twice. */
export function statisticsOf(draws: ArrayLike<number>): DrawStatistics {
  const count = draws.length;
  let sum = 0;
  let largest = 0;
  for (let i = 0; i < count; i++) {
    const draw = draws[i] ?? 0;
    sum += draw;
    largest = Math.max(largest, Math.abs(draw));
  }
  const mean = sum / count;
  let [squares, fourths] = [0, 0];
  for (let i = 0; i < count; i++) {
    const square = ((draws[i] ?? 0) - mean) ** 2;
    squares += square;
    fourths += square * square;
  }
  const variance = squares / count;
  return { count, mean, deviation: Math.sqrt(variance), kurtosis: fourths / count / variance ** 2, largest };
}

/**
 * Standard errors by which chance may move a statistic. Beyond six of them lie 2e-9 of all right programs; a submission is put to a
 * hundred such tests at most, so that one in five million fails for nothing.
 */
const spareErrors = 6;

/** How far from its true value the mean of draws may lie. @param deviation Of the distribution. */
export const spareMean = (count: number, deviation: number): number => (spareErrors * deviation) / Math.sqrt(count);

/**
 * Between which factors of the true one the deviation of normal draws may lie. What is truncated is spread less by chance than that.
 * @see Wilson & Hilferty 1931, The distribution of chi-square
 */
export function spareDeviation(count: number): readonly [least: number, most: number] {
  const error = 2 / (9 * Math.max(1, count - 1));
  const at = (errors: number): number => Math.max(0, 1 - error + errors * Math.sqrt(error)) ** 1.5;
  return [at(-spareErrors), at(spareErrors)];
}
