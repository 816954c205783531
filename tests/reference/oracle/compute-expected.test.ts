import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { RandomState } from "../../../assignments/values/random-state.ts";
import type { Rng } from "../../../assignments/values/rng.ts";
import type { TensorValue, Value } from "../../../assignments/values/value.ts";
import { computeExpected, findNonFinite } from "../../../reference/oracle/compute-expected.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

const vector: Value = { kind: "tensor", dtype: "float32", shape: [2], data: Float32Array.of(1, 2), variable: false };

/** Computes one case with one argument, a vector, and checks what stays behind. */
async function compute(call: (x: tf.Tensor1D) => unknown, args: readonly Value[] = [vector]): Promise<Value> {
  const testCase = { id: "visible-1", exercise: "exercise", title: "", visibility: "visible", args } as const;
  const before = tf.memory().numTensors;
  try {
    return (await computeExpected({ exercise: call }, testCase)).value;
  } finally {
    expect(Object.keys(tf.engine().registeredVariables)).toEqual([]);
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(1);
  }
}

test("computeExpected() reads the result of synchronous and async functions", async () => {
  const doubled = { ...vector, data: Float32Array.of(2, 4) };
  expect(await compute((x) => x.mul(2))).toEqual(doubled);
  expect(
    await compute(async (x) => {
      const values = await x.data();
      return tf.tensor1d([...values]).mul(2);
    }),
  ).toEqual(doubled);
});

test("computeExpected() calculates in float32", async () => {
  expect(await compute((x) => x.add(2 ** 24).sub(2 ** 24))).toEqual({ ...vector, data: Float32Array.of(0, 2) });
});

test("computeExpected() disposes the variables that the reference makes", async () => {
  const W1 = await compute((x) => ({ W1: tf.variable(x, true, "W1") }));
  expect(W1).toEqual({ kind: "record", entries: [["W1", { ...vector, variable: true }]] });
  expect(await compute((x) => ({ W1: tf.variable(x, true, "W1") }))).toEqual(W1);
});

test("computeExpected() refuses a reference that changes its input", async () => {
  const variable = { ...vector, variable: true };
  const assign = (x: tf.Tensor1D) => x instanceof tf.Variable && x.assign(x.add(1));
  await expect(compute((x) => assign(x) ?? 0, [variable])).rejects.toThrow("the reference changed argument 1");
  const disposing = compute((x) => {
    x.dispose();
    return 0;
  });
  await expect(disposing).rejects.toThrow("Cannot read argument 1: the tensor is disposed");
});

test("computeExpected() refuses a reference that leaks a tensor", async () => {
  const kept: tf.Tensor[] = [];
  const leaking = compute((x) => {
    kept.push(tf.keep(x.add(1)));
    return 0;
  });
  await expect(leaking).rejects.toThrow("1 tensors are left behind");
  tf.dispose(kept);
});

test("computeExpected() refuses results that are not finite and functions that are not there", async () => {
  await expect(compute((x) => ({ a: x.div(0) }))).rejects.toThrow("result.a[0] is not finite");
  const testCase = { id: "visible-1", exercise: "toString", title: "", visibility: "visible", args: [] } as const;
  await expect(computeExpected(Object.create(null), testCase)).rejects.toThrow(
    "the reference exports no such function",
  );
});

test("computeExpected() passes on what the reference throws and leaves nothing behind", async () => {
  const before = tf.memory();
  const throwing = compute((x) => {
    tf.variable(x.add(1));
    throw new RangeError("beta is 2");
  });
  await expect(throwing).rejects.toThrow(new RangeError("beta is 2"));
  expect(tf.memory()).toMatchObject({ numTensors: before.numTensors, numDataBuffers: before.numDataBuffers });
});

test("computeExpected() passes every kind of argument, undefined included", async () => {
  const args: Value[] = [
    { kind: "undefined" },
    { kind: "rng", seed: 1 },
    { kind: "optimizer", name: "adam", learningRate: 0.1 },
    { kind: "record", entries: [["a", vector]] },
  ];
  const count = (...given: readonly unknown[]) => given.filter((argument) => argument !== undefined).length;
  expect(await compute(count as (x: tf.Tensor1D) => unknown, args)).toEqual({ kind: "number", value: 3 });
});

test("computeExpected() passes an optimizer that has taken steps before: Adam is less hasty then", async () => {
  const step = (optimizer: tf.Optimizer) => {
    const x = tf.variable(tf.scalar(0));
    optimizer.applyGradients({ [x.name]: tf.scalar(1) });
    return x;
  };
  const stepAfter = async (stepsBefore: number) => {
    const optimizer: Value = { kind: "optimizer", name: "adam", learningRate: 0.1, stepsBefore };
    return (await compute(step as never, [optimizer])) as TensorValue;
  };
  expect((await stepAfter(0)).data[0]).toBeCloseTo(-0.1, 5);
  // (0.1 / (1 - 0.9^2)) / sqrt(0.001 / (1 - 0.999^2)) = 0.74413
  expect((await stepAfter(1)).data[0]).toBeCloseTo(-0.074413, 5);
});

test("computeExpected() returns, beside the result, what the function is to change in place", async () => {
  const variables: Value = { kind: "record", entries: [["W1", { ...vector, variable: true }]] };
  const args = [variables, { kind: "optimizer", name: "sgd", learningRate: 0.5 } as const];
  const testCase = { id: "visible-1", exercise: "step", title: "", visibility: "visible", args } as const;
  const step = (p: Record<string, tf.Variable>, optimizer: tf.Optimizer) => {
    optimizer.applyGradients({ [p["W1"]?.name ?? ""]: tf.ones([2]) });
    return 7;
  };
  const { value } = await computeExpected({ step }, testCase, {
    parameters: ["parameters", "optimizer"],
    mutates: ["parameters"],
  });
  const changed: Value = { ...vector, data: Float32Array.of(0.5, 1.5), variable: true };
  expect(value).toEqual({
    kind: "record",
    entries: [
      ["parameters", { kind: "record", entries: [["W1", changed]] }],
      ["returned", { kind: "number", value: 7 }],
    ],
  });
});

const tensor = (...data: number[]): Value => ({
  kind: "tensor",
  dtype: "float32",
  shape: [data.length],
  data: Float32Array.from(data),
  variable: false,
});

test("findNonFinite() names the first place", () => {
  const value: Value = {
    kind: "record",
    entries: [
      ["W1", tensor(1, 2)],
      ["v", { kind: "list", items: [tensor(0), tensor(1, Number.NEGATIVE_INFINITY)] }],
      ["cost", { kind: "number", value: Number.NaN }],
    ],
  };
  expect(findNonFinite(value, "result")).toBe("result.v[1][1]");
});

test("findNonFinite() finds numbers and arrays, and nothing in what is finite", () => {
  expect(findNonFinite({ kind: "number", value: Number.POSITIVE_INFINITY }, "result")).toBe("result");
  expect(findNonFinite({ kind: "array", shape: [2], data: Float64Array.of(0, Number.NaN) }, "result")).toBe(
    "result[1]",
  );
  expect(findNonFinite({ kind: "list", items: [tensor(1e30), { kind: "undefined" }] }, "result")).toBeUndefined();
});

test("computeExpected() tells what a generator among the arguments gives next, and nothing where there is none", async () => {
  const args: Value[] = [vector, { kind: "rng", seed: 3 }];
  const testCase = { id: "visible-1", exercise: "draw", title: "", visibility: "visible", args } as const;
  const draw = (_: tf.Tensor1D, rng: Rng) => rng.rand([2]);
  const random = new RandomState(3);
  random.rand(2);
  const [normal = 0] = random.randn(1);
  expect((await computeExpected({ draw }, testCase)).nextDraw).toBe(normal + random.random());
  const leaving = (_: tf.Tensor1D, rng: Rng) => rng.randn([1]);
  const taking = (_: tf.Tensor1D, rng: Rng) => [rng.randn([1]), rng.randn([1])][0];
  const nextAfter = async (own: typeof leaving) => (await computeExpected({ draw: own as never }, testCase)).nextDraw;
  expect(await nextAfter(leaving)).not.toBe(await nextAfter(taking as typeof leaving));
  expect(await computeExpected({ draw: () => 1 }, { ...testCase, args: [vector] })).not.toHaveProperty("nextDraw");
});
