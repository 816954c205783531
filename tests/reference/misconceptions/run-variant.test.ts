import * as tf from "@tensorflow/tfjs";
import { beforeAll, expect, test } from "vitest";
import { nextDrawOf, Rng } from "../../../assignments/values/rng.ts";
import type { Value } from "../../../assignments/values/value.ts";
import type { VariantOutcome } from "../../../reference/misconceptions/misconception.ts";
import { runVariant } from "../../../reference/misconceptions/run-variant.ts";
import { loadTensorflow } from "../../../reference/tensorflow/load-tensorflow.ts";

beforeAll(async () => {
  await loadTensorflow("auto");
});

const vector: Value = { kind: "tensor", dtype: "float32", shape: [2], data: Float32Array.of(1, 2), variable: false };
const params: Value = {
  kind: "record",
  entries: [
    ["W1", vector],
    ["b1", vector],
  ],
};
const grads: Value = { kind: "list", items: [params, vector] };
const rng: Value = { kind: "rng", seed: 1 };

/** What the generator gives where nothing was drawn. */
const nextDraw = nextDrawOf(new Rng(1));

type Params = Record<string, tf.Tensor>;
type Call = (parameters: Params, grads: [Params, tf.Tensor], rng: { rand: (shape: number[]) => tf.Tensor }) => unknown;

/** Runs a variant on a dictionary and a list and checks that nothing of it stays. */
async function run(call: Call, mutates: readonly string[] = [], first: Value = params): Promise<VariantOutcome> {
  const testCase = { id: "c", exercise: "f", title: "", visibility: "visible", args: [first, grads, rng] } as const;
  const [tensors, variables] = [tf.memory().numTensors, Object.keys(tf.engine().registeredVariables)];
  const outcome = await runVariant(call as never, testCase, { parameters: ["parameters", "grads", "rng"], mutates });
  expect(tf.memory().numTensors).toBe(tensors);
  expect(Object.keys(tf.engine().registeredVariables)).toEqual(variables);
  return outcome;
}

test("runVariant() reads what synchronous and async variants return, finite or not", async () => {
  const divided = { kind: "returned", value: { ...vector, data: Float32Array.of(Infinity, Infinity) }, nextDraw };
  expect(await run(({ W1 }) => W1?.div(0))).toEqual(divided);
  expect(await run(async ({ W1 }) => W1?.div(0))).toEqual(divided);
});

test("runVariant() tells an exception and a value that nobody could grade", async () => {
  const throws = () => {
    throw new TypeError("no");
  };
  expect(await run(throws)).toEqual({ kind: "threw" });
  expect(await run(async () => throws())).toEqual({ kind: "threw" });
  for (const result of [undefined, null, "text", () => 1, { W1: new Date(0) }]) {
    expect(await run(() => result)).toEqual({ kind: "bad-value" });
  }
  // The sandbox takes a truth value.
  expect(await run(() => true)).toMatchObject({ kind: "returned", value: { kind: "boolean", value: true } });
});

test("runVariant() cleans up what a variant keeps, and the variables it makes", async () => {
  await run(({ W1 }) => {
    tf.keep(tf.variable(tf.keep(tf.add(W1 ?? 0, 1)), true, "left").square());
    return 1;
  });
  await run(() => {
    tf.keep(tf.ones([3]));
    throw new Error("no");
  });
});

test.each<[string, string | undefined, Call]>([
  ["nothing", undefined, () => 1],
  ["the generator, which is to be used", undefined, (_, __, { rand }) => typeof rand && 1],
  ["a key assigned", "parameters", (parameters) => Object.assign(parameters, { W1: tf.ones([2]) }) && 1],
  ["a key added", "parameters", (parameters) => Object.assign(parameters, { W9: tf.ones([2]) }) && 1],
  ["a key deleted", "parameters", (parameters) => (delete parameters["b1"] ? 1 : 0)],
  ["a tensor disposed", "parameters.b1", ({ b1 }) => tf.dispose(b1) ?? 1],
  ["a dictionary in a list", "grads[0]", (_, [first]) => Object.assign(first, { W1: 1 }) && 1],
  ["a tensor in a list", "grads[1]", (_, [, second]) => tf.dispose(second) ?? 1],
  [
    "two of them, of which the first in order counts",
    "parameters.W1",
    ({ W1 }, [, second]) => tf.dispose([second, W1].filter((tensor) => tensor !== undefined)) ?? 1,
  ],
])("runVariant() finds %s by the sandbox's name for it", async (_, changedInput, call) => {
  const value = { kind: "number", value: 1 };
  expect(await run(call)).toEqual(
    changedInput === undefined
      ? { kind: "returned", value, nextDraw }
      : { kind: "returned", value, changedInput, nextDraw },
  );
});

test("runVariant() finds a variable that was assigned to, unless the function is to do that", async () => {
  const variables: Value = { kind: "record", entries: [["W1", { ...vector, variable: true } as Value]] };
  const assign: Call = ({ W1 }) => {
    if (W1 instanceof tf.Variable) W1.assign(tf.zeros([2]));
    return 5;
  };
  expect(await run(assign, [], variables)).toMatchObject({ changedInput: "parameters.W1" });
  const after = { ...vector, variable: true, data: Float32Array.of(0, 0) };
  expect(await run(assign, ["parameters"], variables)).toEqual({
    kind: "returned",
    nextDraw,
    value: {
      kind: "record",
      entries: [
        ["parameters", { kind: "record", entries: [["W1", after]] }],
        ["returned", { kind: "number", value: 5 }],
      ],
    },
  });
});

test("runVariant() tells what the generator gives after the variant has drawn from it", async () => {
  const rng = new Rng(1);
  rng.rand([2]);
  expect(await run((_, __, generator) => generator.rand([2]))).toMatchObject({ nextDraw: nextDrawOf(rng) });
});
