import type { Scalar, Tensor2D } from "@tensorflow/tfjs-core";
import type { Cache, Grads, Params } from "../values/params.ts";
import type { Rng } from "../values/rng.ts";

/** The result itself or a promise of it: every function may be async. */
type Result<T> = T | Promise<T>;

/** Cross-entropy plus `(lambd / 2m)` times the sum of the squares of W1, W2 and W3. A3 and Y are [1, m]. */
export type ComputeCostWithRegularization = (
  A3: Tensor2D,
  Y: Tensor2D,
  parameters: Params,
  lambd: number,
) => Result<number | Scalar>;

/**
 * Gradients of that cost: `dZ3 dW3 db3 dA2 dZ2 dW2 db2 dA1 dZ1 dW1 db1`. The cache holds `Z1 A1 W1 b1 … b3`; relu has
 * the derivative 0 at 0.
 */
export type BackwardPropagationWithRegularization = (
  X: Tensor2D,
  Y: Tensor2D,
  cache: Cache,
  lambd: number,
) => Result<Grads>;

/**
 * The forward pass with inverted dropout in both hidden layers: masks are `rng.rand(shape of A) < keepProb`, D1 drawn
 * before D2. `keepProb` is 0.5 where it is undefined. The cache holds `Z1 D1 A1 W1 b1 Z2 D2 A2 W2 b2 Z3 A3 W3 b3`.
 * @see Srivastava et al. 2014, Dropout, section 10 (scaling at training time)
 */
export type ForwardPropagationWithDropout = (
  X: Tensor2D,
  parameters: Params,
  keepProb: number | undefined,
  rng: Rng,
) => Result<{ A3: Tensor2D; cache: Cache }>;

/** Gradients of the cross-entropy through the masks of the cache: keys as above, dA2 and dA1 masked and scaled. */
export type BackwardPropagationWithDropout = (
  X: Tensor2D,
  Y: Tensor2D,
  cache: Cache,
  keepProb: number,
) => Result<Grads>;

/** Everything that a submission exports. */
export type Contract = {
  computeCostWithRegularization: ComputeCostWithRegularization;
  backwardPropagationWithRegularization: BackwardPropagationWithRegularization;
  forwardPropagationWithDropout: ForwardPropagationWithDropout;
  backwardPropagationWithDropout: BackwardPropagationWithDropout;
};
