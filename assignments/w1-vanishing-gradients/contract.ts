import type { Tensor2D } from "@tensorflow/tfjs-core";
import type { Grads, Params } from "../values/params.ts";
import type { Rng } from "../values/rng.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** How large weights are drawn: times 0.01, 1, sqrt(1 / n_(l-1)), sqrt(2 / n_(l-1)). */
export type Scale = "small" | "large" | "xavier" | "he";

/** What every layer of a network applies to its sums. */
export type Activation = "tanh" | "relu";

/** Three numbers for each layer, the first layer first. */
export type ActivationStatistics = {
  /** Mean over all units and examples. */
  mean: number[];
  /** Standard deviation over all units and examples, with 1/N. */
  std: number[];
  /** Share of the units that are 0 for every example. */
  dead: number[];
};

/**
 * Weights `rng.randn([n_l, n_(l-1)])` times the factor of `scale`, drawn in the order W1, W2, …; biases zero, which draw nothing.
 * @see Glorot & Bengio 2010, section 4.2; He et al. 2015, section 2.2
 */
export type InitializeDeep = (layerDims: number[], scale: Scale, rng: Rng) => Result<Params>;

/** Activations A1 … AL, [n_l, m] each, of `A = g(W A_prev + b)`; the last layer has the activation too. `X` is [n_0, m]. */
export type ForwardDeep = (X: Tensor2D, parameters: Params, activation: Activation) => Result<Tensor2D[]>;

/** Statistics of the activations of each layer. `activations` holds A1 … AL, [n_l, m] each. */
export type ActivationStatisticsOf = (activations: Tensor2D[]) => Result<ActivationStatistics>;

/** Frobenius norms of dJ/dW1 … dJ/dWL for J = (sum of all elements of AL) / m; relu has derivative 0 at 0. */
export type GradientNorms = (X: Tensor2D, parameters: Params, activation: Activation) => Result<number[]>;

/** Every element of every gradient moved into [-limit, limit]; limit >= 0. */
export type ClipByValue = (grads: Grads, limit: number) => Result<Grads>;

/**
 * Gradients multiplied by maxNorm / norm where their common norm is larger than `maxNorm`, else as they are; `norm` is that before clipping.
 * @see Pascanu, Mikolov & Bengio 2013, On the difficulty of training recurrent neural networks, algorithm 1
 */
export type ClipByGlobalNorm = (grads: Grads, maxNorm: number) => Result<{ grads: Grads; norm: number }>;

/** Everything that a submission exports. */
export type Contract = {
  initializeDeep: InitializeDeep;
  forwardDeep: ForwardDeep;
  activationStatistics: ActivationStatisticsOf;
  gradientNorms: GradientNorms;
  clipByValue: ClipByValue;
  clipByGlobalNorm: ClipByGlobalNorm;
};
