import { combine, type Layer, type Matrix, multiply, transpose } from "../values/matrix.ts";
import type { Activation, Dropout } from "./network.ts";

/** A forward pass and what it was compared with. */
type Passed = {
  readonly layers: readonly Layer[];
  readonly passed: readonly Activation[];
  readonly dropout: Dropout | undefined;
  /** Labels, [1, m]. */
  readonly Y: Matrix;
};

/** A gradient smaller than this share of the largest of its layer is too small to be seen. */
const seenShare = 0.01;

/**
 * Whether the way back shows what relu does to it: in each hidden layer it stops a gradient that dropout has let through, and lets one
 * through. The gradient's own sign would decide some of them otherwise; with the other label of a single example, some others.
 */
export function reluShows({ layers, passed, dropout, Y }: Passed): boolean {
  let dZ = combine(passed.at(-1)?.A ?? Y, Y, (a, y) => a - y);
  const signAgrees = new Set<boolean>();
  for (let l = passed.length - 2; l >= 0; l--) {
    const [next, hidden] = [layers[l + 1], passed[l]];
    if (next === undefined || hidden === undefined) return false;
    const mask = dropout?.masks[l];
    const unmasked = multiply(transpose(next.W), dZ);
    // Without the factor of dropout, which is the same for all.
    const dA = mask === undefined ? unmasked : combine(unmasked, mask, (value, kept) => value * kept);
    const least = seenShare * dA.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const seen = [...dA.data].flatMap((value, i) =>
      Math.abs(value) > least ? [{ isPositive: value > 0, isActive: (hidden.A.data[i] ?? 0) > 0 }] : [],
    );
    if (!seen.some(({ isActive }) => isActive) || seen.every(({ isActive }) => isActive)) return false;
    for (const { isPositive, isActive } of seen) signAgrees.add(isPositive === isActive);
    dZ = combine(dA, hidden.A, (value, a) => (a > 0 ? value : 0));
  }
  return signAgrees.size === 2;
}
