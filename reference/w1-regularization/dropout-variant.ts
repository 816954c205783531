import * as tf from "@tensorflow/tfjs";
import type { Cache, Params } from "../../assignments/values/params.ts";
import type { Rng } from "../../assignments/values/rng.ts";
import { tensorIn } from "./back-propagate.ts";

type Matrix = tf.Tensor2D;
type Forward = (X: Matrix, parameters: Params, keepProb: number | undefined, rng: Rng) => { A3: Matrix; cache: Cache };

/** The steps of the forward pass, each of which a misconception may replace. */
type ForwardSteps = {
  /** @param other Shape of the second layer's mask where it is the first one's turn; undefined where it is its own. */
  readonly mask: (rng: Rng, shape: [number, number], keepProb: number, other?: [number, number]) => Matrix;
  readonly scale: (masked: Matrix, keepProb: number, l: number) => Matrix;
  /** The activation that the cache holds, from the one before dropout and the one after. */
  readonly stored: (before: Matrix, after: Matrix) => Matrix;
  /** The activation that the next layer gets. */
  readonly passedOn: (before: Matrix, after: Matrix) => Matrix;
  readonly output: (A3: Matrix, rng: Rng, keepProb: number) => Matrix;
  readonly defaultKeepProb: number;
  readonly relu: (Z: Matrix, l: number) => Matrix;
  /** What the network gets as its input. */
  readonly input: (X: Matrix, rng: Rng, keepProb: number) => Matrix;
};

/** The right ones. */
export const rightSteps: ForwardSteps = {
  mask: (rng, shape, keepProb) => tf.less(rng.rand<tf.Rank.R2>(shape), keepProb),
  scale: (masked, keepProb) => tf.div(masked, keepProb),
  stored: (_, after) => after,
  passedOn: (_, after) => after,
  output: (A3) => A3,
  defaultKeepProb: 0.5,
  relu: (Z) => tf.relu(Z),
  input: (X) => X,
};

/** The forward pass with some of its steps replaced. */
export function forwardWith(replaced: Partial<ForwardSteps>): Forward {
  const steps = { ...rightSteps, ...replaced };
  return (X, parameters, keepProb = steps.defaultKeepProb, rng) => {
    const cache: Cache = { ...parameters };
    let A = steps.input(X, rng, keepProb);
    for (const l of [1, 2]) {
      const Z = linear(parameters, l, A);
      const before = steps.relu(Z, l);
      const other = l === 1 ? ([tensorIn(parameters, "W2").shape[0] ?? 0, X.shape[1]] as [number, number]) : undefined;
      const D = steps.mask(rng, Z.shape, keepProb, other);
      const after = steps.scale(tf.mul(before, D), keepProb, l);
      A = steps.passedOn(before, after);
      Object.assign(cache, { [`Z${l}`]: Z, [`D${l}`]: D, [`A${l}`]: steps.stored(before, after) });
    }
    const Z3 = linear(parameters, 3, A);
    const A3 = steps.output(tf.sigmoid(Z3), rng, keepProb);
    return { A3, cache: { ...cache, Z3, A3 } };
  };
}

const linear = (parameters: Params, l: number, A: Matrix): Matrix =>
  tf.add(tf.matMul(tensorIn(parameters, `W${l}`), A), tensorIn(parameters, `b${l}`));
