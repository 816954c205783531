import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type Probabilities, reshaped, softmaxOfColumns, softmaxOfRows, turned } from "./regression-variant.ts";

const softmax = (
  id: string,
  name: string,
  explanation: string,
  implementation: (Z: tf.Tensor2D) => tf.Tensor,
): Misconception => ({ id: `softmax-${id}`, exercise: "softmax", name, explanation, implementation });

/** Softmax of each column of logits from which something was subtracted. */
const shiftedBy =
  (shift: (Z: tf.Tensor2D) => tf.Tensor): Probabilities =>
  (Z) => {
    const exponentials = tf.exp(tf.sub<tf.Tensor2D>(Z, shift(Z)));
    return tf.div(exponentials, tf.sum(exponentials, 0, true));
  };

/** What students write instead of softmax. */
export const softmaxMisconceptions: readonly Misconception[] = [
  softmax(
    "over-examples",
    "softmax runs over the examples instead of over the classes.",
    "The probabilities of one example add up to 1 over its classes, and an example is a column here. Functions of TensorFlow.js take the " +
      "last dimension unless they are told otherwise, and that one counts the examples. Add up a column of your result.",
    softmaxOfRows,
  ),
  softmax(
    "over-all",
    "The exponentials are divided by the sum over the whole matrix.",
    "Each example has a distribution of its own. Divided by one sum for all, the probabilities of all examples together add up to 1, and " +
      "those of one example to less. A sum may be taken along one dimension, and keep the other.",
    (Z) => tf.reshape(tf.softmax(tf.reshape(Z, [1, Z.size])), Z.shape),
  ),
  softmax(
    "not-shifted",
    "The exponentials are taken of the logits as they are, without subtracting the largest first.",
    "In float32 the exponential of 89 is infinite, and that of -104 is 0. With large logits the quotient becomes infinity by infinity or 0 " +
      "by 0, which is NaN. Subtracting a number from all logits of an example changes no probability: choose it so that the largest " +
      "exponential is 1.",
    shiftedBy(() => tf.scalar(0)),
  ),
  softmax(
    "shifted-by-overall-largest",
    "The largest logit of the whole matrix is subtracted from every column.",
    "That keeps exponentials from becoming infinite. But in a column whose logits all lie far below, every exponential is rounded to 0, and " +
      "0 divided by 0 is NaN. Each example needs its own largest logit.",
    shiftedBy((Z) => tf.max(Z)),
  ),
  softmax(
    "shifted-by-class",
    "The largest logit of each class is subtracted, instead of that of each example.",
    "Probabilities stay what they are when all logits of one example are moved by the same number. Here those of one class are, each class " +
      "by another number, and so every distribution changes. Look at the dimension along which you take the maximum.",
    shiftedBy((Z) => tf.max(Z, 1, true)),
  ),
  softmax(
    "shifted-by-mean",
    "The mean of the logits is subtracted instead of the largest one.",
    "It changes no probability, but it does not keep the exponentials finite: beside very negative logits the largest may still lie far " +
      "above the mean. Which number leaves no logit above 0?",
    shiftedBy((Z) => tf.mean(Z, 0, true)),
  ),
  softmax(
    "logits-clipped",
    "Large logits are clipped before the exponential.",
    "Clipping keeps exponentials finite, but logits beyond the limit become equal, and so do their probabilities. Only differences between " +
      "the logits of an example count, and a subtraction keeps them all.",
    (Z) => softmaxOfColumns(tf.clipByValue(Z, -80, 80)),
  ),
  softmax(
    "not-divided",
    "The exponentials are not divided by their sum.",
    "Exponentials are positive, but they add up to anything. Probabilities of one example add up to 1: for that each is divided by the sum " +
      "of its column.",
    (Z) => tf.exp(Z),
  ),
  softmax(
    "shifted-not-divided",
    "The largest logit is subtracted, but the exponentials are not divided by their sum.",
    "The largest exponential of each column is then 1, and the others come on top of it. Probabilities of one example add up to 1 all " +
      "together.",
    (Z) => tf.exp(tf.sub(Z, tf.max(Z, 0, true))),
  ),
  softmax(
    "no-exponential",
    "The logits themselves are divided by their sum, without exponentials.",
    "Logits may be negative, and their sum may be 0, so their shares are no probabilities. The exponential makes every logit a positive " +
      "number first.",
    (Z) => tf.div(Z, tf.sum(Z, 0, true)),
  ),
  softmax(
    "sigmoid",
    "Each logit goes through a sigmoid of its own.",
    "Sigmoids judge each class by itself, so the probabilities of an example add up to anything. Softmax lets the classes compete: if one " +
      "becomes more likely, the others become less likely.",
    (Z) => tf.sigmoid(Z),
  ),
  softmax(
    "logarithm",
    "The logarithm of the probabilities is returned.",
    "The logarithm of a probability is never positive, and a column of logarithms does not add up to 1. It is of use inside a cost; asked " +
      "for are the probabilities themselves.",
    (Z) => turned(tf.logSoftmax(turned(Z))),
  ),
  softmax(
    "digits-lost",
    "The logarithm of the sum is subtracted from logits that are still large, so that digits are lost.",
    "float32 has about seven digits: of a number near 10000, three are left after the point. A logarithm of the sum that has been rounded " +
      "like that makes every probability of the column wrong by the same factor. Make the logits small before anything else is computed.",
    (Z) => tf.exp(tf.sub(Z, tf.logSumExp(Z, 0, true))),
  ),
  softmax(
    "reshaped",
    "The logits are reshaped to [m, C] instead of transposed.",
    "reshape keeps the numbers in their order and only begins new rows elsewhere, so that an example gets logits of others. transpose makes " +
      "the columns rows. The two agree for a single example or a single class only.",
    (Z) => tf.reshape(tf.softmax(reshaped(Z)), Z.shape),
  ),
  softmax(
    "transposed",
    "The result is [m, C]: it is not turned round again.",
    "Turning the matrix round for a function that wants the classes last is a good idea. But the result has the shape of Z: a row for each " +
      "class and a column for each example.",
    (Z) => tf.softmax(turned(Z)),
  ),
  softmax(
    "probabilities-clipped",
    "Small probabilities are raised to a constant such as 1e-7.",
    "The constant is meant to protect a logarithm that comes later, and there is none here. A probability may be as small as it likes, and " +
      "0 in float32. Whoever takes the logarithm has to see to that.",
    (Z) => tf.clipByValue(softmaxOfColumns(Z), 1e-7, 1),
  ),
];
