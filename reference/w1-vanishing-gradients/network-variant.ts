import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { Activation } from "gradecheck/w1-vanishing-gradients";

/** What everything here is. */
export type Matrix = tf.Tensor2D;

/** What is known where a layer computes; layers count from 1 to `last`. */
export type LayerFacts = {
  readonly l: number;
  readonly last: number;
  readonly W: Matrix;
  readonly b: Matrix;
  readonly activation: Activation;
};

/** The steps of the way forward, each of which a misconception may replace. */
export type ForwardSteps = {
  /** The sums of a layer, from the activations that enter it. */
  readonly sum: (A: Matrix, facts: LayerFacts) => Matrix;
  readonly apply: (Z: Matrix, facts: LayerFacts) => Matrix;
};

/** The right way to compute the sums. */
export const affine = (A: Matrix, { W, b }: Pick<LayerFacts, "W" | "b">): Matrix => tf.add(tf.matMul(W, A), b);

/** The right function. */
export const activate = (Z: Matrix, activation: Activation): Matrix =>
  activation === "tanh" ? tf.tanh(Z) : tf.relu(Z);

/** Pre-activations and activations of one layer, and the activations that entered it. */
export type Passed = LayerFacts & { readonly entered: Matrix; readonly Z: Matrix; readonly A: Matrix };

/** The way forward with some of its steps replaced. */
export function pass(
  X: Matrix,
  parameters: Params,
  activation: Activation,
  replaced: Partial<ForwardSteps> = {},
): Passed[] {
  const last = Object.keys(parameters).length / 2;
  const passed: Passed[] = [];
  for (let l = 1; l <= last; l++) {
    const facts: LayerFacts = {
      l,
      last,
      activation,
      W: tensorIn(parameters, `W${l}`),
      b: tensorIn(parameters, `b${l}`),
    };
    const entered = passed.at(-1)?.A ?? X;
    const Z = (replaced.sum ?? affine)(entered, facts);
    passed.push({ ...facts, entered, Z, A: replaced.apply?.(Z, facts) ?? activate(Z, activation) });
  }
  return passed;
}

/** The steps of the way back, each of which a misconception may replace. */
export type BackwardSteps = {
  /** dJ/dAL, from AL and the number of examples. */
  readonly begin: (A: Matrix, m: number) => Matrix;
  /** The derivative of the activation; `dA` is what comes from above. */
  readonly slope: (facts: Passed, dA: Matrix) => Matrix;
  /** One number for the layer. */
  readonly measure: (facts: Passed & { readonly dZ: Matrix; readonly dA: Matrix; readonly dW: Matrix }) => tf.Tensor;
};

/** The right derivatives. */
export const slopeOf = ({ A, activation }: Pick<Passed, "A" | "activation">): Matrix =>
  activation === "tanh" ? tf.sub(1, tf.square(A)) : tf.cast(tf.greater(A, 0), "float32");

/** The square root of the sum of all squares. */
export const frobenius = (...tensors: tf.Tensor[]): tf.Tensor =>
  tf.sqrt(tf.addN(tensors.map((tensor) => tf.sum(tf.square(tensor)))));

/** A number for each layer, by a way back with some of its steps replaced. */
export function measureGradients(
  X: Matrix,
  parameters: Params,
  activation: Activation,
  replaced: Partial<BackwardSteps>,
): number[] {
  const {
    begin = (A, m) => tf.div(tf.onesLike(A), m),
    slope = slopeOf,
    measure = ({ dW }) => frobenius(dW),
  } = replaced;
  const numbers: number[] = [];
  let below: Matrix | undefined;
  for (const facts of pass(X, parameters, activation).reverse()) {
    const dA = below ?? begin(facts.A, X.shape[1]);
    const dZ = tf.mul<Matrix>(dA, slope(facts, dA));
    const dW = tf.matMul<Matrix>(dZ, facts.entered, false, true);
    numbers.unshift(numberOf(measure({ ...facts, dZ, dA, dW })));
    below = tf.matMul<Matrix>(facts.W, dZ, true);
  }
  return numbers;
}

/** The number in a tensor that holds one. */
export const numberOf = (tensor: tf.Tensor): number => tensor.dataSync()[0] ?? Number.NaN;

/** The tensor under a key. @throws TypeError where there is none. */
function tensorIn(dictionary: Params, key: string): Matrix {
  const tensor = dictionary[key];
  if (tensor === undefined) throw new TypeError(`Cannot compute a misconception: ${key} is missing`);
  return tensor;
}
