import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads, Params } from "../../assignments/values/params.ts";

type Matrix = tf.Tensor2D;

/** What the gradients of one layer are made from; `A` is the activation that entered the layer. */
export type LayerFacts = {
  readonly l: number;
  readonly dZ: Matrix;
  readonly A: Matrix;
  readonly W: Matrix;
  readonly b: Matrix;
  readonly m: number;
  readonly lambd: number;
};

/** What a hidden layer kept from the forward pass; without dropout there is no `D`. */
export type HiddenFacts = {
  readonly l: number;
  readonly Z: Matrix;
  readonly A: Matrix;
  readonly D?: Matrix | undefined;
};

/** The steps of the way back, each of which a misconception may replace. */
export type Steps = {
  readonly dZ3: (A3: Matrix, Y: Matrix) => Matrix;
  readonly dW: (facts: LayerFacts) => Matrix;
  readonly db: (facts: LayerFacts) => Matrix;
  /** What dropout does to the gradient of a hidden layer's activations before it is stored and used. */
  readonly dropout: (dA: Matrix, facts: HiddenFacts) => Matrix;
  /** The way back through relu. */
  readonly relu: (dA: Matrix, facts: HiddenFacts) => Matrix;
};

/** `(1/m) dZ A^T`, the gradient without a penalty. */
export const plainWeights = ({ dZ, A, m }: LayerFacts): Matrix => tf.div(tf.matMul(dZ, A, false, true), m);

/** The gradient with the penalty's share, `(lambd / m) W`. */
export const penalizedWeights = (facts: LayerFacts): Matrix =>
  tf.add(plainWeights(facts), tf.mul(facts.W, facts.lambd / facts.m));

/** `(1/m)` times the sum of dZ over the examples. */
export const meanOverExamples = ({ dZ, m }: LayerFacts): Matrix => tf.div(tf.sum(dZ, 1, true), m);

/** The gradient where a condition holds, 0 elsewhere. */
export const keepWhere = (dA: Matrix, condition: tf.Tensor): Matrix => tf.mul(dA, tf.cast(condition, "float32"));

const right: Steps = {
  dZ3: (A3, Y) => tf.sub(A3, Y),
  dW: penalizedWeights,
  db: meanOverExamples,
  dropout: (dA) => dA,
  relu: (dA, { A }) => keepWhere(dA, tf.greater(A, 0)),
};

/**
 * Back-propagation through the assignment's network with some of its steps replaced.
 * @param lambd Strength of the penalty; 0 for none.
 * @returns `dZ3, dW3, db3, dA2, …, db1`; tensors belong to the engine's current scope.
 */
export function backPropagate(X: Matrix, Y: Matrix, cache: Cache, lambd: number, replaced: Partial<Steps>): Grads {
  const steps = { ...right, ...replaced };
  const m = X.shape[1];
  let dZ = steps.dZ3(tensorIn(cache, "A3"), Y);
  const grads: Grads = {};
  for (const l of [3, 2, 1]) {
    const W = tensorIn(cache, `W${l}`);
    const A = l === 1 ? X : tensorIn(cache, `A${l - 1}`);
    const facts: LayerFacts = { l, dZ, A, W, b: tensorIn(cache, `b${l}`), m, lambd };
    Object.assign(grads, { [`dZ${l}`]: dZ, [`dW${l}`]: steps.dW(facts), [`db${l}`]: steps.db(facts) });
    if (l === 1) return grads;
    const hidden: HiddenFacts = { l: l - 1, A, Z: tensorIn(cache, `Z${l - 1}`), D: cache[`D${l - 1}`] };
    const dA = steps.dropout(tf.matMul(W, dZ, true), hidden);
    grads[`dA${l - 1}`] = dA;
    dZ = steps.relu(dA, hidden);
  }
  return grads;
}

/**
 * The tensor under a key.
 * @throws TypeError where there is none.
 */
export function tensorIn(dictionary: Params, key: string): Matrix {
  const tensor = dictionary[key];
  if (tensor === undefined) throw new TypeError(`Cannot compute a misconception: ${key} is missing`);
  return tensor;
}
