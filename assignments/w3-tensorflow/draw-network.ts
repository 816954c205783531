import { float32Matrix, type Layer, type Matrix } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import { backPropagate, type Network, propagate } from "./network.ts";

/** A network with a batch for it. */
export type Drawn = { readonly network: Network; readonly X: Matrix; readonly labels: Matrix };

/** What is asked of a {@link Drawn}. */
export type Wanted = {
  /** Units, inputs first: n0, n1, n2, n3. */
  readonly units: readonly number[];
  /** Examples. */
  readonly m: number;
  /** Least size of a gradient that is not zero; by default any size will do. */
  readonly leastGradient?: number;
};

/** Distance of every relu from its kink: far enough for float32 and for numerical gradients. */
const leastActivation = 2e-3;

/**
 * Draws a network and a batch until no relu stands at its kink, every layer passes something on, and gradients are as
 * large as wanted. Biases are not zero, so that no answer can leave them out unnoticed. With many inputs these are in
 * [0, 1], like pixels.
 */
export function drawNetwork(random: RandomState, wanted: Wanted): Drawn {
  for (;;) {
    const drawn = drawOnce(random, wanted);
    if (isTelling(drawn, wanted)) return drawn;
  }
}

function drawOnce(random: RandomState, { units, m }: Wanted): Drawn {
  const [inputs = 1] = units;
  const classes = units.at(-1) ?? 1;
  const network = units.slice(1).map((n, i): Layer => {
    const before = units[i] ?? 1;
    const weights = random.randn(n * before).map((draw) => (draw * 1.2) / Math.sqrt(before));
    return {
      W: float32Matrix(n, before, weights),
      b: float32Matrix(
        n,
        1,
        random.randn(n).map((draw) => draw * 0.5),
      ),
    };
  });
  const X = float32Matrix(inputs, m, inputs > 1000 ? random.rand(inputs * m) : random.randn(inputs * m));
  return { network, X, labels: oneHotColumns(random.randint(0, classes, m), classes) };
}

/** Labels as one-hot columns, [classes, m]. */
export function oneHotColumns(labels: readonly number[], classes: number): Matrix {
  const m = labels.length;
  const data = Float64Array.from({ length: classes * m }, (_, i) => Number(labels[i % m] === Math.floor(i / m)));
  return { rows: classes, columns: m, data };
}

function isTelling({ network, X, labels }: Drawn, { leastGradient = 0 }: Wanted): boolean {
  const hidden = propagate(network, X).slice(0, -1);
  if (hidden.some(({ data }) => data.some((z) => Math.abs(z) < leastActivation))) return false;
  if (hidden.some(({ data }) => data.every((z) => z < 0) || data.every((z) => z > 0))) return false;
  const gradients = backPropagate(network, X, labels).flatMap(({ W, b }) => [W.data, b.data]);
  if (gradients.some((data) => data.every((g) => g === 0))) return false;
  return gradients.every((data) => data.every((g) => g === 0 || Math.abs(g) >= leastGradient));
}
