import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads, Params, Rng } from "gradecheck";

type Matrix = tf.Tensor2D;

export function computeCostWithRegularization(A3: Matrix, Y: Matrix, parameters: Params, lambd: number): number {
  return tf.tidy(() => {
    const m = Y.shape[1];
    const positive = A3.log().mul(Y);
    const negative = tf.onesLike(A3).sub(A3).log().mul(tf.onesLike(Y).sub(Y));
    const crossEntropy = positive.add(negative).sum().div(-m);
    const { W1, W2, W3 } = parameters;
    const l2 = W1.square().sum().add(W2.square().sum()).add(W3.square().sum());
    return crossEntropy.add(l2.mul(lambd / 2)).dataSync()[0];
  });
}

export function backwardPropagationWithRegularization(X: Matrix, Y: Matrix, cache: Cache, lambd: number): Grads {
  return tf.tidy(() => {
    const m = X.shape[1];
    const { A1, W1, A2, W2, A3, W3 } = cache;
    const weights = (dZ: Matrix, A: Matrix, W: Matrix): Matrix =>
      dZ.matMul(A, false, true).div(m).add(W.mul(lambd));
    const biases = (dZ: Matrix): Matrix => dZ.mean(1, true);

    const dZ3: Matrix = A3.sub(Y);
    const dA2: Matrix = W3.transpose().matMul(dZ3);
    const dZ2: Matrix = dA2.where(A2.greater(0), tf.zerosLike(dA2));
    const dA1: Matrix = W2.transpose().matMul(dZ2);
    const dZ1: Matrix = dA1.where(A1.greater(0), tf.zerosLike(dA1));
    return {
      dZ3,
      dW3: weights(dZ3, A2, W3),
      db3: biases(dZ3),
      dA2,
      dZ2,
      dW2: weights(dZ2, A1, W2),
      db2: biases(dZ2),
      dA1,
      dZ1,
      dW1: weights(dZ1, X, W1),
      db1: biases(dZ1),
    };
  });
}

export function forwardPropagationWithDropout(X: Matrix, parameters: Params, keepProb = 0.5, rng: Rng) {
  const { W1, b1, W2, b2, W3, b3 } = parameters;

  const Z1: Matrix = W1.matMul(X).add(b1);
  const D1: Matrix = rng.rand(Z1.shape).less(keepProb).cast("float32") as Matrix;
  const A1: Matrix = Z1.relu().mul(D1).div(keepProb);

  const Z2: Matrix = W2.matMul(A1).add(b2);
  const D2: Matrix = rng.rand(Z2.shape).less(keepProb).cast("float32") as Matrix;
  const A2: Matrix = Z2.relu().mul(D2).div(keepProb);

  const Z3: Matrix = W3.matMul(A2).add(b3);
  const A3: Matrix = Z3.sigmoid();
  return { A3, cache: { Z1, D1, A1, W1, b1, Z2, D2, A2, W2, b2, Z3, A3, W3, b3 } };
}

export function backwardPropagationWithDropout(X: Matrix, Y: Matrix, cache: Cache, keepProb: number): Grads {
  const m = X.shape[1];
  const { D1, A1, D2, A2, W2, A3, W3 } = cache;

  const dZ3: Matrix = A3.sub(Y);
  const dW3: Matrix = dZ3.matMul(A2.transpose()).div(m);
  const db3: Matrix = dZ3.sum(1, true).div(m);

  const dA2: Matrix = W3.transpose().matMul(dZ3).where(D2.cast("bool"), tf.zerosLike(A2)).div(keepProb);
  const dZ2: Matrix = dA2.mul(A2.greater(0));
  const dW2: Matrix = dZ2.matMul(A1.transpose()).div(m);
  const db2: Matrix = dZ2.sum(1, true).div(m);

  const dA1: Matrix = W2.transpose().matMul(dZ2).mul(D1).div(keepProb);
  const dZ1: Matrix = dA1.mul(A1.greater(0));
  const dW1: Matrix = dZ1.matMul(X.transpose()).div(m);
  const db1: Matrix = dZ1.sum(1, true).div(m);

  return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}
