import type { Layer, Matrix } from "../../values/matrix.ts";
import type { Network } from "./network.ts";

/** What Adam remembers: mean gradients and mean squares of them, neither corrected, and how many steps it has taken. */
export type Moments = { readonly first: Network; readonly second: Network; readonly steps: number };

/** A network under training. */
export type Trained = { readonly network: Network; readonly moments: Moments };

/** @see Kingma & Ba 2015 */
const [beta1, beta2] = [0.9, 0.999];

/** What keeps Adam from dividing by 0: of TensorFlow.js, and of the paper. */
export const epsilons: readonly number[] = [1e-7, 1e-8];

/** How far a step goes, and along which gradient. */
export type Pace = {
  readonly learningRate: number;
  readonly epsilon: number;
  /** The loss of a mini-batch that is differentiated: Adam makes the same steps of either where mini-batches are equally large. */
  readonly loss: "sum" | "mean";
};

/** Before the first step. */
export function noMoments(network: Network): Moments {
  const zeros = (): Network => network.map(({ W, b }): Layer => ({ W: zero(W), b: zero(b) }));
  return { first: zeros(), second: zeros(), steps: 0 };
}

const zero = (matrix: Matrix): Matrix => ({ ...matrix, data: new Float64Array(matrix.data.length) });

/**
 * One step of Adam. A gradient is used as soon as it is known: with 300,000 weights, each list of them costs more than the arithmetic.
 * @param errors Of each layer the gradient by its Z, [n_l, m].
 * @param inputs Of each layer what it was given, [n_(l-1), m].
 */
export function adamStep(
  { network, moments }: Trained,
  errors: readonly Matrix[],
  inputs: readonly Matrix[],
  pace: Pace,
): Trained {
  const steps = moments.steps + 1;
  const layers = network.map(({ W, b }, l) => {
    const [error, first, second] = [errors[l], moments.first[l], moments.second[l]];
    const input = inputs[l];
    if (error === undefined || first === undefined || second === undefined || input === undefined) {
      throw new RangeError(`Cannot take a step: nothing is known of layer ${l + 1}`);
    }
    const ones: Matrix = { rows: 1, columns: error.columns, data: new Float64Array(error.columns).fill(1) };
    const step = { ...pace, steps, error };
    return {
      W: stepOf(W, first.W, second.W, { ...step, input }),
      b: stepOf(b, first.b, second.b, { ...step, input: ones }),
    };
  });
  const pick = (which: 0 | 1 | 2): Network => layers.map(({ W, b }): Layer => ({ W: W[which], b: b[which] }));
  return { network: pick(0), moments: { first: pick(1), second: pick(2), steps } };
}

type Step = Pace & { readonly steps: number; readonly error: Matrix; readonly input: Matrix };

/** A parameter and its moments after a step; its gradient is the product of errors and inputs, summed over the examples. */
function stepOf(
  parameter: Matrix,
  first: Matrix,
  second: Matrix,
  { learningRate, epsilon, loss, steps, error, input }: Step,
): readonly [parameter: Matrix, first: Matrix, second: Matrix] {
  const [m, v, moved] = [first.data.slice(), second.data.slice(), parameter.data.slice()];
  const [firstShare, secondShare] = [1 - beta1 ** steps, 1 - beta2 ** steps];
  const examples = error.columns;
  const share = loss === "mean" ? 1 / examples : 1;
  for (let i = 0; i < moved.length; i++) {
    const row = Math.floor(i / parameter.columns);
    const column = i - row * parameter.columns;
    let gradient = 0;
    for (let j = 0; j < examples; j++) {
      gradient += (error.data[row * examples + j] ?? 0) * (input.data[column * examples + j] ?? 0);
    }
    gradient *= share;
    const mean = beta1 * (m[i] ?? 0) + (1 - beta1) * gradient;
    const square = beta2 * (v[i] ?? 0) + (1 - beta2) * gradient * gradient;
    m[i] = mean;
    v[i] = square;
    moved[i] = (moved[i] ?? 0) - (learningRate * (mean / firstShare)) / (Math.sqrt(square / secondShare) + epsilon);
  }
  return [
    { ...parameter, data: moved },
    { ...first, data: m },
    { ...second, data: v },
  ];
}
