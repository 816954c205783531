import * as tf from "@tensorflow/tfjs";
import type { Params } from "../../assignments/values/params.ts";
import type { Rng } from "../../assignments/values/rng.ts";
import type { Misconception } from "../misconceptions/misconception.ts";

type Layer = { readonly l: number; readonly units: number; readonly inputs: number };
type Make = (layer: Layer) => tf.Tensor2D;

const zeroBiases: Make = ({ units }) => tf.zeros([units, 1]);
const zeroWeights: Make = ({ units, inputs }) => tf.zeros([units, inputs]);

function layersOf(layerDims: number[]): Layer[] {
  return layerDims.slice(1).map((units, i) => ({ l: i + 1, units, inputs: layerDims[i] ?? 0 }));
}

/** Layers are made in the order in which they are given, of each the weights first. */
function build(layers: readonly Layer[], weights: Make, biases: Make = zeroBiases): Params {
  return Object.fromEntries(
    layers.flatMap((layer) => [
      [`W${layer.l}`, weights(layer)],
      [`b${layer.l}`, biases(layer)],
    ]),
  );
}

const drawScaled =
  (rng: Rng, scale: (layer: Layer) => number): Make =>
  (layer) =>
    tf.mul(rng.randn([layer.units, layer.inputs]), scale(layer));

/** He initialization with another factor. */
const heWith =
  (scale: (layer: Layer, layerDims: number[]) => number) =>
  (layerDims: number[], rng: Rng): Params =>
    build(
      layersOf(layerDims),
      drawScaled(rng, (layer) => scale(layer, layerDims)),
    );

const he = ({ inputs }: Layer): number => Math.sqrt(2 / inputs);

/** Printed, they look like those of float32. */
const integerBiases: Make = ({ units }) => tf.zeros([units, 1], "int32");

const zeros: readonly Omit<Misconception, "exercise">[] = [
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

const random: readonly Omit<Misconception, "exercise">[] = [
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

const heVariants: readonly Omit<Misconception, "exercise">[] = [
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

/** What students get wrong in w1-initialization. */
export const misconceptions: readonly Misconception[] = [
  ...zeros.map((each) => ({ ...each, exercise: "initializeParametersZeros" })),
  ...random.map((each) => ({ ...each, exercise: "initializeParametersRandom" })),
  ...heVariants.map((each) => ({ ...each, exercise: "initializeParametersHe" })),
];
