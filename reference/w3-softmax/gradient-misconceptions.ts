import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { columnsOf, firstOfLargest, meanGradient, oneHotColumns, turned } from "./regression-variant.ts";

const gradient = (
  id: string,
  name: string,
  explanation: string,
  implementation: (A: tf.Tensor2D, Y: tf.Tensor2D) => tf.Tensor,
): Misconception => ({ id: `gradient-${id}`, exercise: "softmaxGradient", name, explanation, implementation });

/** What students write instead of the gradient with respect to the logits. */
export const gradientMisconceptions: readonly Misconception[] = [
  gradient(
    "not-divided",
    "The gradient is not divided by the number of examples.",
    "The cost is a mean over the examples, so what one of them contributes is divided by their number, in the gradient as well. Otherwise " +
      "the step grows with the size of the data.",
    (A, Y) => tf.sub(A, Y),
  ),
  gradient(
    "sign",
    "The sign is turned round: labels minus probabilities.",
    "Where the true class got too little, its logit has to grow, and a step goes against the gradient: the gradient is negative there. With " +
      "the other sign, training makes the cost grow.",
    (A, Y) => meanGradient(Y, A),
  ),
  gradient(
    "divided-by-classes",
    "The gradient is divided by the number of classes instead of by that of the examples.",
    "The mean is over the examples, which are the columns: the second number of the shape.",
    (A, Y) => tf.div(tf.sub(A, Y), A.shape[0]),
  ),
  gradient(
    "mean-of-all",
    "The gradient is divided by the number of all elements.",
    "The terms of one example are added up in the cost, and only the examples are averaged. Dividing by the classes as well makes every " +
      "step too short.",
    (A, Y) => tf.div(tf.sub(A, Y), A.size),
  ),
  gradient(
    "of-probabilities",
    "This is the gradient with respect to the probabilities, -Y / A, not with respect to the logits.",
    "Between the logits and the cost stands softmax, and the chain rule goes through it: every logit moves the probabilities of all classes. " +
      "What remains in the end is much simpler than either part.",
    (A, Y) => tf.div(tf.neg(tf.div(Y, A)), A.shape[1]),
  ),
  gradient(
    "diagonal-only",
    "Each logit is thought to change the probability of its own class only.",
    "When one logit grows, the probabilities of all other classes fall, because they add up to 1. So the false classes have a gradient as " +
      "well: what they were given too much.",
    (A, Y) => tf.div(tf.mul(Y, tf.sub(A, 1)), A.shape[1]),
  ),
  gradient(
    "times-slope",
    "The difference is multiplied by A (1 - A), the slope of a sigmoid.",
    "That factor belongs to the squared error. The logarithm of the cross-entropy cancels it, and so the gradient does not fade where a " +
      "prediction is sure and wrong.",
    (A, Y) => tf.mul(meanGradient(A, Y), tf.mul(A, tf.sub(1, A))),
  ),
  gradient(
    "twice",
    "The gradient is twice as large as it should be.",
    "A factor of 2 comes from a square, and the cross-entropy has none. Check the cost that you differentiate.",
    (A, Y) => tf.mul(2, meanGradient(A, Y)),
  ),
  gradient(
    "averaged-over-examples",
    "The gradient is averaged over the examples, one number for each class.",
    "Every example has logits of its own, and each of them has a derivative: the gradient has the shape of A. Adding over the examples comes " +
      "later, for the biases.",
    (A, Y) => tf.mean(tf.sub(A, Y), 1, true),
  ),
  gradient(
    "transposed",
    "The result is [m, C].",
    "A gradient has the shape of what it is the gradient of: the logits, with a row for each class and a column for each example.",
    (A, Y) => turned(meanGradient(A, Y)),
  ),
  gradient(
    "of-decisions",
    "The probabilities are replaced by the decision for the largest one before the difference.",
    "A decision that is right then has no gradient, however unsure it was. Softmax keeps how sure the prediction is, and so every example " +
      "goes on teaching.",
    (A, Y) => meanGradient(oneHotColumns(columnsOf(A).map(firstOfLargest), A.shape[0]), Y),
  ),
];
