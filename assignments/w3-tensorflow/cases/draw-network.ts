import { columnOf, float32Matrix, type Layer, type Matrix, mapMatrix } from "../../values/matrix.ts";
import type { RandomState } from "../../values/random-state.ts";
import { backPropagate, errorsOf, logitsIn, type Network, propagate } from "../network/network.ts";

/** A network with a batch for it. */
export type Drawn = { readonly network: Network; readonly X: Matrix; readonly labels: Matrix };

/** What is asked of a {@link Drawn}. */
export type Wanted = {
  /** Units, inputs first: n0, n1, n2, n3. */
  readonly units: readonly number[];
  /** Examples. */
  readonly m: number;
  /** Least size of a gradient that is not zero, of a feature that is not scaled; by default any size will do. */
  readonly leastGradient?: number;
  /**
   * What the first features are multiplied by; gradients of their weights then are as small, as large, or exactly zero. Weights of a
   * feature that is always 0 are {@link idleWeight} in size: only who meddles with them sees them.
   */
  readonly scales?: readonly number[];
  /** A feature whose weights are {@link heavyWeight} in size. Where it is a small one, they move what comes of it by a little. */
  readonly heavyFeature?: number;
  /** Whether the first unit never passes anything on. */
  readonly hasDeadUnit?: boolean;
  /** Least difference of some probability from its label, in each example: where all agree, gradients are nothing but rounding. */
  readonly leastError?: number;
  /** What the largest gradient of the first weights is at least. */
  readonly leastLargest?: number;
};

/** Far above what is drawn. */
const idleWeight = 12;

/** Far above what is drawn, for a feature that counts. */
const heavyWeight = 30;

/** Holds a unit down, whatever the features. */
const deadening = -1e5;

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

function drawOnce(random: RandomState, wanted: Wanted): Drawn {
  const { units, m, scales = [] } = wanted;
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
  const features = inputs > 1000 ? random.rand(inputs * m) : random.randn(inputs * m);
  const X = float32Matrix(
    inputs,
    m,
    features.map((feature, i) => feature * (scales[Math.floor(i / m)] ?? 1) + 0),
  );
  const adapted = network.map((layer, i) => (i === 0 ? adaptFirst(layer, wanted) : layer));
  return { network: adapted, X, labels: oneHotColumns(random.randint(0, classes, m), classes) };
}

function adaptFirst({ W, b }: Layer, { scales = [], heavyFeature, hasDeadUnit = false }: Wanted): Layer {
  const adapt = (weight: number, feature: number): number => {
    if (scales[feature] === 0) return Math.sign(weight) * idleWeight;
    return feature === heavyFeature ? Math.sign(weight) * heavyWeight : weight;
  };
  return {
    W: mapMatrix(W, (weight, _, feature) => adapt(weight, feature)),
    b: mapMatrix(b, (bias, unit) => (hasDeadUnit && unit === 0 ? deadening : bias)),
  };
}

/** Labels as one-hot columns, [classes, m]. */
export function oneHotColumns(labels: readonly number[], classes: number): Matrix {
  const m = labels.length;
  const data = Float64Array.from({ length: classes * m }, (_, i) => Number(labels[i % m] === Math.floor(i / m)));
  return { rows: classes, columns: m, data };
}

function isTelling(
  { network, X, labels }: Drawn,
  { leastGradient = 0, scales = [], leastError = 0, leastLargest = 0 }: Wanted,
): boolean {
  const Z = propagate(network, X);
  const hidden = Z.slice(0, -1);
  // A relu at the end must not pass unnoticed.
  if (logitsIn(Z).data.every((z) => z > -leastActivation)) return false;
  const errors = errorsOf(network, labels, Z).at(-1);
  const isKnown = (example: number) => errors && Math.max(...columnOf(errors, example).map(Math.abs)) < leastError;
  if (Array.from({ length: X.columns }, (_, j) => j).some(isKnown)) return false;
  if (hidden.some(({ data }) => data.some((z) => Math.abs(z) < leastActivation))) return false;
  if (hidden.some(({ data }) => data.every((z) => z < 0) || data.every((z) => z > 0))) return false;
  const found = backPropagate(network, X, labels);
  if (found[0]?.W.data.every((g) => Math.abs(g) < leastLargest)) return false;
  const gradients = found.flatMap(({ W, b }, l) => [
    mapMatrix(W, (g, _, feature) => (l === 0 ? g / (scales[feature] || 1) : g)).data,
    b.data,
  ]);
  if (gradients.some((data) => data.every((g) => g === 0))) return false;
  return gradients.every((data) => data.every((g) => g === 0 || Math.abs(g) >= leastGradient));
}
