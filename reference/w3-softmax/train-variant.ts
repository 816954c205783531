import * as tf from "@tensorflow/tfjs";
import {
  type Cost,
  type Gradient,
  meanCost,
  meanGradient,
  type Probabilities,
  scoresOf,
  softmaxOfColumns,
} from "./regression-variant.ts";

/** Weights [C, n] and biases [C, 1]. */
export type Model = { readonly W: tf.Tensor2D; readonly b: tf.Tensor2D };

/** What training returns; the members of a variant may be of another form. */
export type Trained = Record<"W" | "b" | "costs", unknown>;

/** A way to train. */
export type Train = (X: tf.Tensor2D, Y: tf.Tensor2D, learningRate: number, numIterations: number) => Trained;

/** One step from a model to the next. */
export type Step = (model: Model, X: tf.Tensor2D, Y: tf.Tensor2D, learningRate: number) => Model;

/** What of a training may be chosen; right by default. */
export type Choices = {
  readonly probabilities?: Probabilities;
  readonly scores?: typeof scoresOf;
  readonly gradient?: Gradient;
  readonly cost?: Cost;
  /** All weights and biases begin with it. */
  readonly start?: number;
};

/** Gradients of both parameters, from that of the scores. */
export const gradientsOf = (dZ: tf.Tensor2D, X: tf.Tensor2D): Model => ({
  W: tf.matMul(dZ, X, false, true),
  b: tf.sum(dZ, 1, true) as tf.Tensor2D,
});

/** A model that has moved against its gradient. */
export const moved = (model: Model, gradients: Model, learningRate: number): Model => ({
  W: tf.sub(model.W, tf.mul(learningRate, gradients.W)),
  b: tf.sub(model.b, tf.mul(learningRate, gradients.b)),
});

/** The right step but for what is chosen. */
export const stepWith =
  ({ probabilities = softmaxOfColumns, scores = scoresOf, gradient = meanGradient }: Choices = {}): Step =>
  (model, X, Y, learningRate) =>
    moved(model, gradientsOf(gradient(probabilities(scores(X, model.W, model.b)), Y), X), learningRate);

/** All models on the way, the start first, and the cost of each; a step may be of another kind. */
export function trace(
  [X, Y, learningRate, numIterations]: Parameters<Train>,
  choices: Choices = {},
  step: Step = stepWith(choices),
): { readonly models: readonly Model[]; readonly costs: readonly number[] } {
  const { probabilities = softmaxOfColumns, scores = scoresOf, cost = meanCost, start = 0 } = choices;
  let model: Model = { W: tf.fill([Y.shape[0], X.shape[0]], start), b: tf.fill([Y.shape[0], 1], start) };
  const models = [model];
  for (let i = 0; i < numIterations; i++) {
    model = step(model, X, Y, learningRate);
    models.push(model);
  }
  return { models, costs: models.map(({ W, b }) => cost(probabilities(scores(X, W, b)), Y)) };
}

/** A training with other choices, or steps of another kind. */
export const trainWith =
  (choices: Choices = {}, step: Step = stepWith(choices)): Train =>
  (...args) => {
    const { models, costs } = trace(args, choices, step);
    return { ...lastOf(models), costs: costs.slice(0, -1) };
  };

/** The last of the models on the way. */
export function lastOf(models: readonly Model[]): Model {
  const last = models.at(-1);
  if (last === undefined) throw new RangeError("Cannot take the last model: there is none");
  return last;
}
