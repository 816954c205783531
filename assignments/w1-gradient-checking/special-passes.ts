import type { Matrix } from "./contract.ts";
import { type Pass, passOf } from "./draw-pass.ts";

/** An activation that is not 0, and less than what anybody may take for 0. */
const faint = 1e-7;

/**
 * The same examples with two units of each hidden layer at relu's corner for the first of them, one of them exactly and the other
 * just active, and a unit that is silent for all.
 * @returns undefined where nothing would pass through the corners.
 */
export function withCorners({ X, Y, parameters }: Pass): Pass | undefined {
  const [b1, b2] = [parameters["b1"] ?? [], parameters["b2"] ?? []];
  const silent = { ...parameters, b1: b1.with(1, [-50]) };
  const [W1 = [], W2 = []] = [parameters["W1"], parameters["W2"]];
  const corner1 = silent.b1.with(0, [-weightedSum(W1[0], X)]).with(2, [faint - weightedSum(W1[2], X)]);
  const first = { ...silent, b1: corner1 };
  const { A1 = [] } = passOf(X, Y, first).cache;
  const corner2 = b2.with(0, [-weightedSum(W2[0], A1)]).with(1, [faint - weightedSum(W2[1], A1)]);
  const pass = passOf(X, Y, { ...first, b2: corner2 });
  const { dA1 = [], dA2 = [] } = pass.gradients;
  const throughCorners = [dA1[0], dA1[2], dA2[0], dA2[1]].map((row) => Math.abs(row?.[0] ?? 0));
  return Math.min(...throughCorners) > 0.01 ? pass : undefined;
}

/** The same examples where all biases are 0, as at the start of a training, and the first weight of each layer is. */
export function withZeros({ X, Y, parameters }: Pass): Pass {
  const zeroed = Object.entries(parameters).map(([name, [first = [], ...rows]]) => {
    const isBias = name.startsWith("b");
    return [
      name,
      [first.map((value, j) => (isBias || j === 0 ? 0 : value)), ...rows.map((row) => (isBias ? [0] : row))],
    ];
  });
  return passOf(X, Y, Object.fromEntries(zeroed));
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
