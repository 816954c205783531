import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads, Params, Rng } from "gradecheck";

// Methods of tensors, promises, masks as float32 that are scaled before they are used.

export async function computeCostWithRegularization(A3: tf.Tensor2D, Y: tf.Tensor2D, { W1, W2, W3 }: Params, lambd: number) {
  const m = A3.size;
  const result = tf.tidy(() => {
    // 1 where the label is, minus the prediction: only one of the two logarithms counts.
    const likelihood = tf.where(Y.toBool(), A3, A3.neg().add(1));
    const entropy = likelihood.log().sum().div(-m);
    const penalty = [W1, W2, W3].map((W) => W.reshape([-1]).dot(W.reshape([-1]))).reduce((sum, one) => sum.add(one));
    return entropy.add(penalty.mul(lambd).div(2 * m));
  });
  const [cost] = await result.data();
  result.dispose();
  return cost;
}

export async function backwardPropagationWithRegularization(X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, lambd: number) {
  return tf.tidy(() => {
    const m = X.shape[1];
    const decay = lambd / m;
    const { A1, A2, A3, W1, W2, W3 } = cache;
    const dZ3 = A3.sub(Y);
    const dA2 = W3.transpose().matMul(dZ3 as tf.Tensor2D);
    const dZ2 = tf.where(A2.greater(0), dA2, tf.zerosLike(dA2));
    const dA1 = W2.transpose().matMul(dZ2 as tf.Tensor2D);
    const dZ1 = dA1.mul(A1.step(0));
    const weights = (dZ: tf.Tensor, A: tf.Tensor, W: tf.Tensor) => dZ.div(m).matMul(A.transpose()).add(W.mul(decay));
    const biases = (dZ: tf.Tensor) => dZ.mean(1, true);
    return {
      ...{ db1: biases(dZ1), dW1: weights(dZ1, X, W1), dZ1, dA1 },
      ...{ db2: biases(dZ2), dW2: weights(dZ2, A1, W2), dZ2, dA2 },
      ...{ db3: biases(dZ3), dW3: weights(dZ3, A2, W3), dZ3 },
    } as Grads;
  });
}

export async function forwardPropagationWithDropout(X: tf.Tensor2D, parameters: Params, keepProb = 0.5, rng: Rng) {
  const { W1, b1, W2, b2, W3, b3 } = parameters;
  const Z1 = W1.matMul(X).add(b1);
  const D1 = rng.rand(Z1.shape as [number, number]).less(keepProb).toFloat();
  const A1 = Z1.relu().mul(D1.div(keepProb));
  const Z2 = W2.matMul(A1).add(b2);
  const D2 = rng.rand(Z2.shape as [number, number]).less(keepProb).toFloat();
  const A2 = Z2.relu().mul(D2.div(keepProb));
  const Z3 = W3.matMul(A2).add(b3);
  const A3 = Z3.sigmoid();
  return { cache: { Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 }, A3 };
}

export async function backwardPropagationWithDropout(X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, keepProb: number) {
  const m = Y.shape[1];
  const grads: Grads = {};
  let dZ: tf.Tensor = tf.sub(cache.A3, Y);
  for (const [l, A] of [[3, cache.A2], [2, cache.A1], [1, X]] as [number, tf.Tensor2D][]) {
    grads["dZ" + l] = dZ as tf.Tensor2D;
    grads["dW" + l] = tf.matMul(dZ, A, false, true).div(m) as tf.Tensor2D;
    grads["db" + l] = dZ.sum(1).expandDims(1).div(m) as tf.Tensor2D;
    if (l === 1) break;
    const factor = cache[`D${l - 1}`].cast("float32").mul(1 / keepProb);
    const dA = tf.matMul(cache[`W${l}`], dZ as tf.Tensor2D, true, false).mul(factor);
    grads["dA" + (l - 1)] = dA as tf.Tensor2D;
    dZ = dA.mul(tf.cast(A.greater(tf.zerosLike(A)), "float32"));
  }
  return grads;
}
