import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { Activation } from "gradecheck/w1-vanishing-gradients";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type BackwardSteps, frobenius, type Matrix, measureGradients, slopeOf } from "./network-variant.ts";

type Variant = (X: Matrix, parameters: Params, activation: Activation) => number[];

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `gradients-${id}`,
  exercise: "gradientNorms",
  name,
  explanation,
  implementation,
});

const measured =
  (replaced: Partial<BackwardSteps>): Variant =>
  (X, parameters, activation) =>
    measureGradients(X, parameters, activation, replaced);

const J = "J adds up all elements of the last activations and divides by the number of examples, the columns.";
const norm =
  "The Frobenius norm of a matrix is its length as one long vector: the square root of the sum of its squared elements.";

/** The steps between layers that students get wrong. */
const onTheWayBack: readonly Misconception[] = [
  variant(
    "not-divided-by-m",
    "The gradient is that of the sum, not divided by the number of examples.",
    `${J} Its derivative by each of these elements has the same divisor. With a single example there is no difference.`,
    measured({ begin: (A) => tf.onesLike(A) }),
  ),
  variant(
    "divided-by-all-elements",
    "The gradient is that of the mean over all elements: it is divided by the number of units too.",
    `${J} A mean over the whole matrix divides by the units of the last layer as well.`,
    measured({ begin: (A) => tf.div(tf.onesLike(A), A.size) }),
  ),
  variant(
    "divided-by-m-twice",
    "The gradient is divided by the number of examples twice.",
    `${J} Once that is in the first derivative of the way back, dW needs no 1/m of its own.`,
    measured({ measure: ({ dW, dZ }) => tf.div(frobenius(dW), dZ.shape[1]) }),
  ),
  variant(
    "divided-by-features",
    "The gradient is divided by the number of features instead of the number of examples.",
    "Examples are columns. Look at which of the two extents of X you divide by.",
    (X, parameters, activation) =>
      measureGradients(X, parameters, activation, { begin: (A) => tf.div(tf.onesLike(A), X.shape[0]) }),
  ),
  variant(
    "starts-from-activations",
    "The way back begins with the last activations themselves, as for half the sum of their squares.",
    "J is a plain sum. By how much it changes when one element does is the same for all elements, whatever their values.",
    measured({ begin: (A, m) => tf.div(A, m) }),
  ),
  variant(
    "last-derivative-missing",
    "The derivative of the last layer's activation is missing.",
    "The last layer has the activation too, so the way back begins with its derivative. Where the cost is a cross-entropy after a sigmoid, that derivative cancels; here nothing cancels.",
    measured({ slope: (facts) => (facts.l === facts.last ? tf.onesLike(facts.A) : slopeOf(facts)) }),
  ),
  variant(
    "no-derivatives",
    "The derivatives of the activations are missing in all layers.",
    "By the chain rule every function on the way has its derivative in the product, the activations as well. They are what lets gradients of saturated or silent units vanish.",
    measured({ slope: ({ A }) => tf.onesLike(A) }),
  ),
  variant(
    "relu-slope-one-at-zero",
    "The derivative of relu is taken as 1 at exactly 0.",
    "At 0 relu has a corner, and one has to agree on a derivative there. This assignment takes 0, as libraries do for relu; a maximum of two tensors may count the other way.",
    measured({
      slope: (facts) =>
        facts.activation === "relu" ? tf.cast(tf.greaterEqual(facts.Z, 0), "float32") : slopeOf(facts),
    }),
  ),
  variant(
    "tanh-slope-of-sums",
    "The derivative of tanh is computed as 1 - Z^2, from the sums instead of the activations.",
    "The derivative is 1 minus the square of tanh itself. In terms of the activation that is 1 - A^2; the sum Z would have to go through tanh first.",
    measured({ slope: (facts) => (facts.activation === "tanh" ? tf.sub(1, tf.square(facts.Z)) : slopeOf(facts)) }),
  ),
  variant(
    "tanh-slope-of-tanh",
    "tanh is applied once more to the activations before they are squared.",
    "The derivative is 1 minus the square of tanh of Z, and that tanh is the activation you already have. Applied to A, it is applied twice.",
    measured({
      slope: (facts) => (facts.activation === "tanh" ? tf.sub(1, tf.square(tf.tanh(facts.A))) : slopeOf(facts)),
    }),
  ),
  variant(
    "tanh-slope-not-squared",
    "The derivative of tanh is taken as 1 - A, without the square.",
    "1 - A is near 2 for a unit that is saturated at -1, where the curve is flat. The derivative of tanh treats both sides alike.",
    measured({ slope: (facts) => (facts.activation === "tanh" ? tf.sub(1, facts.A) : slopeOf(facts)) }),
  ),
  variant(
    "sigmoid-slope",
    "tanh has the derivative of the sigmoid.",
    "A (1 - A) belongs to the sigmoid, which lies between 0 and 1. Activations of tanh may be negative, and its curve is steepest where the activation is 0.",
    measured({
      slope: (facts) => (facts.activation === "tanh" ? tf.mul(facts.A, tf.sub(1, facts.A)) : slopeOf(facts)),
    }),
  ),
  variant(
    "relu-slope-of-gradient",
    "The gradient passes through relu where it is positive itself.",
    "Whether a gradient passes depends on the unit: it does where the activation is above 0, whatever sign the gradient has.",
    measured({
      slope: (facts, dA) => (facts.activation === "relu" ? tf.cast(tf.greater(dA, 0), "float32") : slopeOf(facts)),
    }),
  ),
  variant(
    "always-tanh-slope",
    "The derivative of tanh is used for relu as well.",
    "Each activation has a derivative of its own. The third argument decides on the way back just as on the way forward.",
    measured({ slope: (facts) => slopeOf({ ...facts, activation: "tanh" }) }),
  ),
  variant(
    "always-relu-slope",
    "The derivative of relu is used for tanh as well.",
    "Each activation has a derivative of its own. The third argument decides on the way back just as on the way forward.",
    measured({ slope: (facts) => slopeOf({ ...facts, activation: "relu" }) }),
  ),
];

/** What students measure instead of the norm of each layer's dW. */
const measuredOtherwise: readonly Misconception[] = [
  variant(
    "squared",
    "The root is missing: the numbers are squared norms.",
    `${norm} Without the root a gradient that is half as long counts a quarter.`,
    measured({ measure: ({ dW }) => tf.sum(tf.square(dW)) }),
  ),
  variant(
    "sum-of-magnitudes",
    "The magnitudes are added up instead of the squares.",
    `${norm} The sum of magnitudes is another norm, and a larger one.`,
    measured({ measure: ({ dW }) => tf.sum(tf.abs(dW)) }),
  ),
  variant(
    "largest-element",
    "The largest magnitude is taken for the norm.",
    `${norm} All elements have a part in it, not the largest one alone.`,
    measured({ measure: ({ dW }) => tf.max(tf.abs(dW)) }),
  ),
  variant(
    "root-mean-square",
    "The squares are averaged instead of added up.",
    `${norm} A mean would make layers of many weights look as if their gradients were shorter.`,
    measured({ measure: ({ dW }) => tf.sqrt(tf.mean(tf.square(dW))) }),
  ),
  variant(
    "columns-summed",
    "The numbers are sums of the norms of columns: the norm was taken along one axis.",
    `${norm} A norm along an axis gives one number for each column or row, and these do not add up to the length of the whole.`,
    measured({ measure: ({ dW }) => tf.sum(tf.sqrt(tf.sum(tf.square(dW), 0))) }),
  ),
  variant(
    "biases-included",
    "The gradients of the biases are part of the norms.",
    "The norms are of dW alone. The gradient of a bias is the sum of its row of dZ, and would make every norm longer.",
    measured({ measure: ({ dW, dZ }) => frobenius(dW, tf.sum(dZ, 1)) }),
  ),
  variant(
    "of-dz",
    "The numbers are norms of dZ instead of dW.",
    "dZ is the gradient of the sums. That of the weights is made from it together with the activations that entered the layer.",
    measured({ measure: ({ dZ }) => frobenius(dZ) }),
  ),
  variant(
    "of-activations",
    "The numbers are norms of dA instead of dW.",
    "dA is the gradient of the activations. Between it and dW there are the derivative of the activation and the product with what entered the layer.",
    measured({ measure: ({ dA }) => frobenius(dA) }),
  ),
  variant(
    "of-weights",
    "The numbers are norms of the weights themselves.",
    "How long the weights are says nothing about how they should change. What is asked for is the gradient of J by the weights.",
    measured({ measure: ({ W }) => frobenius(W) }),
  ),
  variant(
    "last-layer-first",
    "The list begins with the last layer.",
    "The way back meets the last layer first, but the list begins with dW1. Look at which end of the list each norm is added to.",
    (X, parameters, activation) => measureGradients(X, parameters, activation, {}).reverse(),
  ),
  variant(
    "last-layer-missing",
    "The last layer is missing in the list.",
    "The last layer has weights like any other, and the way back begins there. A list of L numbers is asked for.",
    (X, parameters, activation) => measureGradients(X, parameters, activation, {}).slice(0, -1),
  ),
  variant(
    "first-layer-missing",
    "The first layer is missing in the list: the way back ends one layer too early.",
    "The first layer has weights too; what entered it is X. Look at the condition under which your loop ends.",
    (X, parameters, activation) => measureGradients(X, parameters, activation, {}).slice(1),
  ),
];

/** What students get wrong in the norms of gradients. */
export const gradientMisconceptions: readonly Misconception[] = [...onTheWayBack, ...measuredOtherwise];
