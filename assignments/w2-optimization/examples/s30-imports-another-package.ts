import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";
import { mapValues, mapKeys } from "lodash";

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  return mapValues(parameters, (p: tf.Tensor2D, key: string) => p.sub(grads["d" + key].mul(learningRate)));
}

export function initializeVelocity(parameters: Params): Grads {
  return mapKeys(mapValues(parameters, (p: tf.Tensor2D) => tf.zerosLike(p)), (_: tf.Tensor2D, key: string) => "d" + key);
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}
