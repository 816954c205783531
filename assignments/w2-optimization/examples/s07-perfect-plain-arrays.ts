/*
 * I am more at home with arrays than with tensor operations, so I take the numbers out,
 * compute in a loop and put them back into tensors.
 */
import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

function elementwise(inputs: tf.Tensor2D[], formula: (...x: number[]) => number): tf.Tensor2D {
  const data = inputs.map((tensor) => tensor.dataSync());
  const out = new Float32Array(data[0].length);
  for (let i = 0; i < out.length; i++) {
    out[i] = formula(...data.map((d) => d[i]));
  }
  return tf.tensor2d(out, inputs[0].shape);
}

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const out: Params = {};
  Object.keys(parameters).forEach((key) => {
    out[key] = elementwise([parameters[key], grads[`d${key}`]], (p, g) => p - learningRate * g);
  });
  return out;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const m = X.shape[1];
  const x = X.arraySync();
  const y = Y.arraySync();
  const p = rng.permutation(m);

  const miniBatches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let from = 0; from < m; from += miniBatchSize) {
    const to = Math.min(from + miniBatchSize, m);
    const bx: number[][] = x.map(() => []);
    const by: number[][] = y.map(() => []);
    for (let j = from; j < to; j++) {
      x.forEach((row, i) => bx[i].push(row[p[j]]));
      y.forEach((row, i) => by[i].push(row[p[j]]));
    }
    miniBatches.push({ X: tf.tensor2d(bx), Y: tf.tensor2d(by) });
  }
  return miniBatches;
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  Object.keys(parameters).forEach((key) => {
    v[`d${key}`] = elementwise([parameters[key]], () => 0);
  });
  return v;
}

export function updateParametersWithMomentum(
  parameters: Params,
  grads: Grads,
  v: Grads,
  beta: number,
  learningRate: number,
) {
  const newV: Grads = {};
  Object.keys(grads).forEach((key) => {
    newV[key] = elementwise([v[key], grads[key]], (old, g) => beta * old + (1 - beta) * g);
  });
  return { parameters: updateParametersWithGd(parameters, newV, learningRate), v: newV };
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
  const result = {
    parameters: {} as Params,
    v: {} as Grads,
    s: {} as Grads,
    vCorrected: {} as Grads,
    sCorrected: {} as Grads,
  };
  Object.keys(parameters).forEach((key) => {
    const d = `d${key}`;
    result.v[d] = elementwise([v[d], grads[d]], (old, g) => beta1 * old + (1 - beta1) * g);
    result.s[d] = elementwise([s[d], grads[d]], (old, g) => beta2 * old + (1 - beta2) * g * g);
    result.vCorrected[d] = elementwise([result.v[d]], (x) => x / (1 - beta1 ** t));
    result.sCorrected[d] = elementwise([result.s[d]], (x) => x / (1 - beta2 ** t));
    result.parameters[key] = elementwise(
      [parameters[key], result.vCorrected[d], result.sCorrected[d]],
      (p, vc, sc) => p - (learningRate * vc) / (Math.sqrt(sc) + epsilon),
    );
  });
  return result;
}

// The result may be a scalar tensor too
export function updateLr(learningRate0: number, epochNum: number, decayRate: number): tf.Scalar {
  return tf.scalar(learningRate0 / (1 + decayRate * epochNum));
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): tf.Scalar {
  return tf.scalar(learningRate0 / (1 + decayRate * Math.trunc(epochNum / timeInterval)));
}
