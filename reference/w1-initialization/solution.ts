import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";

/**
 * Parameters that are all zero: a network that never learns to tell its units apart.
 *
 * @param layerDims Widths n_0, n_1, ..., n_L; n_0 is the number of inputs
 * @returns `W1, b1, ...`, float32 [n_l, n_(l-1)] and [n_l, 1]
 */
export function initializeParametersZeros(layerDims: number[]): Params {
  return initialize(layerDims, (shape) => tf.zeros(shape));
}

/**
 * Weights `10 * randn`, biases zero: a network whose units begin saturated.
 *
 * @param layerDims Widths n_0, n_1, ..., n_L
 * @param rng Source of the weights, drawn from once per layer, W1 first
 * @returns `W1, b1, ...`, float32 [n_l, n_(l-1)] and [n_l, 1]
 */
export function initializeParametersRandom(layerDims: number[], rng: Rng): Params {
  return initialize(layerDims, (shape) => tf.tidy(() => tf.mul(rng.randn(shape), 10)));
}

/**
 * Weights `randn * sqrt(2 / n_(l-1))`, biases zero: with relu, the signal keeps its size from layer to layer.
 *
 * @param layerDims Widths n_0, n_1, ..., n_L
 * @param rng Source of the weights, drawn from once per layer, W1 first
 * @returns `W1, b1, ...`, float32 [n_l, n_(l-1)] and [n_l, 1]
 * @see He et al. 2015, Delving Deep into Rectifiers, section 2.2
 */
export function initializeParametersHe(layerDims: number[], rng: Rng): Params {
  return initialize(layerDims, (shape) => tf.tidy(() => tf.mul(rng.randn(shape), Math.sqrt(2 / shape[1]))));
}

type Shape = [units: number, inputs: number];

/** `W1, b1, ...`: weights as made from their shape, layer by layer from the first; biases zero. */
function initialize(layerDims: number[], weights: (shape: Shape) => tf.Tensor2D): Params {
  const parameters: Params = {};
  for (const [i, units] of layerDims.slice(1).entries()) {
    // Widths without the first have one index less: the width before is at the same index.
    const inputs = layerDims[i] as number;
    parameters[`W${i + 1}`] = weights([units, inputs]);
    parameters[`b${i + 1}`] = tf.zeros([units, 1]);
  }
  return parameters;
}
