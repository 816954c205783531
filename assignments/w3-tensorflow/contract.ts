import type { Optimizer, Rank, Scalar, Tensor, Tensor1D, Tensor2D, Variable } from "@tensorflow/tfjs-core";
import type { Grads, Params } from "../values/params.ts";
import type { Rng } from "../values/rng.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** Trainable parameters `W1, b1, W2, b2, W3, b3`: weights [n_l, n_(l-1)] and biases [n_l, 1]. */
export type Variables = Record<string, Variable<Rank.R2>>;

/** `W X + b` of random X [3, 1], W [4, 3] and b [4, 1], drawn by `rng.randn` in this order. */
export type LinearFunction = (rng: Rng) => Result<Tensor2D>;

/** `1 / (1 + exp(-z))`, float32, in the shape of `z`; rank 0 for a number. */
export type Sigmoid = (z: number | number[] | Tensor) => Result<Tensor>;

/** A vector of length `C`, by default 6, with a 1 at the index `label` and zeros elsewhere. */
export type OneHotMatrix = (label: number, C?: number) => Result<Tensor1D>;

/**
 * Parameters of the network 12288-25-12-6 from a normal distribution with the standard deviation
 * `sqrt(2 / (rows + columns))`, biases included. `seed` is 1 where it is undefined.
 * @see Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks
 */
export type InitializeParameters = (seed?: number) => Result<Variables>;

/** Logits [n3, m] of the network linear-relu-linear-relu-linear; `X` [n0, m]. */
export type ForwardPropagation = (X: Tensor2D, parameters: Params) => Result<Tensor2D>;

/** Softmax cross-entropy from logits, summed over the examples; both [classes, m], labels one-hot. */
export type ComputeTotalLoss = (logits: Tensor2D, labels: Tensor2D) => Result<Scalar | number>;

/** The summed loss of a batch and its gradients `dW1, db1, ...`, in the shapes of the parameters. */
export type GradientTape = (
  X: Tensor2D,
  labels: Tensor2D,
  parameters: Variables,
) => Result<{ loss: Scalar | number; grads: Grads }>;

/** One step of the optimizer, which changes the variables in place. Returns the loss before the step. */
export type TrainStep = (
  X: Tensor2D,
  labels: Tensor2D,
  parameters: Variables,
  optimizer: Optimizer,
) => Result<number | Scalar>;

/** Settings of a training run; all are given. */
export type ModelOptions = {
  /** Step length of Adam. */
  learningRate: number;
  /** Passes over the training set. */
  numEpochs: number;
  /** Examples of a full mini-batch. */
  miniBatchSize: number;
  /** Whether to print costs. */
  printCost: boolean;
  /** Decides the initial parameters. */
  seed: number;
};

/** What training leaves: parameters, one cost per example for each epoch, and shares of right answers in [0, 1]. */
export type Trained = {
  parameters: Params;
  costs: number[] | Float32Array | Float64Array | Scalar[] | Tensor1D;
  trainAccuracy: number | Scalar;
  testAccuracy: number | Scalar;
};

/** Trains the network 12288-25-12-6 with Adam on mini-batches; inputs [12288, m] in [0, 1], labels [6, m]. */
export type Model = (
  XTrain: Tensor2D,
  YTrain: Tensor2D,
  XTest: Tensor2D,
  YTest: Tensor2D,
  options: ModelOptions,
) => Result<Trained>;

/** Everything that a submission exports. */
export type Contract = {
  linearFunction: LinearFunction;
  sigmoid: Sigmoid;
  oneHotMatrix: OneHotMatrix;
  initializeParameters: InitializeParameters;
  forwardPropagation: ForwardPropagation;
  computeTotalLoss: ComputeTotalLoss;
  gradientTape: GradientTape;
  trainStep: TrainStep;
  model: Model;
};
