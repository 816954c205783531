/** The density of the standard normal distribution. */
export const density = (z: number): number => Math.exp(-(z ** 2) / 2) / Math.sqrt(2 * Math.PI);

/** Further out nothing is left that float64 could tell from 0 and 1. */
const end = 9;

/**
 * The distribution function of the standard normal distribution, to 1e-15.
 * @see Marsaglia 2004, "Evaluating the Normal Distribution"
 */
export function distribution(z: number): number {
  if (Math.abs(z) > end) return z > 0 ? 1 : 0;
  let [sum, term] = [0, z];
  for (let k = 3; Math.abs(term) > 1e-18; k += 2) {
    sum += term;
    term *= z ** 2 / k;
  }
  return 0.5 + sum * density(z);
}
