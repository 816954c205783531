import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import { entryOf, forward, softmaxOfColumns, totalLoss } from "./network-variant.ts";

type Forward = (X: tf.Tensor2D, parameters: Params) => tf.Tensor2D;
type Loss = (logits: tf.Tensor2D, labels: tf.Tensor2D) => tf.Tensor;

const propagation = (id: string, name: string, explanation: string, implementation: Forward): Misconception => ({
  id: `forward-${id}`,
  exercise: "forwardPropagation",
  name,
  explanation,
  implementation,
});

const loss = (id: string, name: string, explanation: string, implementation: Loss): Misconception => ({
  id: `loss-${id}`,
  exercise: "computeTotalLoss",
  name,
  explanation,
  implementation,
});

const transposed = (matrix: tf.Tensor2D): tf.Tensor2D => tf.transpose(matrix);

/** What students write instead of the forward pass and its loss. */
export const networkMisconceptions: readonly Misconception[] = [
  propagation(
    "softmax-at-end",
    "softmax is applied to the last layer.",
    "The function returns logits, which may be any numbers. The loss turns them into probabilities itself, in one step " +
      "with the logarithm; done before, softmax would be applied twice. Nothing comes after the last sum.",
    (X, parameters) => softmaxOfColumns(forward(X, parameters)),
  ),
  propagation(
    "relu-at-end",
    "relu is applied to the last layer as well.",
    "relu belongs between the layers. After the last one it would cut every negative logit to 0, and a class could " +
      "never be called unlikely. Look at how many activations stand in the chain of the handout.",
    (X, parameters) => tf.relu(forward(X, parameters)),
  ),
  propagation(
    "no-relu",
    "There is no relu between the layers.",
    "Linear maps one after the other are one linear map: without an activation, three layers can do no more than one. " +
      "relu stands after the first and after the second layer.",
    (X, parameters) => forward(X, parameters, (Z) => Z),
  ),
  propagation(
    "sigmoid-between-layers",
    "The hidden layers use sigmoid instead of relu.",
    "Sigmoid belongs where a probability is wanted. In hidden layers its slope is small nearly everywhere, and deep " +
      "networks learn slowly with it. The network of this assignment has relu there.",
    (X, parameters) => forward(X, parameters, tf.sigmoid),
  ),
  propagation(
    "biases-forgotten",
    "The biases are not added.",
    "Every layer has a weight matrix and a bias. Without biases each unit's boundary passes through zero. The bias is " +
      "a column and is added to every column of the product.",
    (X, parameters) => forward(X, parameters, tf.relu, (all, layer, A) => tf.matMul(entryOf(all, `W${layer}`), A)),
  ),
  propagation(
    "transposed-result",
    "The result is transposed: a row for each example.",
    "In this course examples are columns from the input to the logits. Keras and many examples on the web have them in " +
      "rows. Compare the shape of the result with the number of classes and of examples.",
    (X, parameters) => transposed(forward(X, parameters)),
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
