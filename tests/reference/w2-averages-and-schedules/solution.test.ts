import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  descendSaddle,
  exponentiallyWeightedAverage,
  initializeRmsprop,
  inverseSqrtDecay,
  staircaseDecay,
  updateParametersWithRmsprop,
} from "../../../reference/w2-averages-and-schedules/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

test("the functions leave only their results behind", () => {
  const parameters = { W1: tf.ones<tf.Rank.R2>([2, 3]), b1: tf.ones<tf.Rank.R2>([2, 1]) };
  const grads = { dW1: tf.ones<tf.Rank.R2>([2, 3]), db1: tf.ones<tf.Rank.R2>([2, 1]) };
  const [series, start] = [tf.tensor1d([1, 2, 3]), tf.tensor1d([1, 0.5])];
  const before = tf.memory().numTensors;
  const s = initializeRmsprop(parameters);
  const results = updateParametersWithRmsprop(parameters, grads, s);
  const averages = exponentiallyWeightedAverage(series, 0.9);
  const path = descendSaddle(start, "rmsprop", 3, 0.1);
  expect(tf.memory().numTensors - before).toBe(2 + 4 + 1 + 1);
  tf.dispose([parameters, grads, series, start, s, results, averages, path]);
});

test("exponentiallyWeightedAverage() of equal values is that value with correction, and less without", () => {
  const series = tf.fill([50], 4) as tf.Tensor1D;
  const [corrected, plain] = [true, false].map((each) => exponentiallyWeightedAverage(series, 0.98, each));
  expect([...(corrected?.dataSync() ?? [])].map((value) => Math.round(value * 1e5))).toEqual(Array(50).fill(4e5));
  expect(plain?.dataSync()[49]).toBeCloseTo(4 * (1 - 0.98 ** 50), 5);
  tf.dispose([series, corrected ?? [], plain ?? []]);
});

test("updateParametersWithRmsprop() names a gradient that is missing", () => {
  const parameters = { W1: tf.ones<tf.Rank.R2>([1, 1]) };
  const s = initializeRmsprop(parameters);
  expect(() => updateParametersWithRmsprop(parameters, {}, s)).toThrow("dW1 is missing");
  tf.dispose([parameters, s]);
});

test("descendSaddle() makes the steps of RMSprop that updateParametersWithRmsprop() makes", () => {
  const start = tf.tensor1d([0.8, -0.3]);
  const path = descendSaddle(start, "rmsprop", 5, 0.05, 0.8);
  let parameters: Record<string, tf.Tensor2D> = { W1: tf.reshape(start, [2, 1]) };
  let s = initializeRmsprop(parameters);
  for (let step = 1; step <= 5; step++) {
    const [w1 = 0, w2 = 0] = parameters["W1"]?.dataSync() ?? [];
    const grads = { dW1: tf.tensor2d([2 * w1, w2 ** 3 - 2 * w2], [2, 1]) };
    ({ parameters, s } = updateParametersWithRmsprop(parameters, grads, s, 0.05, 0.8));
    const [x = 0, y = 0] = path.arraySync()[step] ?? [];
    expect(parameters["W1"]?.dataSync()[0]).toBeCloseTo(x, 6);
    expect(parameters["W1"]?.dataSync()[1]).toBeCloseTo(y, 6);
  }
});

test("descendSaddle() follows the slopes of f, as automatic differentiation finds them", () => {
  const start = tf.tensor1d([0.7, -0.4]);
  const path = descendSaddle(start, "gd", 1, 0.1).arraySync();
  const slope = tf.grad((w) => {
    const [w1, w2] = tf.unstack(w);
    if (w1 === undefined || w2 === undefined) throw new TypeError("no point");
    return tf.addN([tf.square(w1), tf.neg(tf.square(w2)), tf.div(tf.pow(w2, 4), 4)]);
  })(start);
  const expected = tf.sub(start, tf.mul(0.1, slope)).dataSync();
  expect(path[1]?.[0]).toBeCloseTo(expected[0] ?? Number.NaN, 6);
  expect(path[1]?.[1]).toBeCloseTo(expected[1] ?? Number.NaN, 6);
});

test("inverseSqrtDecay() and staircaseDecay() meet their corners", () => {
  expect([inverseSqrtDecay(0.3, 0, 7), inverseSqrtDecay(0.3, 1, 7), inverseSqrtDecay(0.3, 4)]).toEqual([
    0.3, 2.1, 0.15,
  ]);
  expect([9, 10, 19, 20].map((epoch) => staircaseDecay(1, epoch, 10))).toEqual([1, 0.5, 0.5, 0.25]);
});
