import type { Tensor2D } from "@tensorflow/tfjs-core";

/** Parameters of a network: `W1` [n1, n0], `b1` [n1, 1], `W2`, … */
export type Params = Record<string, Tensor2D>;

/** Gradients or their moving averages: `dW1`, `db1`, …, each of the shape of its parameter. */
export type Grads = Record<string, Tensor2D>;

/** What a forward pass keeps for the backward pass: `Z1`, `A1`, `D1`, `W1`, `b1`, … */
export type Cache = Record<string, Tensor2D>;
