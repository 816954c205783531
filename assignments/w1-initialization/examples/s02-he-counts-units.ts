import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";

export function initializeParametersZeros(layerDims: number[]): Params {
  const parameters: Params = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters["W" + l] = tf.zeros([layerDims[l], layerDims[l - 1]]);
    parameters["b" + l] = tf.zeros([layerDims[l], 1]);
  }
  return parameters;
}

export function initializeParametersRandom(layerDims: number[], rng: Rng): Params {
  const parameters: Params = {};
  for (let l = 1; l < layerDims.length; l++) {
    parameters["W" + l] = rng.randn([layerDims[l], layerDims[l - 1]]).mul(10) as tf.Tensor2D;
    parameters["b" + l] = tf.zeros([layerDims[l], 1]);
  }
  return parameters;
}

export function initializeParametersHe(layerDims: number[], rng: Rng): Params {
  const parameters: Params = {};
  for (let l = 1; l < layerDims.length; l++) {
    const scale = Math.sqrt(2 / layerDims[l]); // by the size of the layer
    parameters["W" + l] = rng.randn([layerDims[l], layerDims[l - 1]]).mul(scale) as tf.Tensor2D;
    parameters["b" + l] = tf.zeros([layerDims[l], 1]);
  }
  return parameters;
}
