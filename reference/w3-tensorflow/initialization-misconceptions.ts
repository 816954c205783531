import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { drawGlorot, type Parameters, parameterShapes, type Shape } from "./network-variant.ts";

/** One array; `place` tells the six apart, so that no two begin with the same numbers. */
type Draw = (shape: Shape, seed: number, place: number) => tf.Tensor;

/** The dictionary with every array drawn in the same way; biases may have a way of their own. */
const drawnBy =
  (weights: Draw, biases: Draw = weights) =>
  (seed = 1): Parameters =>
    Object.fromEntries(
      Object.entries(parameterShapes).map(([name, shape], i) => {
        const drawn = (name.startsWith("W") ? weights : biases)(shape, seed, i);
        return [name, tf.variable(drawn.as2D(drawn.shape[0] ?? 0, drawn.shape[1] ?? 0))];
      }),
    );

const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: Misconception["implementation"],
): Misconception => ({ id: `glorot-${id}`, exercise: "initializeParameters", name, explanation, implementation });

/** What students write instead of Glorot-normal parameters. */
export const initializationMisconceptions: readonly Misconception[] = [
  variant(
    "he-instead",
    "The parameters are drawn by He's rule instead of Glorot's.",
    "He's rule looks at the inputs of a layer alone, Glorot's at its inputs and outputs together. What is more, " +
      "TensorFlow.js takes the first extent of a shape for the inputs, while our weights have them second: the " +
      "numbers of W1 then come out more than twenty times too large.",
    drawnBy((shape, seed, place) => tf.initializers.heNormal({ seed: seed + 0.1 * place }).apply(shape)),
  ),
  variant(
    "columns-only",
    "The variance is 2 / columns, that of He; Glorot's is 2 / (rows + columns).",
    "Glorot's rule looks at the inputs and the outputs of a layer together. For W1 the 25 rows hardly count beside 12288 columns, but " +
      "with W2, W3 and above all the biases, which have a single column, the numbers come out too large.",
    drawnBy((shape, seed, place) => tf.randomNormal(shape, 0, Math.sqrt(2 / shape[1]), "float32", seed + 0.1 * place)),
  ),
  variant(
    "variance-as-deviation",
    "2 / (rows + columns) is used as the standard deviation; it is the variance.",
    "The standard deviation is the root of the variance. For a layer as large as the first one the difference is a " +
      "factor of almost eighty, and with so small weights hardly any signal comes through.",
    drawnBy((shape, seed, place) => {
      const deviation = 2 / (shape[0] + shape[1]);
      return tf.truncatedNormal(shape, 0, deviation, "float32", seed + 0.1 * place);
    }),
  ),
  variant(
    "uniform",
    "The numbers are drawn from a uniform distribution; a normal one is asked for.",
    "Glorot's rule has two forms that agree in mean and deviation. The uniform one never leaves a fixed interval and " +
      "gives every value in it the same chance; the normal one prefers values near 0 and now and then goes far.",
    drawnBy((shape, seed, place) => tf.initializers.glorotUniform({ seed: seed + 0.1 * place }).apply(shape)),
  ),
  variant(
    "zero-biases",
    "The biases are zero; here they are drawn as well.",
    "Zero is a usual start for biases, and in other assignments it was asked for. This one draws all six arrays in " +
      "the same way, each by its own shape. Read again what the handout says of b1, b2 and b3.",
    drawnBy(drawGlorot, (shape) => tf.zeros(shape)),
  ),
  variant(
    "plain-tensors",
    "The parameters are plain tensors, not variables.",
    "A tensor never changes; whoever wants other numbers makes another tensor. Training changes parameters in place, " +
      "and for that each has to be a variable, which holds a tensor and may be given a new one.",
    (seed = 1) =>
      Object.fromEntries(Object.entries(parameterShapes).map(([name, shape], i) => [name, drawGlorot(shape, seed, i)])),
  ),
  variant(
    "seed-ignored",
    "The seed is not used: every call gives the same values.",
    "A fixed seed inside the function makes its results repeat, but the caller's seed must decide which results " +
      "these are. With another one, all numbers must be others. Follow the argument to the place where numbers are " +
      "drawn.",
    () => drawnBy(drawGlorot)(1),
  ),
  variant(
    "transposed-shapes",
    "Weights have a row for each input and a column for each unit, as in Keras.",
    "In Keras examples are rows, and weights stand on the right of the product. Here examples are columns and weights " +
      "stand on the left: W1 has 25 rows, one for each unit, and 12288 columns.",
    drawnBy(
      (shape, seed, place) => tf.transpose(drawGlorot(shape, seed, place)),
      (shape, seed, place) => drawGlorot(shape, seed, place),
    ),
  ),
];
