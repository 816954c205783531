import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { turned } from "./regression-variant.ts";
import { lastOf, stepWith, type Train, type Trained, trace } from "./train-variant.ts";
import { train } from "./training-mistake.ts";

/** A right training of which something else is returned. */
const returning =
  (make: (run: ReturnType<typeof trace>) => Trained): Train =>
  (...args) =>
    make(trace(args));

/** Cross-entropy with a term for each false class. */
const binaryCost = (A: tf.Tensor2D, Y: tf.Tensor2D): number => {
  const terms = tf.add(tf.mul(Y, tf.log(A)), tf.mul(tf.sub(1, Y), tf.log(tf.sub(1, A))));
  return -(tf.sum(terms).dataSync()[0] ?? 0) / A.shape[1];
};

/** What students return instead of the parameters after the last step and the costs before each. */
export const trainingResultMisconceptions: readonly Misconception[] = [
  train(
    "costs-after-steps",
    "Each cost is computed after its step instead of before.",
    "costs[0] is the cost of the start: with zeros it is log C, whatever the data. Compute the cost from the probabilities that the gradient " +
      "is made of, before anything moves.",
    returning(({ models, costs }) => ({ ...lastOf(models), costs: costs.slice(1) })),
  ),
  train(
    "one-cost-more",
    "There is one cost too many: that after the last step is there as well.",
    "There is a cost for each step, taken before it. After the last step no other one follows, so its outcome has no cost in the list. Without " +
      "a step the list is empty.",
    returning(({ models, costs }) => ({ ...lastOf(models), costs: [...costs] })),
  ),
  train(
    "costs-every-tenth-step",
    "Only every tenth cost is kept.",
    "To print a cost now and then is a good idea. The list that is returned has one for every step.",
    returning(({ models, costs }) => ({ ...lastOf(models), costs: costs.slice(0, -1).filter((_, i) => i % 10 === 0) })),
  ),
  train(
    "one-step-fewer",
    "There is one step too few.",
    "A loop that counts from 1 has to include the last number, one that counts from 0 does not. After one iteration from zeros, the parameters " +
      "have moved, and there is one cost.",
    (X, Y, learningRate, numIterations) => {
      const { models, costs } = trace([X, Y, learningRate, Math.max(0, numIterations - 1)]);
      return { ...lastOf(models), costs: costs.slice(0, numIterations === 0 ? 0 : -1) };
    },
  ),
  train(
    "one-step-more",
    "There is one step too many.",
    "A loop that counts from 0 must not include the number of iterations itself. Without any iteration, W and b are zero, and there is no cost.",
    (X, Y, learningRate, numIterations) => {
      const { models, costs } = trace([X, Y, learningRate, numIterations + 1]);
      return { ...lastOf(models), costs: costs.slice(0, -1) };
    },
  ),
  train(
    "model-before-last-step",
    "W and b are those before the last step.",
    "The costs are taken before the steps, but the parameters that are returned have made all of them. After one step from zeros they are not " +
      "zero any more.",
    returning(({ models, costs }) => ({
      ...lastOf(models.slice(0, Math.max(1, models.length - 1))),
      costs: costs.slice(0, -1),
    })),
  ),
  train(
    "costs-as-tensor",
    "The costs are returned as a tensor instead of a list of numbers.",
    "A list of plain numbers is asked for: one for each step, which can be read and drawn without TensorFlow.js. Numbers come out of a tensor " +
      "by dataSync or arraySync.",
    returning(({ models, costs }) => ({ ...lastOf(models), costs: tf.tensor1d(costs.slice(0, -1)) })),
  ),
  train(
    "weights-transposed",
    "W is [n, C]: a column for each class instead of a row.",
    "The scores are W X + b with examples in columns, so W has a row for each class and a column for each feature.",
    returning(({ models, costs }) => ({ W: turned(lastOf(models).W), b: lastOf(models).b, costs: costs.slice(0, -1) })),
  ),
  train(
    "flat-biases",
    "b has one dimension, [C], instead of being a column.",
    "A tensor of one dimension is laid along the last dimension when it is added, and that one counts the examples. As a column, [C, 1], it " +
      "goes to every example. A sum can keep the dimension that it runs along.",
    returning(({ models, costs }) => ({
      W: lastOf(models).W,
      b: tf.reshape(lastOf(models).b, [-1]),
      costs: costs.slice(0, -1),
    })),
  ),
  train(
    "binary-costs",
    "The false classes count in the costs as well: (1 - Y) log(1 - A) is added.",
    "That is the cost for questions that are answered with yes or no, each for itself. With softmax the first cost of a training from zeros is " +
      "log C.",
    (...args) => {
      const { models, costs } = trace(args, { cost: binaryCost }, stepWith());
      return { ...lastOf(models), costs: costs.slice(0, -1) };
    },
  ),
];
