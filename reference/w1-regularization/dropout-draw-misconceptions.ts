import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { forwardWith, rightSteps } from "./dropout-variant.ts";

const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: ReturnType<typeof forwardWith>,
): Misconception => ({
  id: `dropout-forward-${id}`,
  exercise: "forwardPropagationWithDropout",
  name,
  explanation,
  implementation,
});

type Matrix = tf.Tensor2D;

/** The draws of a few units or examples, for all of a layer. */
const spread = (draws: Matrix, shape: [number, number]): Matrix => tf.mul(draws, tf.ones(shape));

/** Draws the masks of both layers when it is the first one's turn, the second one's before. */
function secondMaskFirst(): typeof rightSteps.mask {
  let second: Matrix | undefined;
  return (rng, shape, keepProb, other) => {
    if (other === undefined && second !== undefined) return second;
    if (other !== undefined) second = rightSteps.mask(rng, other, keepProb);
    return rightSteps.mask(rng, shape, keepProb);
  };
}

/** What students get wrong in the draws of dropout, or in one layer of it. */
export const dropoutDrawMisconceptions: readonly Misconception[] = [
  variant(
    "one-draw-for-each-unit",
    "One number is drawn for each unit, and used for all examples.",
    "Every unit is dropped or kept separately for each example. The draws have the shape of the activations, not one " +
      "column that is repeated.",
    forwardWith({ mask: (rng, shape, keepProb) => tf.less(spread(rng.rand([shape[0], 1]), shape), keepProb) }),
  ),
  variant(
    "one-draw-for-each-example",
    "One number is drawn for each example, and used for all units of the layer.",
    "Every unit is dropped or kept separately for each example. The draws have the shape of the activations, not one row " +
      "that is repeated.",
    forwardWith({ mask: (rng, shape, keepProb) => tf.less(spread(rng.rand([1, shape[1]]), shape), keepProb) }),
  ),
  variant(
    "floor-of-sum",
    "A unit is kept where its draw is at least 1 - keepProb.",
    "The floor of keepProb plus a draw keeps the right share of units, but others than those asked for. The mask is 1 " +
      "where the draw is less than keepProb.",
    forwardWith({ mask: (rng, shape, keepProb) => tf.floor(tf.add(rng.rand<tf.Rank.R2>(shape), keepProb)) }),
  ),
  variant(
    "second-mask-first",
    "The mask of the second layer is drawn before that of the first.",
    "The generator gives its numbers in one order, whoever asks. The first layer draws its mask first, in the shape of A1, and " +
      "then the second one does.",
    forwardWith({ mask: secondMaskFirst() }),
  ),
  variant(
    "keep-taken-for-drop",
    "keepProb is taken for the probability of dropping: what draws at least keepProb is kept, and divided by 1 - keepProb.",
    "keepProb is the probability that a unit stays. It stays where its draw is less than keepProb, and what stays is divided " +
      "by keepProb.",
    forwardWith({
      mask: (rng, shape, keepProb) => tf.greaterEqual(rng.rand<tf.Rank.R2>(shape), keepProb),
      scale: (masked, keepProb) => tf.div(masked, 1 - keepProb),
    }),
  ),
  variant(
    "drop-probability-compared",
    "keepProb is taken for the probability of dropping: what draws less than 1 - keepProb is kept, and divided by 1 - keepProb.",
    "keepProb is the probability that a unit stays. It stays where its draw is less than keepProb, and what stays is divided " +
      "by keepProb.",
    forwardWith({
      mask: (rng, shape, keepProb) => tf.less(rng.rand<tf.Rank.R2>(shape), 1 - keepProb),
      scale: (masked, keepProb) => tf.div(masked, 1 - keepProb),
    }),
  ),
  variant(
    "input-dropped",
    "The input is dropped as well, by a mask of its own.",
    "Input and output are never dropped. Only the two hidden layers are, and only they draw.",
    forwardWith({
      input: (X, rng, keepProb) =>
        tf.div(tf.mul(X, tf.cast(tf.less(rng.rand(X.shape), keepProb), "float32")), keepProb),
    }),
  ),
  variant(
    "drawn-transposed",
    "The numbers are drawn with examples as rows, and transposed afterwards.",
    "The same numbers land in other places. Draw in the shape of the activations: a row for each unit, a column for each " +
      "example.",
    forwardWith({
      mask: (rng, shape, keepProb) => tf.less(tf.transpose(rng.rand<tf.Rank.R2>([shape[1], shape[0]])), keepProb),
    }),
  ),
  variant(
    "drawn-twice",
    "Numbers are drawn twice for each layer, and the first ones are thrown away.",
    "Every draw moves the generator on. Each layer draws once.",
    forwardWith({
      mask: (rng, shape, keepProb) => {
        rng.rand(shape);
        return tf.less(rng.rand<tf.Rank.R2>(shape), keepProb);
      },
    }),
  ),
  variant(
    "not-passed-through-relu",
    "The hidden layers have no relu: mask and factor are applied to Z.",
    "Each hidden layer has relu first, and then dropout. A unit with a negative sum is silent, kept or not.",
    forwardWith({ relu: (Z) => Z }),
  ),
  variant(
    "first-relu-missing",
    "The first layer has no relu: mask and factor are applied to Z1.",
    "Each hidden layer has relu first, and then dropout. A unit with a negative sum is silent, kept or not.",
    forwardWith({ relu: (Z, l) => (l === 1 ? Z : tf.relu(Z)) }),
  ),
  variant(
    "second-relu-missing",
    "The second layer has no relu: mask and factor are applied to Z2.",
    "Each hidden layer has relu first, and then dropout. A unit with a negative sum is silent, kept or not.",
    forwardWith({ relu: (Z, l) => (l === 2 ? Z : tf.relu(Z)) }),
  ),
  variant(
    "scaled-twice",
    "What is kept is divided by keepProb twice.",
    "Dividing once makes up for what was dropped. Look for a second division, or a mask that holds 1 / keepProb already.",
    forwardWith({ scale: (masked, keepProb) => tf.div(masked, keepProb ** 2) }),
  ),
  variant(
    "scaled-by-drop-probability",
    "What is kept is divided by 1 - keepProb.",
    "keepProb is the probability of keeping a unit, and what is kept is divided by it. 1 - keepProb is the probability of " +
      "dropping one.",
    forwardWith({ scale: (masked, keepProb) => tf.div(masked, 1 - keepProb) }),
  ),
  variant(
    "second-layer-not-scaled",
    "In the second layer, what is kept is not divided by keepProb.",
    "Both hidden layers are masked. Both divide what is kept by keepProb.",
    forwardWith({ scale: (masked, keepProb, l) => (l === 2 ? masked : tf.div(masked, keepProb)) }),
  ),
  variant(
    "first-layer-not-scaled",
    "In the first layer, what is kept is not divided by keepProb.",
    "Both hidden layers are masked. Both divide what is kept by keepProb.",
    forwardWith({ scale: (masked, keepProb, l) => (l === 1 ? masked : tf.div(masked, keepProb)) }),
  ),
  variant(
    "relu-at-end",
    "The last layer uses relu instead of the sigmoid.",
    "The output is a probability. The third layer is as always, with the sigmoid.",
    (...call) => {
      const { cache } = forwardWith({})(...call);
      const A3 = tf.relu<Matrix>(cache["Z3"] ?? tf.zeros([1, 1]));
      return { A3, cache: { ...cache, A3 } };
    },
  ),
];
