import { improvements, posterior, type Search } from "./gaussian-process.ts";

/** By how much the best must exceed the next, as a share of it: no usual approximation of the normal distribution is so far off. */
const clearLead = 0.02;

/** And at least this much, absolutely. */
const leastLead = 1e-4;

/** The candidate of the greatest expected improvement; undefined where others come close to it. */
export function choose(search: Search): number | undefined {
  const [mean, std] = moments(search);
  const gains = improvements(mean, std, Math.max(...search.y), search.xi);
  const [most = 0, next = 0] = gains.toSorted((a, b) => b - a);
  const isClear = gains.length === 1 || most - next > Math.max(leastLead, clearLead * most);
  return isClear ? gains.indexOf(most) : undefined;
}

/** As {@link choose}, however close others come; of equals the first. */
export function chooseAny(search: Search): number {
  const [mean, std] = moments(search);
  return greatest(improvements(mean, std, Math.max(...search.y), search.xi));
}

/** Ways to choose that are wrong. */
export type WrongRule = keyof ReturnType<typeof wrongChoices>;

/** Which candidate each of the wrong ways chooses. */
export function wrongChoices(search: Search) {
  const { y, xi, noise } = search;
  const [mean, std] = moments(search);
  const best = Math.max(...y);
  const by = (best: number, xi: number, [mu, sigma] = [mean, std]): number =>
    greatest(improvements(mu ?? [], sigma ?? [], best, xi));
  const upTo = (factor: number): number => greatest(mean.map((mu, i) => mu + factor * (std[i] ?? 0)));
  const spread = (change: (sigma: number) => number): number => by(best, xi, [mean, std.map(change)]);
  return {
    "greatest mean": () => greatest(mean),
    "greatest std": () => greatest(std),
    "upper bound": () => upTo(1),
    "wide upper bound": () => upTo(1.96),
    probability: () => greatest(mean.map((mu, i) => (mu - best - xi) / (std[i] ?? 1))),
    lowest: () => greatest(improvements(mean, std, best, xi).map((gain) => -gain)),
    minimum: () => by(Math.max(...y.map((value) => -value)), xi, [mean.map((mu) => -mu), std]),
    variance: () => spread((sigma) => sigma ** 2),
    "xi 0": () => by(best, 0),
    "default xi": () => by(best, 0.01),
    "best from 0": () => by(Math.max(0, best), xi),
    "best of means": () => by(Math.max(...mean), xi),
    "first value": () => by(y[0] ?? 0, xi),
    "last value": () => by(y.at(-1) ?? 0, xi),
    "lowest value": () => by(Math.min(...y), xi),
    "mean value": () => by(y.reduce((sum, value) => sum + value, 0) / y.length, xi),
    "noise of the observation": () => spread((sigma) => Math.hypot(sigma, noise)),
    "noise ignored": () => by(best, xi, moments({ ...search, noise: 0 })),
    "noise not squared": () => by(best, xi, moments({ ...search, noise: Math.sqrt(noise) })),
    "rest of observations ignored": () =>
      by(best, xi, moments({ ...search, X: search.X.slice(0, 64), y: y.slice(0, 64) })),
  };
}

function moments(search: Search): [mean: number[], std: number[]] {
  const { mean, variance } = posterior(search);
  return [mean, variance.map((value) => Math.sqrt(Math.max(0, value)))];
}

const greatest = (values: readonly number[]): number => values.indexOf(Math.max(...values));
