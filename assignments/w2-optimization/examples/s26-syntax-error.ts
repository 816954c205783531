import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const out: Params = {};
  for (const key of Object.keys(parameters)) {
    out[key] = parameters[key].sub(grads["d" + key].mul(learningRate);
  }
  return out;
}

export function initializeVelocity(parameters: Params): Grads {
  const v: Grads = {};
  for (const key of Object.keys(parameters)) {
    v["d" + key] = tf.zerosLike(parameters[key]);
  }
  return v;
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}
