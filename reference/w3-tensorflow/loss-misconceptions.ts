import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { softmaxOfColumns, totalLoss } from "./network-variant.ts";

type Loss = (logits: tf.Tensor2D, labels: tf.Tensor2D) => tf.Tensor;

const loss = (id: string, name: string, explanation: string, implementation: Loss): Misconception => ({
  id: `loss-${id}`,
  exercise: "computeTotalLoss",
  name,
  explanation,
  implementation,
});

const transposed = (matrix: tf.Tensor2D): tf.Tensor2D => tf.transpose(matrix);

/** The numbers of a matrix in rows of the other length. */
const reshaped = (matrix: tf.Tensor2D): tf.Tensor2D => tf.reshape(matrix, [matrix.shape[1], matrix.shape[0]]);

/** What students write instead of the loss of the logits. */
export const lossMisconceptions: readonly Misconception[] = [
  loss(
    "arguments-swapped",
    "Labels and logits are exchanged in the call of the loss.",
    "The losses of TensorFlow.js take the labels first and the predictions second. Exchanged, the labels count as " +
      "logits and the logits as labels. A loss below 0, or one that changes when a constant is added to all logits " +
      "of an example, is a sign of it.",
    (logits, labels) => totalLoss(labels, logits),
  ),
  loss(
    "arguments-swapped-mean",
    "Labels and logits are exchanged in the call of the loss, and it is a mean instead of a sum.",
    "The losses of TensorFlow.js take the labels first and the predictions second. Exchanged, the labels count as " +
      "logits and the logits as labels. And unless they are told otherwise, they divide by the number of examples.",
    (logits, labels) => tf.div(totalLoss(labels, logits), logits.shape[1]),
  ),
  loss(
    "arguments-swapped-over-examples",
    "Labels and logits are exchanged in the call of the loss, and softmax runs over the examples.",
    "The losses of TensorFlow.js take the labels first and the predictions second, and they expect the classes in the " +
      "last dimension. Turn both matrices round, and pass the labels first.",
    (logits, labels) => totalLoss(transposed(labels), transposed(logits)),
  ),
  loss(
    "wrong-axis-mean",
    "softmax runs over the examples instead of over the classes, and the loss is a mean over the classes.",
    "Functions of TensorFlow.js take the last dimension for that of the classes; here it counts the examples. Turn the " +
      "matrices round first. And the loss is to be a sum.",
    (logits, labels) => tf.div(totalLoss(transposed(logits), transposed(labels)), logits.shape[0]),
  ),
  loss(
    "labels-reshaped",
    "The labels are reshaped to [m, C] instead of transposed.",
    "reshape keeps the numbers in their order and only begins new rows elsewhere, so that labels end up with other " +
      "examples. transpose makes the columns rows. The two agree for a single example only, or a single class.",
    (logits, labels) => totalLoss(logits, transposed(reshaped(labels))),
  ),
  loss(
    "logits-reshaped",
    "The logits are reshaped to [m, C] instead of transposed.",
    "reshape keeps the numbers in their order and only begins new rows elsewhere, so that an example gets logits of " +
      "others. transpose makes the columns rows.",
    (logits, labels) => totalLoss(transposed(reshaped(logits)), labels),
  ),
  loss(
    "both-reshaped",
    "Logits and labels are reshaped to [m, C] instead of transposed.",
    "reshape keeps the numbers in their order and only begins new rows elsewhere: what becomes a row are numbers of " +
      "several examples. transpose makes the columns rows.",
    (logits, labels) => totalLoss(transposed(reshaped(logits)), transposed(reshaped(labels))),
  ),
  loss(
    "divided-by-classes",
    "The loss is divided by the number of classes.",
    "The sum runs over examples and classes, and nothing divides it. Look for a mean over the rows, or a reduction that " +
      "takes one.",
    (logits, labels) => tf.div(totalLoss(logits, labels), logits.shape[0]),
  ),
  loss(
    "mean-of-all",
    "The loss is divided by the number of all labels: a mean over classes and examples.",
    "The function returns the total of the batch. A mean over all elements divides by the number of examples and by " +
      "that of the classes as well.",
    (logits, labels) => tf.div(totalLoss(logits, labels), logits.size),
  ),
  loss(
    "mean",
    "The loss is divided by the number of examples: a mean instead of a sum.",
    "The function returns the total of the batch. With mini-batches of different sizes, totals can be added up and " +
      "divided once by the number of all examples; means cannot. Built-in losses often take a mean unless they are " +
      "told not to.",
    (logits, labels) => tf.div(totalLoss(logits, labels), logits.shape[1]),
  ),
  loss(
    "wrong-axis",
    "softmax runs over the examples instead of over the classes.",
    "Probabilities of one example must add up to 1 over its classes, and these are the rows here. Functions of " +
      "TensorFlow.js take the last dimension unless they are told otherwise, and that one counts the examples. Turn " +
      "the matrices round first.",
    (logits, labels) => tf.neg(tf.sum(tf.mul(labels, tf.logSoftmax(logits)))),
  ),
  loss(
    "softmax-twice",
    "softmax is applied before a loss that applies it again.",
    "A cross-entropy from logits contains softmax. Given probabilities, it takes them for logits that all lie between " +
      "0 and 1, and even a perfect answer keeps a large loss. Pass the logits as they are.",
    (logits, labels) => totalLoss(softmaxOfColumns(logits), labels),
  ),
  loss(
    "small-constant-in-logarithm",
    "A small constant is added to the probabilities before the logarithm.",
    "The constant keeps the logarithm finite, but it changes every loss a little, and hides how wrong a very small probability is: " +
      "below the constant, nothing more is counted. Look for a function that gives the logarithm of softmax in one step.",
    (logits, labels) => tf.neg(tf.sum(tf.mul(labels, tf.log(tf.add(softmaxOfColumns(logits), 1e-7))))),
  ),
  loss(
    "logarithm-after-softmax",
    "The logarithm is taken of a finished softmax, which fails when a probability is rounded to 0.",
    "With logits far apart, float32 holds a probability of exactly 0. Its logarithm is minus infinity, and times a label " +
      "of 0 that is not a number. Softmax and logarithm in one step never leave the range of the logits.",
    (logits, labels) => tf.neg(tf.sum(tf.mul(labels, tf.log(softmaxOfColumns(logits))))),
  ),
  loss(
    "logits-as-probabilities",
    "The logarithm is taken of the logits themselves, as if they were probabilities.",
    "Logits can be negative, and then have no logarithm: NaN comes from there. They become probabilities through " +
      "softmax, and only of these the cross-entropy takes the logarithm.",
    (logits, labels) => tf.neg(tf.sum(tf.mul(labels, tf.log(logits)))),
  ),
  loss(
    "sigmoid-cross-entropy",
    "Each class is judged by a sigmoid of its own instead of all together by softmax.",
    "Sigmoids suit questions that may be answered with yes more than once. Here exactly one class is right, and the " +
      "classes compete: softmax makes their probabilities add up to 1.",
    (logits, labels) =>
      tf.sum(tf.sub(tf.add(tf.relu(logits), tf.log1p(tf.exp(tf.neg(tf.abs(logits))))), tf.mul(logits, labels))),
  ),
  loss(
    "sign",
    "The minus in front of the sum is missing.",
    "The logarithm of a probability is negative, so the sum is as well. The minus makes a cost of it, which falls as the " +
      "network gets better. A cross-entropy is never below 0.",
    (logits, labels) => tf.neg(totalLoss(logits, labels)),
  ),
];
