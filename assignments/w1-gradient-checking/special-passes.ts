import type { Matrix } from "./contract.ts";
import { type Pass, passOf } from "./draw-pass.ts";

/**
 * The same examples with units exactly at relu's corner for the first of them, one in each hidden layer, and a unit that is silent for all.
 * @returns undefined where nothing would pass through the corners.
 */
export function withCorners({ X, Y, parameters }: Pass): Pass | undefined {
  const [b1, b2] = [parameters["b1"] ?? [], parameters["b2"] ?? []];
  const silent = { ...parameters, b1: b1.with(1, [-50]) };
  const first = { ...silent, b1: silent.b1.with(0, [-weightedSum(parameters["W1"]?.[0], X)]) };
  const { A1 = [] } = passOf(X, Y, first).cache;
  const pass = passOf(X, Y, { ...first, b2: b2.with(0, [-weightedSum(parameters["W2"]?.[0], A1)]) });
  const { dA1, dA2 } = pass.gradients;
  return [dA1, dA2].every((dA) => Math.abs(dA?.[0]?.[0] ?? 0) > 0.01) ? pass : undefined;
}

/** Of the first example, added up as the forward pass does. */
const weightedSum = (weights: readonly number[] = [], A: Matrix): number =>
  weights.reduce((sum, weight, k) => sum + weight * (A[k]?.[0] ?? Number.NaN), 0);

/** Logits at which a sigmoid is almost 0 or 1, and is not yet rounded to it. */
const sure = { least: 16, most: 30 } as const;

/**
 * The same examples with labels that the network is sure of, and right about: all gradients are tiny.
 * @returns undefined where it cannot be as sure of all of them.
 */
export function withTinyGradients({ X, parameters, cache }: Pass): Pass | undefined {
  const logits = cache["Z3"]?.flat() ?? [];
  const sizes = logits.map(Math.abs);
  const factor = sure.least / Math.min(...sizes);
  if (factor * Math.max(...sizes) > sure.most) return undefined;
  const grown = (matrix: Matrix = []): Matrix => matrix.map((row) => row.map((value) => value * factor));
  const Y = [logits.map((z) => (z > 0 ? 1 : 0))];
  return passOf(X, Y, { ...parameters, W3: grown(parameters["W3"]), b3: grown(parameters["b3"]) });
}
