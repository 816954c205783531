import * as tf from "@tensorflow/tfjs";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  computeTotalLoss,
  gradientTape,
  initializeParameters,
  model,
  sigmoid,
  trainStep,
} from "../../../reference/w3-tensorflow/solution.ts";

let tensorsBefore = 0;

beforeAll(async () => {
  await loadTensorflow("auto");
});

beforeEach(() => {
  tensorsBefore = tf.memory().numTensors;
});

afterEach(() => {
  expect(tf.memory().numTensors - tensorsBefore).toBe(0);
});

/** A network of two inputs and one unit in each layer. */
const smallNetwork = () => {
  const variable = (values: number[][]) => tf.tidy(() => tf.variable(tf.tensor2d(values)));
  return {
    W1: variable([[1, 2]]),
    b1: variable([[0]]),
    W2: variable([[1]]),
    b2: variable([[0.5]]),
    W3: variable([[2], [-1]]),
    b3: variable([[0], [1]]),
  };
};

test("gradientTape() leaves its loss and a gradient for each parameter behind, nothing else", () => {
  const parameters = smallNetwork();
  const [X, labels] = [tf.tensor2d([[1], [1]]), tf.tensor2d([[0], [1]])];
  const before = tf.memory().numTensors;
  const { loss, grads } = gradientTape(X, labels, parameters);
  expect(Object.keys(grads)).toEqual(["dW1", "db1", "dW2", "db2", "dW3", "db3"]);
  expect(tf.memory().numTensors - before).toBe(7);
  tf.dispose([X, labels, parameters, grads, loss]);
});

test("trainStep() changes the variables in place and returns the loss from before", () => {
  const parameters = smallNetwork();
  const [X, labels] = [tf.tensor2d([[1], [1]]), tf.tensor2d([[0], [1]])];
  const { W1 } = parameters;
  const optimizer = tf.train.sgd(0.01);
  const losses = [1, 2].map(() => trainStep(X, labels, parameters, optimizer));
  // Logits are 7 and -2.5: the loss is ln(1 + exp(9.5)).
  expect(losses[0]).toBeCloseTo(Math.log1p(Math.exp(9.5)), 4);
  expect(losses[1]).toBeLessThan(losses[0] ?? 0);
  expect(parameters.W1).toBe(W1);
  expect([...W1.dataSync()]).not.toEqual([1, 2]);
  optimizer.dispose();
  tf.dispose([X, labels, parameters]);
});

test("computeTotalLoss() is finite where a probability underflows", () => {
  const logits = tf.tensor2d([
    [1000, -1000],
    [-1000, 1000],
  ]);
  const labels = tf.tensor2d([
    [1, 1],
    [0, 0],
  ]);
  const loss = computeTotalLoss(logits, labels);
  expect(loss.shape).toEqual([]);
  expect(loss.dataSync()[0]).toBeCloseTo(2000, 2);
  tf.dispose([logits, labels, loss]);
});

test("sigmoid() of integers is float32", () => {
  const z = tf.tensor1d([0, 1], "int32");
  const result = sigmoid(z);
  expect(result.dtype).toBe("float32");
  expect(result.dataSync()[1]).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
  tf.dispose([z, result]);
});

test("initializeParameters() draws with seed 0 as with any other, the same again each time", () => {
  const [one, again, other] = [initializeParameters(0), initializeParameters(0), initializeParameters(3)];
  expect(one["b1"]?.dataSync()).toEqual(again["b1"]?.dataSync());
  expect(one["b1"]?.dataSync()).not.toEqual(other["b1"]?.dataSync());
  tf.dispose([one, again, other]);
});

test("model() leaves only its parameters behind, and learns to tell two images apart", () => {
  const pixels = tf.tidy(() => tf.concat([tf.ones<tf.Rank.R2>([6144, 1]), tf.zeros<tf.Rank.R2>([6144, 1])], 0));
  const X = tf.tidy(() => tf.concat<tf.Tensor2D>([pixels, tf.sub(1, pixels)], 1));
  const Y = tf.tidy(() => tf.transpose(tf.oneHot(tf.tensor1d([2, 5], "int32"), 6)) as tf.Tensor2D);
  const options = { learningRate: 0.0005, numEpochs: 12, miniBatchSize: 1, printCost: false, seed: 4 };
  const before = tf.memory().numTensors;
  const { parameters, costs, trainAccuracy, testAccuracy } = model(X, Y, X, Y, options);
  expect(tf.memory().numTensors - before).toBe(6);
  expect(costs).toHaveLength(12);
  expect(costs.at(-1)).toBeLessThan(0.5 * (costs[0] ?? 0));
  expect([trainAccuracy, testAccuracy]).toEqual([1, 1]);
  tf.dispose([pixels, X, Y, parameters]);
});
