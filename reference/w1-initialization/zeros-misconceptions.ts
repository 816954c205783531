import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { build, integerBiases, layersOf, zeroWeights } from "./build-layers.ts";

/** What students get wrong where everything is zero. */
export const zerosMisconceptions: readonly Omit<Misconception, "exercise">[] = [
  {
    id: "zeros-weights-transposed",
    name: "The weights have a row for each input instead of a row for each unit.",
    explanation:
      "Examples are columns here, and the weights stand to the left of them. To turn n_(l-1) rows into n_l rows, a matrix needs n_l rows of its own. Compare the two extents of W1 with the first two widths.",
    implementation: (layerDims: number[]) =>
      build(layersOf(layerDims), ({ units, inputs }) => tf.zeros([inputs, units])),
  },
  {
    id: "zeros-biases-as-rows",
    name: "The biases are rows instead of columns.",
    explanation:
      "Every unit has one bias, and units are rows in this course's layout. A bias vector is added to each column of W X, so it must be a column itself. A row would be added along the examples.",
    implementation: (layerDims: number[]) =>
      build(layersOf(layerDims), zeroWeights, ({ units }) => tf.zeros([1, units])),
  },
  {
    id: "zeros-last-layer-missing",
    name: "The last layer has no parameters.",
    explanation:
      "A list of L + 1 widths describes L layers, numbered from 1 up to and including L. A loop that stops one too early leaves the output layer without weights. Look at the condition under which yours ends.",
    implementation: (layerDims: number[]) => build(layersOf(layerDims.slice(0, -1)), zeroWeights),
  },
  {
    id: "zeros-layers-from-zero",
    name: "Layers are numbered from 0.",
    explanation:
      "The input is layer 0 and has no parameters. The first layer that has any is layer 1, so the keys begin with W1 and b1. An index into the list of widths is not always the number of a layer.",
    implementation: (layerDims: number[]) =>
      build(
        layersOf(layerDims).map((layer) => ({ ...layer, l: layer.l - 1 })),
        zeroWeights,
      ),
  },
  {
    id: "zeros-integers",
    name: "The zeros are integers instead of float32 numbers.",
    explanation:
      "Parameters are changed by small steps, which an int32 tensor cannot hold: it would round every step to a whole number. TensorFlow.js makes float32 unless it is told otherwise. Look at the dtype that you pass.",
    implementation: (layerDims: number[]) =>
      build(layersOf(layerDims), ({ units, inputs }) => tf.zeros([units, inputs], "int32"), integerBiases),
  },
];
