import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const updated: Params = {};
  for (const key of Object.keys(parameters)) {
    updated[key] = tf.tidy(() => parameters[key].sub(grads["d" + key].mul(learningRate)));
    // the old values are not needed any more, no memory leaks!
    tf.dispose([parameters[key], grads["d" + key]]);
  }
  return updated;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const permutation = rng.permutation(X.shape[1]);
  return tf.tidy(() => {
    const shuffledX = tf.gather(X, permutation, 1);
    const shuffledY = tf.gather(Y, permutation, 1);
    const sizes: number[] = [];
    for (let rest = permutation.length; rest > 0; rest -= miniBatchSize) {
      sizes.push(Math.min(rest, miniBatchSize));
    }
    const xs = tf.split(shuffledX, sizes, 1);
    const ys = tf.split(shuffledY, sizes, 1);
    return xs.map((x, i) => ({ X: x as tf.Tensor2D, Y: ys[i] as tf.Tensor2D }));
  });
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const key of Object.keys(parameters)) v["d" + key] = tf.zerosLike(parameters[key]);
  return v;
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) {
  return tf.tidy(() => {
    const newParameters: Params = {};
    const newV: Grads = {};
    for (const key of Object.keys(parameters)) {
      newV["d" + key] = v["d" + key].mul(beta).add(grads["d" + key].mul(1 - beta));
      newParameters[key] = parameters[key].sub(newV["d" + key].mul(learningRate));
    }
    return { parameters: newParameters, v: newV };
  });
}

export function initializeAdam(parameters: Params) {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) };
}

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
  return tf.tidy(() => {
    const newParameters: Params = {};
    const newV: Grads = {};
    const newS: Grads = {};
    const vCorrected: Grads = {};
    const sCorrected: Grads = {};
    for (const key of Object.keys(parameters)) {
      const d = "d" + key;
      newV[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1));
      newS[d] = s[d].mul(beta2).add(grads[d].square().mul(1 - beta2));
      vCorrected[d] = newV[d].div(1 - beta1 ** t);
      sCorrected[d] = newS[d].div(1 - beta2 ** t);
      newParameters[key] = parameters[key].sub(vCorrected[d].div(sCorrected[d].sqrt().add(epsilon)).mul(learningRate));
    }
    return { parameters: newParameters, v: newV, s: newS, vCorrected, sCorrected };
  });
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
