import type { Layer, Matrix } from "../../values/matrix.ts";
import type { Network } from "./network.ts";

/** Mean gradients and mean squares of them, neither corrected, of one parameter. */
type MomentsOf = { readonly first: Float64Array; readonly second: Float64Array };

/** What Adam remembers beside the parameters, and how many steps it has taken. */
export type Moments = {
  /** Layer by layer; asked only by a step that follows: most steps are tried and given up. Before the first step there is nothing. */
  readonly layers?: () => readonly { readonly W: MomentsOf; readonly b: MomentsOf }[];
  readonly steps: number;
};

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
export const noMoments: Moments = { steps: 0 };

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
  const before = moments.layers?.();
  const gradients = network.map((_, l) => {
    const [error, input] = [errors[l], inputs[l]];
    if (error === undefined || input === undefined) {
      throw new RangeError(`Cannot take a step: nothing is known of layer ${l + 1}`);
    }
    const ones: Matrix = { rows: 1, columns: error.columns, data: new Float64Array(error.columns).fill(1) };
    const share = pace.loss === "mean" ? 1 / error.columns : 1;
    return { W: { error, input, share }, b: { error, input: ones, share } };
  });
  const moved = network.map(
    ({ W, b }, l): Layer => ({
      W: movedBy(W, before?.[l]?.W, gradients[l]?.W, { ...pace, steps }),
      b: movedBy(b, before?.[l]?.b, gradients[l]?.b, { ...pace, steps }),
    }),
  );
  const layers = once(() =>
    gradients.map(({ W, b }, l) => ({ W: momentsAfter(before?.[l]?.W, W), b: momentsAfter(before?.[l]?.b, b) })),
  );
  return { network: moved, moments: { layers, steps } };
}

/** A gradient by a parameter: the product of errors and inputs, summed over the examples, times a share. */
type Gradient = { readonly error: Matrix; readonly input: Matrix; readonly share: number };

/** The parameter after a step. */
function movedBy(
  parameter: Matrix,
  before: MomentsOf | undefined,
  gradient: Gradient | undefined,
  { learningRate, epsilon, steps }: Pace & { readonly steps: number },
): Matrix {
  if (gradient === undefined) return parameter;
  const data = parameter.data.slice();
  const { columns } = parameter;
  const [firstShare, secondShare] = [1 - beta1 ** steps, 1 - beta2 ** steps];
  const row = new Float64Array(columns);
  for (let i = 0; i < parameter.rows; i++) {
    const isZero = !fillRow(row, gradient, i);
    // Nothing has ever moved, nor does it now.
    if (isZero && before === undefined) continue;
    for (let j = 0, at = i * columns; j < columns; j++, at++) {
      const g = row[j] as number;
      const mean = beta1 * (before === undefined ? 0 : (before.first[at] as number)) + (1 - beta1) * g;
      const square = beta2 * (before === undefined ? 0 : (before.second[at] as number)) + (1 - beta2) * g * g;
      const step = (learningRate * (mean / firstShare)) / (Math.sqrt(square / secondShare) + epsilon);
      data[at] = (data[at] as number) - step;
    }
  }
  return { ...parameter, data };
}

function momentsAfter(before: MomentsOf | undefined, gradient: Gradient): MomentsOf {
  const columns = gradient.input.rows;
  const first = before?.first.slice() ?? new Float64Array(gradient.error.rows * columns);
  const second = before?.second.slice() ?? new Float64Array(gradient.error.rows * columns);
  const row = new Float64Array(columns);
  for (let i = 0; i < gradient.error.rows; i++) {
    const isZero = !fillRow(row, gradient, i);
    if (isZero && before === undefined) continue;
    for (let j = 0, at = i * columns; j < columns; j++, at++) {
      const g = row[j] as number;
      first[at] = beta1 * (first[at] as number) + (1 - beta1) * g;
      second[at] = beta2 * (second[at] as number) + (1 - beta2) * g * g;
    }
  }
  return { first, second };
}

/** Computes one row of a gradient. @returns Whether there is anything in it: a unit that is off has no errors. */
function fillRow(row: Float64Array, { error, input, share }: Gradient, i: number): boolean {
  const examples = error.columns;
  const errors = error.data.subarray(i * examples, (i + 1) * examples);
  if (errors.every((one) => one === 0)) {
    row.fill(0);
    return false;
  }
  for (let j = 0, at = 0; j < row.length; j++) {
    let sum = 0;
    for (let k = 0; k < examples; k++, at++) sum += (errors[k] as number) * (input.data[at] as number);
    row[j] = sum * share;
  }
  return true;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
