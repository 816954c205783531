import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";
import type { Scale } from "gradecheck/w1-vanishing-gradients";
import type { Misconception } from "../misconceptions/misconception.ts";

type Layer = { readonly l: number; readonly units: number; readonly inputs: number };
type Factors = Readonly<Record<Scale, (layer: Layer, layerDims: number[]) => number>>;
type Make = (layer: Layer) => tf.Tensor2D;
type Variant = (layerDims: number[], scale: Scale, rng: Rng) => Params;

const right: Factors = {
  small: () => 0.01,
  large: () => 1,
  xavier: ({ inputs }) => Math.sqrt(1 / inputs),
  he: ({ inputs }) => Math.sqrt(2 / inputs),
};

const layersOf = (layerDims: number[]): Layer[] =>
  layerDims.slice(1).map((units, i) => ({ l: i + 1, units, inputs: layerDims[i] ?? 0 }));

const zeroBiases: Make = ({ units }) => tf.zeros([units, 1]);

/** In the order in which the layers are given, of each the weights first. */
const build = (layers: readonly Layer[], weights: Make, biases: Make = zeroBiases): Params =>
  Object.fromEntries(
    layers.flatMap((layer) => [
      [`W${layer.l}`, weights(layer)],
      [`b${layer.l}`, biases(layer)],
    ]),
  );

const drawn =
  (rng: Rng, scale: Scale): Make =>
  (layer) =>
    tf.mul(rng.randn<tf.Rank.R2>([layer.units, layer.inputs]), right[scale](layer, []));

/** With other factors for some of the scales. */
const scaledBy =
  (replaced: Partial<Factors>): Variant =>
  (layerDims, scale, rng) =>
    build(layersOf(layerDims), (layer) => {
      const factor = { ...right, ...replaced }[scale](layer, layerDims);
      return tf.mul(rng.randn<tf.Rank.R2>([layer.units, layer.inputs]), factor);
    });

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `init-${id}`,
  exercise: "initializeDeep",
  name,
  explanation,
  implementation,
});

const sums = "What has to keep its size is the sum that one unit computes. It has a term for each input of the layer.";

/** What students write instead of the four scales. */
export const initializationMisconceptions: readonly Misconception[] = [
  variant(
    "small-is-a-tenth",
    "Small weights are multiplied by 0.1.",
    "Small means a hundredth here. The factor is in the handout's table; it is the same for every layer.",
    scaledBy({ small: () => 0.1 }),
  ),
  variant(
    "large-is-ten",
    "Large weights are multiplied by 10.",
    "Large means the draws as they are. In a layer of many inputs that is more than enough for the sums to explode.",
    scaledBy({ large: () => 10 }),
  ),
  variant(
    "xavier-is-he",
    "Xavier has the factor of He: a 2 in the numerator.",
    "The 2 makes up for the half that relu throws away. Xavier initialization is made for tanh, which throws nothing away.",
    scaledBy({ xavier: right.he }),
  ),
  variant(
    "he-is-xavier",
    "He has the factor of Xavier: a 1 in the numerator.",
    "relu sets half of its sums to 0, and half of the signal's variance is gone with every layer. He initialization makes up for that.",
    scaledBy({ he: right.xavier }),
  ),
  variant(
    "xavier-and-he-exchanged",
    "The factors of Xavier and He are exchanged.",
    "He is made for relu, which throws half of the signal away and so needs the larger weights. Compare both with the table in the handout.",
    scaledBy({ xavier: right.he, he: right.xavier }),
  ),
  variant(
    "no-root",
    "The root is missing: the draws are multiplied by the variance.",
    "Multiplying a draw by c multiplies its variance by the square of c. For a variance of 1 / n or 2 / n the factor must be the number whose square that is.",
    scaledBy({ xavier: ({ inputs }) => 1 / inputs, he: ({ inputs }) => 2 / inputs }),
  ),
  variant(
    "root-of-numerator-only",
    "The root is taken of the numerator alone.",
    "The standard deviation is the root of the whole fraction. Check where your brackets end.",
    scaledBy({ xavier: ({ inputs }) => 1 / inputs, he: ({ inputs }) => Math.sqrt(2) / inputs }),
  ),
  variant(
    "divided-by-root",
    "The draws are divided by the root instead of multiplied by it.",
    "The more inputs a unit has, the smaller its weights have to be. Yours grow with the number of inputs.",
    scaledBy({ xavier: ({ inputs }) => Math.sqrt(inputs), he: ({ inputs }) => Math.sqrt(inputs / 2) }),
  ),
  variant(
    "counts-units",
    "The factors use the number of units of the layer instead of the number of its inputs.",
    `${sums} How many other units there are does not matter to it.`,
    scaledBy({ xavier: ({ units }) => Math.sqrt(1 / units), he: ({ units }) => Math.sqrt(2 / units) }),
  ),
  variant(
    "xavier-glorot-average",
    "Xavier has the variance 2 / (n_(l-1) + n_l), which averages inputs and units.",
    "That is another formula of the same authors, a compromise between the way forward and the way back. The one asked for looks at the inputs alone.",
    scaledBy({ xavier: ({ units, inputs }) => Math.sqrt(2 / (units + inputs)) }),
  ),
  variant(
    "first-width-everywhere",
    "All layers use the number of inputs of the network.",
    `${sums} Only for the first layer is that the number of features. Look at the index that chooses the width.`,
    scaledBy({
      xavier: (_, layerDims) => Math.sqrt(1 / (layerDims[0] ?? 0)),
      he: (_, layerDims) => Math.sqrt(2 / (layerDims[0] ?? 0)),
    }),
  ),
  variant(
    "always-he",
    "Every scale gives the weights of He.",
    "The second argument says which of the four factors to use. Look at what becomes of it, and at how texts are compared.",
    scaledBy({ small: right.he, large: right.he, xavier: right.he }),
  ),
  variant(
    "scaled-on-top",
    "Small weights are scaled by Xavier's factor as well.",
    "Each scale has one factor and no other. Small weights do not know how many inputs their layer has.",
    scaledBy({ small: (layer, layerDims) => 0.01 * right.xavier(layer, layerDims) }),
  ),
  variant(
    "biases-drawn",
    "The biases are drawn at random as well.",
    "Biases begin at zero; random weights already make the units different. Drawing biases also moves the generator on, so that the weights of every later layer come out different.",
    (layerDims, scale, rng) =>
      build(layersOf(layerDims), drawn(rng, scale), (layer) =>
        tf.mul(rng.randn<tf.Rank.R2>([layer.units, 1]), right[scale](layer, layerDims)),
      ),
  ),
  variant(
    "uniform-draws",
    "The weights are drawn uniformly from [0, 1) instead of from a normal distribution.",
    "Uniform draws from [0, 1) are never negative, and their spread is not 1. The generator has one method for each distribution.",
    (layerDims, scale, rng) =>
      build(layersOf(layerDims), (layer) =>
        tf.mul(rng.rand<tf.Rank.R2>([layer.units, layer.inputs]), right[scale](layer, layerDims)),
      ),
  ),
  variant(
    "drawn-transposed",
    "The weights are drawn with inputs as rows, and transposed afterwards.",
    "The generator fills a tensor row by row. Asked for the transposed shape, it puts the same numbers in other places, and transposing does not bring them back.",
    (layerDims, scale, rng) =>
      build(layersOf(layerDims), (layer) =>
        tf.mul(tf.transpose(rng.randn<tf.Rank.R2>([layer.inputs, layer.units])), right[scale](layer, layerDims)),
      ),
  ),
  variant(
    "last-layer-drawn-first",
    "The layers are drawn from the last to the first.",
    "Each draw takes the next numbers of the generator, so the order of the layers decides which numbers they get. The weights of layer 1 come first.",
    (layerDims, scale, rng) => build(layersOf(layerDims).toReversed(), drawn(rng, scale)),
  ),
  variant(
    "last-layer-missing",
    "The last layer has no parameters.",
    "A list of L + 1 widths describes L layers, numbered from 1 up to and including L. Look at the condition under which your loop ends.",
    (layerDims, scale, rng) => build(layersOf(layerDims).slice(0, -1), drawn(rng, scale)),
  ),
  variant(
    "biases-as-rows",
    "The biases are rows instead of columns.",
    "Units are rows here, and each has one bias. A bias vector is added to every column of W A, so it is a column itself.",
    (layerDims, scale, rng) => build(layersOf(layerDims), drawn(rng, scale), ({ units }) => tf.zeros([1, units])),
  ),
];
