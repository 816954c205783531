import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  columnsOf,
  firstOfLargest,
  meanGradient,
  oneHotColumns,
  softmaxOfRows,
  summedCost,
} from "./regression-variant.ts";
import { gradientsOf, type Model, moved, type Step, stepWith, type Train, trainWith } from "./train-variant.ts";
import { train } from "./training-mistake.ts";

/** A right training but for what becomes of one parameter in each step. */
const changing = (change: (next: Model, before: Model) => Model): Train => {
  const right = stepWith();
  return trainWith({}, (model, ...rest) => change(right(model, ...rest), model));
};

/** Every example makes a step of its own. */
const exampleByExample: Step = (model, X, Y, learningRate) => {
  const right = stepWith();
  let current = model;
  for (let j = 0; j < X.shape[1]; j++) {
    const column = (matrix: tf.Tensor2D): tf.Tensor2D => tf.slice(matrix, [0, j], [matrix.shape[0], 1]);
    current = right(current, column(X), column(Y), learningRate);
  }
  return current;
};

/** The weights step along a gradient that was computed with the new biases. */
const biasesFirst: Step = (model, X, Y, learningRate) => {
  const right = stepWith();
  const { b } = right(model, X, Y, learningRate);
  return { W: right({ W: model.W, b }, X, Y, learningRate).W, b };
};

const decisionsOf = (A: tf.Tensor2D): tf.Tensor2D => oneHotColumns(columnsOf(A).map(firstOfLargest), A.shape[0]);

/** Wrong steps of a softmax regression. */
export const trainingMisconceptions: readonly Misconception[] = [
  train(
    "uphill",
    "The steps go along the gradient instead of against it.",
    "A gradient points to where the cost grows. Look at your costs: they should fall from step to step.",
    trainWith({ gradient: (A, Y) => meanGradient(Y, A) }),
  ),
  train(
    "gradient-summed",
    "The gradient is a sum over the examples; it is not divided by their number.",
    "The costs are means, and the gradient has to be that of the same cost. Without the division the steps are m times as long.",
    trainWith({ gradient: (A, Y) => tf.sub(A, Y) }),
  ),
  train(
    "divided-twice",
    "The gradient is divided by the number of examples twice.",
    "The gradient of the scores contains the division already. Adding up the examples for W and b, by a product or a sum, needs no other.",
    trainWith({ gradient: (A, Y) => tf.div(meanGradient(A, Y), A.shape[1]) }),
  ),
  train(
    "bias-divided-twice",
    "The gradient of b is a mean of numbers that have been divided by the number of examples already.",
    "The gradient of the scores contains the division. The gradient of b is the sum of its columns, as the product with the inputs is a sum " +
      "for W.",
    trainWith({}, (model, X, Y, learningRate) => {
      const next = stepWith()(model, X, Y, learningRate);
      const step = tf.div<tf.Tensor2D>(tf.sub(next.b, model.b), X.shape[1]);
      return { W: next.W, b: tf.add(model.b, step) };
    }),
  ),
  train(
    "bias-never-moves",
    "b stays at zero: only W is trained.",
    "A bias is a parameter like any other. Without it, a class that is frequent whatever the inputs cannot be preferred. Its gradient is the " +
      "sum over the examples of the gradient of the scores.",
    changing(({ W }, { b }) => ({ W, b })),
  ),
  train(
    "bias-not-in-scores",
    "b is trained, but it is not added to the scores.",
    "The scores are W X + b. Where b is left out, the costs do not see what it has learned, and its gradient never gets smaller.",
    trainWith({ scores: (X, W) => tf.matMul(W, X) }),
  ),
  train(
    "biases-first",
    "The gradient is computed anew between the two updates, with the new b and the old W.",
    "Both gradients belong to the same point: that before the step. Compute both, then move both.",
    trainWith({}, biasesFirst),
  ),
  train(
    "example-by-example",
    "Every example makes a step of its own instead of all of them one together.",
    "That is stochastic gradient descent. Asked for are steps along the gradient of the mean over all examples: one step for each iteration.",
    trainWith({}, exampleByExample),
  ),
  train(
    "starts-from-ones",
    "W and b begin with ones instead of zeros.",
    "All scores of an example are then still equal, so that the costs look right. But the ones stay in W and b to the end. Softmax regression " +
      "has no hidden units that would have to differ, so zeros are a good start.",
    trainWith({ start: 1 }),
  ),
  train(
    "softmax-over-examples",
    "softmax runs over the examples instead of over the classes.",
    "With all scores 0, each class must get 1 / C, and the first cost is log C. Along the other dimension it is 1 / m and log m. Use your own " +
      "softmax, or look at the dimension.",
    trainWith({ probabilities: softmaxOfRows }),
  ),
  train(
    "sigmoid",
    "Each class is trained by a sigmoid of its own.",
    "With all scores 0 a sigmoid gives each class one half, whatever their number. Softmax gives 1 / C, and lets the classes compete.",
    trainWith({ probabilities: (Z) => tf.sigmoid(Z) }),
  ),
  train(
    "learns-from-decisions",
    "The step uses the decision for the largest probability instead of the probabilities.",
    "An example that is decided rightly then teaches nothing any more, however unsure the decision was, and the costs do not go on falling. " +
      "The gradient of the cross-entropy holds the probabilities themselves.",
    trainWith({ gradient: (A, Y) => meanGradient(decisionsOf(A), Y) }),
  ),
  train(
    "costs-summed",
    "The costs are sums over the examples; they are not divided by their number.",
    "The first cost of a training from zeros is log C, whatever the number of examples: what an example costs on average.",
    trainWith({ cost: summedCost }),
  ),
  train(
    "same-gradient-throughout",
    "The gradient is computed once, before the loop, and every step follows it.",
    "The gradient changes with W and b: it belongs to the point at which it was computed. Compute scores, probabilities and gradient anew in " +
      "every step.",
    (X, Y, learningRate, numIterations) => {
      const dZ = tf.div<tf.Tensor2D>(tf.sub(1 / Y.shape[0], Y), Y.shape[1]);
      const gradients = gradientsOf(dZ, X);
      const step: Step = (model) => moved(model, gradients, learningRate);
      return trainWith({}, step)(X, Y, learningRate, numIterations);
    },
  ),
];
