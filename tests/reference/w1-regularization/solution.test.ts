import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { Rng } from "../../../assignments/values/rng.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import { initializeParametersHe } from "../../../reference/w1-initialization/solution.ts";
import {
  backwardPropagationWithDropout,
  backwardPropagationWithRegularization,
  computeCostWithRegularization,
  forwardPropagationWithDropout,
} from "../../../reference/w1-regularization/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

const X = () => new Rng(7).randn<tf.Rank.R2>([3, 4]);
const Y = () => tf.tensor2d([[1, 0, 0, 1]]);
const parametersOf = () => initializeParametersHe([3, 5, 4, 1], new Rng(8));

test("the four functions leave only their results behind", () => {
  const [x, y, parameters] = [X(), Y(), parametersOf()];
  const before = tf.memory().numTensors;
  const { A3, cache } = forwardPropagationWithDropout(x, parameters, 0.7, new Rng(1));
  expect(Object.keys(cache).sort()).toEqual(
    ["Z1", "D1", "A1", "W1", "b1", "Z2", "D2", "A2", "W2", "b2", "Z3", "A3", "W3", "b3"].sort(),
  );
  expect(tf.memory().numTensors - before).toBe(8);
  computeCostWithRegularization(A3, y, parameters, 0.5);
  expect(tf.memory().numTensors - before).toBe(8);
  const grads = [
    backwardPropagationWithDropout(x, y, cache, 0.7),
    backwardPropagationWithRegularization(x, y, cache, 0.5),
  ];
  expect(tf.memory().numTensors - before).toBe(8 + 2 * 11);
  tf.dispose([x, y, parameters, A3, cache, grads]);
});

test("forwardPropagationWithDropout() keeps half of many units where keepProb is undefined", () => {
  const [x, parameters] = [new Rng(2).randn<tf.Rank.R2>([3, 500]), parametersOf()];
  const { cache } = forwardPropagationWithDropout(x, parameters, undefined, new Rng(3));
  const kept = [...(cache["D1"]?.dataSync() ?? [])].reduce((sum, value) => sum + value, 0);
  expect(kept / 2500).toBeCloseTo(0.5, 1);
  expect(cache["D1"]?.dtype).toBe("bool");
  tf.dispose([x, parameters, cache]);
});

test("backwardPropagationWithDropout() with keepProb 1 is back-propagation with lambd 0", () => {
  const [x, y, parameters] = [X(), Y(), parametersOf()];
  const { cache } = forwardPropagationWithDropout(x, parameters, 1, new Rng(1));
  const withDropout = backwardPropagationWithDropout(x, y, cache, 1);
  const plain = backwardPropagationWithRegularization(x, y, cache, 0);
  expect(Object.keys(withDropout)).toEqual(Object.keys(plain));
  for (const [name, gradient] of Object.entries(plain)) {
    expect([...(withDropout[name]?.dataSync() ?? [])], name).toEqual([...gradient.dataSync()]);
  }
  tf.dispose([x, y, parameters, cache, withDropout, plain]);
});

test("backwardPropagationWithRegularization() agrees with automatic differentiation of the penalized cost", () => {
  const [x, y, parameters] = [X(), Y(), parametersOf()];
  const { cache } = forwardPropagationWithDropout(x, parameters, 1, new Rng(1));
  const grads = backwardPropagationWithRegularization(x, y, cache, 0.9);
  const cost = (W2: tf.Tensor2D): tf.Scalar => {
    const [W1, b1, b2, W3, b3] = ["W1", "b1", "b2", "W3", "b3"].map((name) => cache[name] as tf.Tensor2D) as [
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
      tf.Tensor2D,
    ];
    const A1 = tf.relu(tf.add(tf.matMul(W1, x), b1));
    const A2 = tf.relu(tf.add(tf.matMul(W2, A1), b2));
    const A3 = tf.sigmoid(tf.add(tf.matMul(W3, A2), b3));
    const losses = tf.add(tf.mul(y, tf.log(A3)), tf.mul(tf.sub(1, y), tf.log(tf.sub(1, A3))));
    return tf.sub(tf.mul(0.9 / 8, tf.sum(tf.square(W2))), tf.mean(losses)).asScalar();
  };
  const automatic = tf.tidy(() => [
    ...tf
      .grad(cost as (W2: tf.Tensor) => tf.Tensor)(cache["W2"] as tf.Tensor2D)
      .dataSync(),
  ]);
  const ours = [...(grads["dW2"]?.dataSync() ?? [])];
  expect(ours).toHaveLength(20);
  for (const [i, value] of ours.entries()) expect(value).toBeCloseTo(automatic[i] ?? Number.NaN, 5);
  tf.dispose([x, y, parameters, cache, grads]);
});

test("backwardPropagationWithDropout() names a mask that is missing", () => {
  const [x, y, parameters] = [X(), Y(), parametersOf()];
  const { cache } = forwardPropagationWithDropout(x, parameters, 0.5, new Rng(1));
  const { D2: _, ...incomplete } = cache;
  expect(() => backwardPropagationWithDropout(x, y, incomplete, 0.5)).toThrow("D2 is missing");
  tf.dispose([x, y, parameters, cache]);
});
