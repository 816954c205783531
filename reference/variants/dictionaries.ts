import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";

/** Makes one tensor of another; `name` is the key it stands under. */
export type MakeTensor = (tensor: tf.Tensor2D, name: string) => tf.Tensor2D;

/** Whether a key belongs to what a variant takes care of. */
export type Keeps = (name: string, dictionary: Params) => boolean;

/** A new dictionary with the same keys, each tensor made from the old one. */
export function mapTensors(dictionary: Params, make: MakeTensor): Params {
  return Object.fromEntries(Object.entries(dictionary).map(([name, tensor]) => [name, make(tensor, name)]));
}

/** As {@link mapTensors}, under the keys of the gradients: `W1` becomes `dW1`. */
export function mapToGradients(parameters: Params, make: MakeTensor): Grads {
  return Object.fromEntries(Object.entries(mapTensors(parameters, make)).map(([name, tensor]) => [`d${name}`, tensor]));
}

/** The entries that a variant takes care of, in a dictionary of their own. */
export function keepEntries(dictionary: Params, keeps: Keeps): Params {
  return Object.fromEntries(Object.entries(dictionary).filter(([name]) => keeps(name, dictionary)));
}

/** The tensor under a name. @throws TypeError where there is none. */
export function entryOf(dictionary: Params, name: string): tf.Tensor2D {
  const tensor = dictionary[name];
  if (tensor === undefined) throw new TypeError(`Cannot read ${name}: it is missing`);
  return tensor;
}

/** Parameters minus `learningRate` times the step of each, which stands under the name of its gradient. */
export function stepAlong(parameters: Params, steps: Grads, learningRate: number): Params {
  return mapTensors(parameters, (tensor, name) => tf.sub(tensor, tf.mul(learningRate, entryOf(steps, `d${name}`))));
}

/** As {@link stepAlong}, but only where the variant takes care; everything else stays as it was. */
export function stepAlongSome(parameters: Params, steps: Grads, learningRate: number, keeps: Keeps): Params {
  return { ...parameters, ...stepAlong(keepEntries(parameters, keeps), steps, learningRate) };
}

/** Weights only: `W1`, `W2`, … */
export const isWeight: Keeps = (name) => name.startsWith("W");

/** All layers but the last, as in a loop that ends one too early. */
export const isBeforeLastLayer: Keeps = (name, dictionary) =>
  layerOf(name) < Math.max(...Object.keys(dictionary).map(layerOf));

const layerOf = (name: string): number => Number(name.replace(/\D/g, ""));
