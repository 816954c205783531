import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

type MiniBatch = { X: tf.Tensor2D; Y: tf.Tensor2D };

/** Gradient descent: theta := theta - alpha * dtheta */
export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const names = Object.keys(parameters);
  return names.reduce<Params>((acc, name) => {
    acc[name] = parameters[name].sub(grads["d" + name].mul(learningRate));
    return acc;
  }, {});
}

/** Shuffle and partition. */
export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng): MiniBatch[] {
  const m = X.shape[1];
  const order = rng.permutation(m);
  const shuffledX = tf.gather(X, order, 1);
  const shuffledY = tf.gather(Y, order, 1);

  const result: MiniBatch[] = [];
  for (let k = 0; k < Math.floor(m / miniBatchSize); k++) {
    const begin = k * miniBatchSize;
    result.push({
      X: shuffledX.slice([0, begin], [X.shape[0], miniBatchSize]),
      Y: shuffledY.slice([0, begin], [Y.shape[0], miniBatchSize]),
    });
  }
  return result;
}

/** v = 0 */
export function initializeVelocity(parameters: Params): Grads {
  return Object.keys(parameters).reduce<Grads>((acc, name) => {
    acc["d" + name] = tf.zeros(parameters[name].shape);
    return acc;
  }, {});
}

/** Momentum: v := beta v + (1 - beta) dtheta; theta := theta - alpha v */
export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
): { parameters: Params; v: Grads } {
  const newV = Object.keys(grads).reduce<Grads>((acc, name) => {
    acc[name] = tf.add(v[name].mul(beta), grads[name].mul(1 - beta));
    return acc;
  }, {});
  return { parameters: updateParametersWithGd(parameters, newV, learningRate), v: newV };
}

/** v = 0, s = 0 */
export function initializeAdam(parameters: Params): { v: Grads; s: Grads } {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
}

/** Adam */
export function updateParametersWithAdam(
  parameters: Params,
  grads: Grads,
  v: Grads,
  s: Grads,
  t: number,
  learningRate = 0.01,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
) {
  const newParameters: Params = {};
  const newV: Grads = {};
  const newS: Grads = {};
  const vCorrected: Grads = {};
  const sCorrected: Grads = {};
  Object.keys(parameters).forEach((name) => {
    const dname = "d" + name;
    newV[dname] = tf.add(v[dname].mul(beta1), grads[dname].mul(1 - beta1));
    newS[dname] = tf.add(s[dname].mul(beta2), tf.square(grads[dname]).mul(1 - beta2));
    vCorrected[dname] = newV[dname].div(1 - Math.pow(beta1, t));
    sCorrected[dname] = newS[dname].div(1 - Math.pow(beta2, t));
    newParameters[name] = parameters[name].sub(
      vCorrected[dname].div(tf.sqrt(sCorrected[dname]).add(epsilon)).mul(learningRate),
    );
  });
  return { parameters: newParameters, v: newV, s: newS, vCorrected, sCorrected };
}

/** alpha = alpha0 / (1 + decayRate * epoch) */
export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

/** Like updateLr, but changes only once per timeInterval epochs. */
export function scheduleLrDecay(
  learningRate0: number,
  epochNum: number,
  decayRate: number,
  timeInterval = 1000,
): number {
  return updateLr(learningRate0, Math.floor(epochNum / timeInterval), decayRate);
}
