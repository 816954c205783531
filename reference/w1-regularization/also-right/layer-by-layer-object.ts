import { add, div, greater, mul, scalar, squaredDifference, sub, sum, tidy, type Tensor2D } from "@tensorflow/tfjs-core";
import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads, Params, Rng } from "gradecheck";

// A backward pass as a chain of small steps, each of which knows only its own layer.

const logOf = (x: tf.Tensor) => tf.log(x);

export function computeCostWithRegularization(A3: Tensor2D, Y: Tensor2D, parameters: Params, lambd: number): tf.Scalar {
  return tidy(() => {
    const m = Y.shape[1];
    const losses = sub(mul(sub(Y, 1), logOf(sub(1, A3))), mul(Y, logOf(A3)));
    let total: tf.Tensor = sum(losses);
    for (const W of Object.keys(parameters).filter((key) => key.startsWith("W"))) {
      total = add(total, mul(lambd / 2, sum(squaredDifference(parameters[W], scalar(0)))));
    }
    return div(total, m) as tf.Scalar;
  });
}

type Step = { dW: tf.Tensor; db: tf.Tensor; dA: tf.Tensor };

function layer(dZ: tf.Tensor, W: tf.Tensor2D, A: tf.Tensor2D): Step {
  const m = A.shape[1];
  return {
    dW: mul(tf.dot(dZ, tf.transpose(A)), 1 / m),
    db: mul(tf.matMul(dZ as Tensor2D, tf.ones([m, 1])), 1 / m),
    dA: tf.dot(tf.transpose(W), dZ),
  };
}

const silent = (dA: tf.Tensor, A: tf.Tensor) => mul(dA, tf.sign(tf.relu(A)));

export function backwardPropagationWithRegularization(X: Tensor2D, Y: Tensor2D, cache: Cache, lambd: number): Grads {
  const shrink = (W: tf.Tensor) => mul(div(lambd, X.shape[1]), W);
  const dZ3 = sub(cache.A3, Y);
  const third = layer(dZ3, cache.W3, cache.A2);
  const dZ2 = silent(third.dA, cache.A2);
  const second = layer(dZ2, cache.W2, cache.A1);
  const dZ1 = silent(second.dA, cache.A1);
  const first = layer(dZ1, cache.W1, X);
  return {
    dZ3, dA2: third.dA, dZ2, dA1: second.dA, dZ1,
    dW3: add(third.dW, shrink(cache.W3)), dW2: add(second.dW, shrink(cache.W2)), dW1: add(first.dW, shrink(cache.W1)),
    db3: third.db, db2: second.db, db1: first.db,
  } as Grads;
}

export function forwardPropagationWithDropout(X: Tensor2D, parameters: Params, keepProb: number = 0.5, rng: Rng) {
  const cache = {} as Record<string, tf.Tensor>;
  Object.entries(parameters).forEach(([key, value]) => (cache[key] = value));
  let input: tf.Tensor = X;
  for (const l of [1, 2]) {
    cache[`Z${l}`] = add(tf.dot(parameters[`W${l}`], input), parameters[`b${l}`]);
    cache[`D${l}`] = tf.cast(greater(keepProb, rng.rand(cache[`Z${l}`].shape as [number, number])), "int32");
    const kept = tf.where(tf.cast(cache[`D${l}`], "bool"), tf.maximum(cache[`Z${l}`], 0), tf.zerosLike(cache[`Z${l}`]));
    cache[`A${l}`] = input = mul(kept, 1 / keepProb);
  }
  cache.Z3 = add(tf.dot(parameters.W3, input), parameters.b3);
  cache.A3 = div(1, add(1, tf.exp(tf.neg(cache.Z3))));
  return { A3: cache.A3 as Tensor2D, cache: cache as Cache };
}

export function backwardPropagationWithDropout(X: Tensor2D, Y: Tensor2D, cache: Cache, keepProb: number): Grads {
  const through = (dA: tf.Tensor, D: tf.Tensor) => tf.where(greater(tf.cast(D, "int32"), 0), div(dA, keepProb), tf.zerosLike(dA));
  const dZ3 = sub(cache.A3, Y);
  const third = layer(dZ3, cache.W3, cache.A2);
  const dA2 = through(third.dA, cache.D2);
  const dZ2 = silent(dA2, cache.A2);
  const second = layer(dZ2, cache.W2, cache.A1);
  const dA1 = through(second.dA, cache.D1);
  const dZ1 = silent(dA1, cache.A1);
  const first = layer(dZ1, cache.W1, X);
  return {
    ...{ dZ3, dW3: third.dW, db3: third.db, dA2, dZ2, dW2: second.dW, db2: second.db },
    ...{ dA1, dZ1, dW1: first.dW, db1: first.db },
  } as Grads;
}
