import * as tf from "@tensorflow/tfjs";
import type { Params } from "../../assignments/values/params.ts";
import type { Rng } from "../../assignments/values/rng.ts";
import type { Misconception } from "../misconceptions/misconception.ts";
import { build, drawScaled, integerBiases, type Layer, layersOf } from "./build-layers.ts";

/** He initialization with another factor. */
const heWith =
  (scale: (layer: Layer, layerDims: number[]) => number) =>
  (layerDims: number[], rng: Rng): Params =>
    build(
      layersOf(layerDims),
      drawScaled(rng, (layer) => scale(layer, layerDims)),
    );

const he = ({ inputs }: Layer): number => Math.sqrt(2 / inputs);

/** What students get wrong in the initialization of He. */
export const heMisconceptions: readonly Omit<Misconception, "exercise">[] = [
  {
    id: "he-counts-units",
    name: "The factor uses the number of units of the layer instead of the number of its inputs.",
    explanation:
      "What has to be kept in bounds is the sum that one unit computes. That sum has a term for each input of the layer, whose number is the width of the layer before. How many other units there are does not matter to it.",
    implementation: heWith(({ units }) => Math.sqrt(2 / units)),
  },
  {
    id: "he-xavier",
    name: "The variance is 1 / n_(l-1), which is Xavier initialization.",
    explanation:
      "With 1 in the numerator, the signal keeps its size through tanh, which lets almost everything near zero pass. Relu sets half of its inputs to zero. The factor of He et al. makes up for that half.",
    implementation: heWith(({ inputs }) => Math.sqrt(1 / inputs)),
  },
  {
    id: "he-no-square-root",
    name: "The draws are multiplied by the variance instead of the standard deviation.",
    explanation:
      "Multiplying a draw by c multiplies its variance by the square of c. To get a variance of 2 / n_(l-1), the factor must be the number whose square that is. With two inputs, both happen to be 1.",
    implementation: heWith(({ inputs }) => 2 / inputs),
  },
  {
    id: "he-root-of-two-only",
    name: "The root is taken of the 2 alone, not of the fraction.",
    explanation:
      "The standard deviation is the square root of the whole fraction 2 / n_(l-1). With the root over the numerator only, weights are too small by the root of the number of inputs, and more so the wider the layer before. Check where the brackets end.",
    implementation: heWith(({ inputs }) => Math.sqrt(2) / inputs),
  },
  {
    id: "he-glorot",
    name: "The variance is 2 / (n_(l-1) + n_l), which is Glorot initialization.",
    explanation:
      "Glorot's formula averages the number of inputs and of units, a compromise between the way forward and the way back. The one asked for here looks at the inputs only. The two agree where a layer has as many units as inputs and 1 stands in the numerator.",
    implementation: heWith(({ units, inputs }) => Math.sqrt(2 / (units + inputs))),
  },
  {
    id: "he-first-width-everywhere",
    name: "All layers use the number of inputs of the network.",
    explanation:
      "Each layer has its own number of inputs: the width of the layer before it. Only for the first layer is that the number of features. Look at the index that chooses the width, and whether it moves with the layer.",
    implementation: heWith((_, layerDims) => Math.sqrt(2 / (layerDims[0] ?? 0))),
  },
  {
    id: "he-divided-by-root",
    name: "The draws are divided by the root instead of multiplied by it.",
    explanation:
      "The more inputs a unit has, the smaller its weights are to be. Divided by the root of 2 / n_(l-1), they grow with the number of inputs.",
    implementation: heWith((layer) => 1 / he(layer)),
  },
  {
    id: "he-last-layer-first",
    name: "The weights of the last layer are drawn first.",
    explanation:
      "The generator gives its numbers in one order, whoever asks. Layer 1 draws first, then layer 2, and so on; a loop that begins at the last layer gives each one the numbers of another.",
    implementation: (layerDims: number[], rng: Rng) => build(layersOf(layerDims).toReversed(), drawScaled(rng, he)),
  },
  {
    id: "he-last-layer-xavier",
    name: "The last layer has the variance 1 / n_(l-1).",
    explanation:
      "That is Xavier initialization, made for other activations. Here all layers have the same rule, with a 2 in the numerator.",
    implementation: heWith((layer, layerDims) =>
      layer.l === layerDims.length - 1 ? Math.sqrt(1 / layer.inputs) : he(layer),
    ),
  },
  {
    id: "he-times-ten",
    name: "The draws are multiplied by 10 as well.",
    explanation:
      "The factor 10 belongs to the other function, where weights are too large on purpose. Here the root is the only factor.",
    implementation: heWith((layer) => 10 * he(layer)),
  },
  {
    id: "he-half",
    name: "The variance is 1 / (2 n_(l-1)): the 2 stands below the line.",
    explanation:
      "The 2 is in the numerator: relu throws away half of the signal, and twice the variance makes up for that. Look at your brackets.",
    implementation: heWith(({ inputs }) => Math.sqrt(1 / (2 * inputs))),
  },
  {
    id: "he-last-width-everywhere",
    name: "All layers use the number of inputs of the last layer.",
    explanation:
      "Every layer has a factor of its own, made from the number of its inputs. Look at the index with which the width is read.",
    implementation: heWith((_, layerDims) => Math.sqrt(2 / (layerDims.at(-2) ?? 1))),
  },
  {
    id: "he-unscaled",
    name: "The draws are used as they are, without the factor.",
    explanation:
      "A unit adds up n_(l-1) products, so its sum grows with the number of its inputs. The factor keeps it at the same size.",
    implementation: heWith(() => 1),
  },
  {
    id: "he-biases-drawn",
    name: "The biases are drawn at random as well.",
    explanation:
      "Biases start at zero; random weights already make the units different. Drawing biases also moves the generator on, so that the weights of every later layer come out different.",
    implementation: (layerDims: number[], rng: Rng) =>
      build(layersOf(layerDims), drawScaled(rng, he), ({ units, inputs }) =>
        tf.mul(rng.randn<tf.Rank.R2>([units, 1]), Math.sqrt(2 / inputs)),
      ),
  },
  {
    id: "he-biases-integers",
    name: "The biases are integers instead of float32 numbers.",
    explanation:
      "Biases begin at 0 and do not stay there: small steps change them, which an int32 tensor cannot hold. TensorFlow.js makes float32 unless it is told otherwise. Look at the dtype of your zeros.",
    implementation: (layerDims: number[], rng: Rng) => build(layersOf(layerDims), drawScaled(rng, he), integerBiases),
  },
];
