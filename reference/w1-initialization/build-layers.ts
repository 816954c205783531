import * as tf from "@tensorflow/tfjs";
import type { Params } from "../../assignments/values/params.ts";
import type { Rng } from "../../assignments/values/rng.ts";

/** A layer and its width and number of inputs. */
export type Layer = { readonly l: number; readonly units: number; readonly inputs: number };
type Make = (layer: Layer) => tf.Tensor2D;

/** Right biases. */
const zeroBiases: Make = ({ units }) => tf.zeros([units, 1]);
/** Weights of the right shape, all zero. */
export const zeroWeights: Make = ({ units, inputs }) => tf.zeros([units, inputs]);

/** The layers between given widths. */
export function layersOf(layerDims: number[]): Layer[] {
  return layerDims.slice(1).map((units, i) => ({ l: i + 1, units, inputs: layerDims[i] ?? 0 }));
}

/** Layers are made in the order in which they are given, of each the weights first. */
export function build(layers: readonly Layer[], weights: Make, biases: Make = zeroBiases): Params {
  return Object.fromEntries(
    layers.flatMap((layer) => [
      [`W${layer.l}`, weights(layer)],
      [`b${layer.l}`, biases(layer)],
    ]),
  );
}

/** Weights drawn in the right shape, times a factor. */
export const drawScaled =
  (rng: Rng, scale: (layer: Layer) => number): Make =>
  (layer) =>
    tf.mul(rng.randn([layer.units, layer.inputs]), scale(layer));

/** Printed, they look like those of float32. */
export const integerBiases: Make = ({ units }) => tf.zeros([units, 1], "int32");
