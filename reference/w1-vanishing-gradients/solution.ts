import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";
import type { Activation, ActivationStatistics, Scale } from "gradecheck/w1-vanishing-gradients";

/** What draws are multiplied by, from the number of inputs of the layer. */
const factors: Readonly<Record<Scale, (inputs: number) => number>> = {
  small: () => 0.01,
  large: () => 1,
  xavier: (inputs) => Math.sqrt(1 / inputs),
  he: (inputs) => Math.sqrt(2 / inputs),
};

/** The activations, and their derivatives as functions of the activation itself. */
const activations: Readonly<Record<Activation, Record<"of" | "slope", (tensor: tf.Tensor2D) => tf.Tensor2D>>> = {
  tanh: { of: (Z) => tf.tanh(Z), slope: (A) => tf.sub(1, tf.square(A)) },
  relu: { of: (Z) => tf.relu(Z), slope: (A) => tf.step(A) },
};

/**
 * Random weights of one of four sizes: `randn` times 0.01, 1, sqrt(1 / n_(l-1)) or sqrt(2 / n_(l-1)).
 *
 * @param layerDims Widths n_0, n_1, ..., n_L
 * @param scale Size of the weights
 * @param rng Source of the weights, drawn from once for each layer, W1 first
 * @returns `W1, b1, ..., WL, bL`, float32 [n_l, n_(l-1)] and [n_l, 1]; biases zero
 * @see Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, section 4.2;
 *   He et al. 2015, Delving Deep into Rectifiers, section 2.2
 */
export function initializeDeep(layerDims: number[], scale: Scale, rng: Rng): Params {
  const parameters: Params = {};
  for (const [i, units] of layerDims.slice(1).entries()) {
    const inputs = layerDims[i] ?? 0;
    parameters[`W${i + 1}`] = tf.tidy(() => tf.mul(rng.randn([units, inputs]), factors[scale](inputs)));
    parameters[`b${i + 1}`] = tf.zeros([units, 1]);
  }
  return parameters;
}

/**
 * The activations of every layer, `A_l = g(W_l A_(l-1) + b_l)` with `A_0 = X`; the last layer is like the others.
 *
 * @param X Inputs, float32 [n_0, m]
 * @param parameters `W1, b1, ..., WL, bL`, their keys in any order
 * @param activation The function g of every layer
 * @returns A1 ... AL, [n_l, m] each
 */
export function forwardDeep(X: tf.Tensor2D, parameters: Params, activation: Activation): tf.Tensor2D[] {
  return tf.tidy(() => {
    const passed: tf.Tensor2D[] = [];
    for (let l = 1; l <= layersIn(parameters); l++) {
      const Z = tf.add(tf.matMul(entry(parameters, `W${l}`), passed.at(-1) ?? X), entry(parameters, `b${l}`));
      passed.push(activations[activation].of(Z as tf.Tensor2D));
    }
    return passed;
  });
}

/**
 * Mean, standard deviation and share of dead units of every layer.
 *
 * @param activations A1 ... AL, float32 [n_l, m] each
 * @returns `mean` and `std` (with 1/N) over all units and examples, and `dead`: the share of units that are 0 for every example
 */
export function activationStatistics(activations: tf.Tensor2D[]): ActivationStatistics {
  const layers = activations.map((A) => {
    const mean = read(() => tf.moments(A).mean);
    const std = read(() => tf.sqrt(tf.moments(A).variance));
    return { mean, std, dead: read(() => tf.mean(tf.all(tf.equal(A, 0), 1))) };
  });
  return {
    mean: layers.map(({ mean }) => mean),
    std: layers.map(({ std }) => std),
    dead: layers.map(({ dead }) => dead),
  };
}

/**
 * Norms of the gradients of J = (sum of all elements of AL) / m by back-propagation: `dZ_l = dA_l * g'`, `dW_l = dZ_l A_(l-1)^T`,
 * `dA_(l-1) = W_l^T dZ_l`.
 *
 * @param X Inputs, float32 [n_0, m]
 * @param parameters `W1, b1, ..., WL, bL`, their keys in any order
 * @param activation The function g of every layer; relu has derivative 0 at 0
 * @returns Frobenius norms of dJ/dW1 ... dJ/dWL
 * @see Rumelhart, Hinton & Williams 1986, Learning representations by back-propagating errors
 */
export function gradientNorms(X: tf.Tensor2D, parameters: Params, activation: Activation): number[] {
  const norms = tf.tidy(() => {
    const passed = forwardDeep(X, parameters, activation);
    const backwards: tf.Tensor[] = [];
    let below: tf.Tensor2D | undefined;
    for (const [i, A] of [...passed.entries()].reverse()) {
      const dA = below ?? tf.div(tf.onesLike(A), X.shape[1]);
      const dZ = tf.mul<tf.Tensor2D>(dA, activations[activation].slope(A));
      backwards.push(normOf([tf.matMul(dZ, passed[i - 1] ?? X, false, true)]));
      below = tf.matMul(entry(parameters, `W${i + 1}`), dZ, true);
    }
    return tf.stack(backwards.reverse());
  });
  const numbers = [...norms.dataSync()];
  norms.dispose();
  return numbers;
}

/**
 * Every element of every gradient moved into [-limit, limit].
 *
 * @param grads Gradients, keys `dW1, db1, ...`
 * @param limit Largest magnitude that is left, >= 0
 * @returns Clipped gradients, same keys and shapes
 */
export function clipByValue(grads: Grads, limit: number): Grads {
  return forEach(grads, (gradient) => tf.clipByValue(gradient, -limit, limit));
}

/**
 * Gradients multiplied by maxNorm / norm where the norm of all of them together is larger than `maxNorm`.
 *
 * @param grads Gradients, keys `dW1, db1, ...`
 * @param maxNorm Largest norm that is left, >= 0
 * @returns Gradients, same keys and shapes, and their norm before clipping
 * @see Pascanu, Mikolov & Bengio 2013, On the difficulty of training recurrent neural networks, algorithm 1
 */
export function clipByGlobalNorm(grads: Grads, maxNorm: number): { grads: Grads; norm: number } {
  const norm = read(() => normOf(Object.values(grads)));
  const scale = norm > maxNorm ? maxNorm / norm : 1;
  return { grads: forEach(grads, (gradient) => tf.mul(gradient, scale)), norm };
}

/** The square root of the sum of all squared elements. */
function normOf(tensors: readonly tf.Tensor[]): tf.Tensor {
  return tf.sqrt(tf.addN(tensors.map((tensor) => tf.sum(tf.square(tensor)))));
}

/** The one number of a tensor that is made and freed here. */
function read(make: () => tf.Tensor): number {
  const tensor = tf.tidy(make);
  const [value = Number.NaN] = tensor.dataSync();
  tensor.dispose();
  return value;
}

/** A new dictionary with the same keys, each tensor made from the old one. */
function forEach(dictionary: Grads, make: (tensor: tf.Tensor2D) => tf.Tensor2D): Grads {
  return Object.fromEntries(Object.entries(dictionary).map(([name, tensor]) => [name, make(tensor)]));
}

const layersIn = (parameters: Params): number => Object.keys(parameters).length / 2;

function entry(dictionary: Params, name: string): tf.Tensor2D {
  const tensor = dictionary[name];
  if (tensor === undefined) throw new TypeError(`Cannot compute the network: ${name} is missing`);
  return tensor;
}
