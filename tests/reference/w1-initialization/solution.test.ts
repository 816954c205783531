import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { Rng } from "../../../assignments/values/rng.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  initializeParametersHe,
  initializeParametersRandom,
  initializeParametersZeros,
} from "../../../reference/w1-initialization/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

test.each([
  ["initializeParametersZeros", () => initializeParametersZeros([4, 3, 2])],
  ["initializeParametersRandom", () => initializeParametersRandom([4, 3, 2], new Rng(1))],
  ["initializeParametersHe", () => initializeParametersHe([4, 3, 2], new Rng(1))],
])("%s() makes W and b of every layer and leaves nothing but them behind", (_, initialize) => {
  const warm = initialize();
  tf.dispose(warm);
  const before = tf.memory().numTensors;
  const parameters = initialize();
  expect(Object.entries(parameters).map(([name, { shape }]) => [name, shape])).toEqual([
    ["W1", [3, 4]],
    ["b1", [3, 1]],
    ["W2", [2, 3]],
    ["b2", [2, 1]],
  ]);
  expect(tf.memory().numTensors - before).toBe(4);
  tf.dispose(parameters);
});

test("initializeParametersHe() draws what initializeParametersRandom() draws, at another scale for each layer", () => {
  const [he, random] = [
    initializeParametersHe([8, 2, 3], new Rng(9)),
    initializeParametersRandom([8, 2, 3], new Rng(9)),
  ];
  for (const [name, scale] of [["W1", 0.5] as const, ["W2", 1] as const]) {
    const [scaled, drawn] = [[...(he[name]?.dataSync() ?? [])], [...(random[name]?.dataSync() ?? [])]];
    expect(scaled.length).toBeGreaterThan(0);
    for (const [i, value] of scaled.entries()) expect(value).toBeCloseTo(((drawn[i] ?? Number.NaN) / 10) * scale, 5);
  }
  tf.dispose([he, random]);
});
