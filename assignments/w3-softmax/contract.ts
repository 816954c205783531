import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** Plain numbers in their order; a tensor is none. */
type Numbers = number[] | Float32Array | Float64Array | Int32Array;

/** Probabilities [C, m] of the logits `Z` [C, m]: softmax of each column. */
export type Softmax = (Z: Tensor2D) => Result<Tensor2D>;

/** One-hot columns [C, m]: 1 for the largest logit of the column, the first of equals, and 0 elsewhere. */
export type Hardmax = (Z: Tensor2D) => Result<Tensor2D>;

/** The mean over the columns of `-sum(Y log A)`; 0 log 0 counts 0. Both [C, m]. */
export type CrossEntropy = (A: Tensor2D, Y: Tensor2D) => Result<number | Scalar>;

/** The gradient [C, m] of that mean with respect to the logits behind `A`: `(A - Y) / m`. */
export type SoftmaxGradient = (A: Tensor2D, Y: Tensor2D) => Result<Tensor2D>;

/** What training leaves: weights [C, n], biases [C, 1], and the cost before each step. */
export type Trained = { W: Tensor2D; b: Tensor2D; costs: Numbers | Scalar[] };

/** Softmax regression by full-batch gradient descent from zeros; `X` [n, m], `Y` [C, m]. */
export type TrainSoftmaxRegression = (
  X: Tensor2D,
  Y: Tensor2D,
  learningRate: number,
  numIterations: number,
) => Result<Trained>;

/** The class of each column of `X` [n, m], from 0: the index of the largest score in `W X + b`, the first of equals. */
export type PredictClasses = (X: Tensor2D, W: Tensor2D, b: Tensor2D) => Result<Numbers>;

/** Everything that a submission exports. */
export type Contract = {
  softmax: Softmax;
  hardmax: Hardmax;
  crossEntropy: CrossEntropy;
  softmaxGradient: SoftmaxGradient;
  trainSoftmaxRegression: TrainSoftmaxRegression;
  predictClasses: PredictClasses;
};
