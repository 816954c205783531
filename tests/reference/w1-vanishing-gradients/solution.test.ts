import * as tf from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { Rng } from "../../../assignments/values/rng.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";
import {
  activationStatistics,
  clipByGlobalNorm,
  clipByValue,
  forwardDeep,
  gradientNorms,
  initializeDeep,
} from "../../../reference/w1-vanishing-gradients/solution.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

const network = () => ({
  X: new Rng(2).randn<tf.Rank.R2>([3, 4]),
  parameters: initializeDeep([3, 5, 2], "he", new Rng(1)),
});

describe("reference of w1-vanishing-gradients", () => {
  test.each([
    ["initializeDeep", () => initializeDeep([4, 3, 2], "xavier", new Rng(1)), 4],
    ["forwardDeep", forwarded, 2],
    ["gradientNorms", normed, 0],
    ["clipByGlobalNorm", () => clipByGlobalNorm(given, 1), 2],
    ["clipByValue", () => clipByValue(given, 1), 2],
  ] as const)("%s() leaves nothing but its result behind", (_, call, kept) => {
    tf.dispose(call() as tf.TensorContainer);
    const before = tf.memory().numTensors;
    call();
    expect(tf.memory().numTensors - before).toBe(kept);
  });

  test("gradientNorms() agrees with what the library differentiates", () => {
    const { X, parameters } = network();
    for (const activation of ["tanh", "relu"] as const) {
      const J = (...weights: tf.Tensor[]) => {
        const own = { ...parameters, W1: weights[0] as tf.Tensor2D, W2: weights[1] as tf.Tensor2D };
        return tf.div<tf.Scalar>(tf.sum(forwardDeep(X, own, activation).at(-1) ?? X), X.shape[1]);
      };
      const found = tf.grads(J)([parameters["W1"] ?? X, parameters["W2"] ?? X]);
      const norms = found.map((gradient) => tf.norm(gradient).dataSync()[0] ?? Number.NaN);
      for (const [i, norm] of gradientNorms(X, parameters, activation).entries())
        expect(norm).toBeCloseTo(norms[i] ?? 0, 5);
    }
  });

  test("activationStatistics() finds more spread with He than with small weights, and no dead unit of tanh", () => {
    const { X } = network();
    const stds = (["small", "he"] as const).map((scale) => {
      const passed = forwardDeep(X, initializeDeep([3, 20, 20], scale, new Rng(5)), "tanh");
      const { std, dead } = activationStatistics(passed);
      expect(dead).toEqual([0, 0]);
      return std[1] ?? 0;
    });
    expect(stds[1]).toBeGreaterThan(100 * (stds[0] ?? 1));
  });

  test("clipByGlobalNorm() leaves gradients of 0 alone, even where the limit is 0", () => {
    const { grads, norm } = clipByGlobalNorm({ dW1: tf.zeros([1, 2]) }, 0);
    expect([...(grads["dW1"]?.dataSync() ?? []), norm]).toEqual([0, 0, 0]);
  });
});

const given: Record<string, tf.Tensor2D> = {};
let shared: ReturnType<typeof network>;

beforeAll(() => {
  Object.assign(given, { dW1: tf.tensor2d([[3, -0.5]]), db1: tf.tensor2d([[4]]) });
  shared = network();
});

function forwarded(): tf.Tensor2D[] {
  return forwardDeep(shared.X, shared.parameters, "relu");
}

function normed(): number[] {
  return gradientNorms(shared.X, shared.parameters, "tanh");
}
