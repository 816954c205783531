import * as tf from "@tensorflow/tfjs";
import type { Rng } from "../../assignments/values/rng.ts";
import type { Misconception } from "../misconceptions/misconception.ts";
import { build, drawScaled, integerBiases, layersOf } from "./build-layers.ts";

/** What students get wrong where weights are large. */
export const randomMisconceptions: readonly Omit<Misconception, "exercise">[] = [
  {
    id: "random-small-weights",
    name: "The weights are scaled by 0.01 instead of 10.",
    explanation:
      "Small random weights are what one often starts with, but they are not what this exercise is about. It wants weights that are too large, so that their effect on learning can be seen. Read the factor in the formula again.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims),
        drawScaled(rng, () => 0.01),
      ),
  },
  {
    id: "random-one-row-repeated",
    name: "One row is drawn for each layer, and used for all of its units.",
    explanation:
      "Units that start alike stay alike for ever: they compute the same and get the same gradient. Draw the whole matrix.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(layersOf(layerDims), ({ units, inputs }) =>
        tf.mul(tf.mul(rng.randn<tf.Rank.R2>([1, inputs]), tf.ones([units, 1])), 10),
      ),
  },
  {
    id: "random-one-number-for-all",
    name: "One number is drawn for each layer, and used for all of its weights.",
    explanation:
      "Units that start alike stay alike for ever: they compute the same and get the same gradient. Draw the whole matrix.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(layersOf(layerDims), ({ units, inputs }) =>
        tf.mul(tf.mul(rng.randn<tf.Rank.R2>([1, 1]), tf.ones([units, inputs])), 10),
      ),
  },
  {
    id: "random-divided",
    name: "The draws are divided by 10 instead of multiplied by it.",
    explanation:
      "These weights are large on purpose, so that the trouble with large weights can be seen. Divided by 10, they are small.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims),
        drawScaled(rng, () => 0.1),
      ),
  },
  {
    id: "random-first-layer-only",
    name: "Only the first layer is multiplied by 10.",
    explanation: "The factor is 10, for every layer. Look at what the weights of the second layer are multiplied by.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims),
        drawScaled(rng, ({ l }) => (l === 1 ? 10 : 1)),
      ),
  },
  {
    id: "random-unscaled",
    name: "The draws are used as they are, without the factor.",
    explanation:
      "Standard normal draws have a standard deviation of 1. This exercise asks for weights ten times as large. The relation between your weights and the expected ones is the same everywhere.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims),
        drawScaled(rng, () => 1),
      ),
  },
  {
    id: "random-uniform-draws",
    name: "The weights are drawn uniformly from [0, 1) instead of from a normal distribution.",
    explanation:
      "Uniform draws from [0, 1) are never negative, so every unit begins by adding up its inputs with positive weights. Weights are to be spread around zero. The generator has one method for each distribution.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(layersOf(layerDims), ({ units, inputs }) => tf.mul(rng.rand<tf.Rank.R2>([units, inputs]), 10)),
  },
  {
    id: "random-biases-drawn",
    name: "The biases are drawn at random as well.",
    explanation:
      "Random weights are enough to make units different; biases may all start at zero, and here they have to. Drawing them also moves the generator on, so that the weights of every later layer come out different.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims),
        drawScaled(rng, () => 10),
        ({ units }) => tf.mul(rng.randn<tf.Rank.R2>([units, 1]), 10),
      ),
  },
  {
    id: "random-biases-drawn-for-nothing",
    name: "The biases are zero, but numbers are drawn for them.",
    explanation:
      "What is drawn and multiplied by 0 is drawn all the same: the generator moves on, and the weights of every later layer come out different. Zeros need no generator.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims),
        drawScaled(rng, () => 10),
        ({ units }) => tf.mul(rng.randn<tf.Rank.R2>([units, 1]), 0),
      ),
  },
  {
    id: "random-last-layer-first",
    name: "The layers are drawn from the last to the first.",
    explanation:
      "Each draw takes the next numbers of the generator, so the order of the layers decides which numbers they get. The weights of layer 1 come first. A network of one layer cannot show the difference.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims).reverse(),
        drawScaled(rng, () => 10),
      ),
  },
  {
    id: "random-drawn-transposed",
    name: "The weights are drawn with inputs as rows, and transposed afterwards.",
    explanation:
      "The generator fills a tensor row by row. When it is asked for the transposed shape, the same numbers end up in other places, and transposing does not bring them back. Ask for the shape in which the weights are returned.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(layersOf(layerDims), ({ units, inputs }) =>
        tf.mul(tf.transpose(rng.randn<tf.Rank.R2>([inputs, units])), 10),
      ),
  },
  {
    id: "random-biases-integers",
    name: "The biases are integers instead of float32 numbers.",
    explanation:
      "Biases begin at 0 and do not stay there: small steps change them, which an int32 tensor cannot hold. TensorFlow.js makes float32 unless it is told otherwise. Look at the dtype of your zeros.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(
        layersOf(layerDims),
        drawScaled(rng, () => 10),
        integerBiases,
      ),
  },
];
