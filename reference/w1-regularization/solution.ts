import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads, Params, Rng } from "gradecheck";

/**
 * Cross-entropy with an L2 penalty: `-(1/m) sum(Y ln A3 + (1 - Y) ln(1 - A3)) + (lambd / 2m) (|W1|^2 + |W2|^2 + |W3|^2)`.
 *
 * @param A3 Output of the network, float32 [1, m], inside (0, 1)
 * @param Y Labels 0 and 1, [1, m]
 * @param parameters `W1, b1, ..., W3, b3`; biases are not penalized
 * @param lambd Strength of the penalty, >= 0
 * @returns Cost
 * @see Krogh & Hertz 1991, A Simple Weight Decay Can Improve Generalization
 */
export function computeCostWithRegularization(
  A3: tf.Tensor2D,
  Y: tf.Tensor2D,
  parameters: Params,
  lambd: number,
): number {
  const cost = tf.tidy(() => {
    const logLikelihoods = tf.add(tf.mul(Y, tf.log(A3)), tf.mul(tf.sub(1, Y), tf.log(tf.sub(1, A3))));
    const squares = tf.addN(["W1", "W2", "W3"].map((name) => tf.sum(tf.square(entry(parameters, name)))));
    return tf.sub<tf.Scalar>(tf.mul(squares, lambd / (2 * Y.shape[1])), tf.mean(logLikelihoods));
  });
  const value = cost.arraySync();
  cost.dispose();
  return value;
}

/**
 * Gradients of the cost with the L2 penalty: `dZ3 = A3 - Y`, `dW = (1/m) dZ A_prev^T + (lambd/m) W`, `db = (1/m) sum dZ`,
 * `dA_prev = W^T dZ`, `dZ_prev = dA_prev` where `A_prev > 0`, else 0.
 *
 * @param X Inputs, float32 [n_0, m]
 * @param Y Labels 0 and 1, [1, m]
 * @param cache `Z1, A1, W1, b1, ..., Z3, A3, W3, b3` of the forward pass
 * @param lambd Strength of the penalty, >= 0
 * @returns `dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1`
 * @see Rumelhart, Hinton & Williams 1986, Learning representations by back-propagating errors
 */
export function backwardPropagationWithRegularization(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  cache: Cache,
  lambd: number,
): Grads {
  return backPropagate(X, Y, cache, lambd, (dA) => dA);
}

/**
 * Forward pass with inverted dropout in the two hidden layers: `A = relu(Z) * D / keepProb`, `D = rand < keepProb`.
 *
 * @param X Inputs, float32 [n_0, m]
 * @param parameters `W1, b1, ..., W3, b3`
 * @param keepProb Probability of keeping a unit, in (0, 1]
 * @param rng Source of the masks: uniform draws of the shape of A1, then of A2
 * @returns `A3` [1, m], and `cache` with `Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3`; masks are bool, parameters those given
 * @see Srivastava et al. 2014, Dropout: A Simple Way to Prevent Neural Networks from Overfitting
 */
export function forwardPropagationWithDropout(
  X: tf.Tensor2D,
  parameters: Params,
  keepProb = 0.5,
  rng: Rng,
): { A3: tf.Tensor2D; cache: Cache } {
  return tf.tidy(() => {
    const hidden = (A: tf.Tensor2D, l: number) => {
      const Z = linear(parameters, l, A);
      const D = tf.less(rng.rand(Z.shape), keepProb);
      return { Z, D, A: tf.div<tf.Tensor2D>(tf.mul(tf.relu(Z), D), keepProb) };
    };
    const { Z: Z1, D: D1, A: A1 } = hidden(X, 1);
    const { Z: Z2, D: D2, A: A2 } = hidden(A1, 2);
    const Z3 = linear(parameters, 3, A2);
    const A3 = tf.sigmoid(Z3);
    return { A3, cache: { Z1, D1, A1, Z2, D2, A2, Z3, A3, ...parameters } as Cache };
  });
}

/**
 * Gradients of the cross-entropy through the units that dropout kept: as plain back-propagation, with `dA` multiplied by
 * the mask and divided by keepProb.
 *
 * @param X Inputs, float32 [n_0, m]
 * @param Y Labels 0 and 1, [1, m]
 * @param cache As {@link forwardPropagationWithDropout} returns it
 * @param keepProb Probability with which units were kept, in (0, 1]
 * @returns `dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1`
 * @see Srivastava et al. 2014, section 5.1
 */
export function backwardPropagationWithDropout(X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, keepProb: number): Grads {
  return backPropagate(X, Y, cache, 0, (dA, l) => tf.div(tf.mul(dA, entry(cache, `D${l}`)), keepProb));
}

/** Both ways back; `through` is what dropout does to the gradient of the activations of a layer. */
function backPropagate(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  cache: Cache,
  lambd: number,
  through: (dA: tf.Tensor2D, l: number) => tf.Tensor2D,
): Grads {
  return tf.tidy(() => {
    const m = Y.shape[1];
    const grads: Grads = { dZ3: tf.sub(entry(cache, "A3"), Y) };
    for (const l of [3, 2, 1]) {
      const W = entry(cache, `W${l}`);
      const dZ = entry(grads, `dZ${l}`);
      const APrevious = l === 1 ? X : entry(cache, `A${l - 1}`);
      grads[`dW${l}`] = tf.add(tf.div(tf.matMul(dZ, APrevious, false, true), m), tf.mul(W, lambd / m));
      grads[`db${l}`] = tf.div(tf.sum(dZ, 1, true), m);
      if (l === 1) break;
      const dA = through(tf.matMul(W, dZ, true), l - 1);
      grads[`dA${l - 1}`] = dA;
      grads[`dZ${l - 1}`] = tf.mul(dA, tf.greater(APrevious, 0));
    }
    return grads;
  });
}

function linear(parameters: Params, l: number, A: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.matMul(entry(parameters, `W${l}`), A), entry(parameters, `b${l}`));
}

function entry(dictionary: Params, name: string): tf.Tensor2D {
  const tensor = dictionary[name];
  if (tensor === undefined) throw new TypeError(`Cannot compute the network: ${name} is missing`);
  return tensor;
}
