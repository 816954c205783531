import * as tf from "@tensorflow/tfjs";
import { Rng } from "../../assignments/values/rng.ts";
import type { ArrayValue, OptimizerValue, TensorValue, Value } from "../../assignments/values/value.ts";

/** What a student's or a reference function is called with. */
export type Argument =
  | undefined
  | number
  | boolean
  | string
  | Rng
  | tf.Tensor
  | tf.Optimizer
  | readonly Argument[]
  | { readonly [key: string]: Argument };

/**
 * Turns a value into what a function of the contract takes: tensors and variables on the current backend, plain numbers,
 * nested arrays and dictionaries, a freshly seeded generator for `rng`, and an optimizer.
 * @returns Tensors belong to the engine's current scope; variables to nobody, the caller disposes them.
 */
export function toTensors(value: Value): Argument {
  switch (value.kind) {
    case "undefined":
      return undefined;
    case "number":
    case "boolean":
    case "string":
      return value.value;
    case "rng":
      return new Rng(value.seed);
    case "optimizer":
      return toOptimizer(value);
    case "tensor":
      return toTensor(value);
    case "array":
      return toNestedArray(value, 0, 0);
    case "list":
      return value.items.map(toTensors);
    case "record":
      return Object.fromEntries(value.entries.map(([key, item]) => [key, toTensors(item)]));
    default:
      return value satisfies never;
  }
}

function toOptimizer({ name, learningRate, stepsBefore = 0 }: OptimizerValue): tf.Optimizer {
  const optimizer = name === "sgd" ? tf.train.sgd(learningRate) : tf.train.adam(learningRate);
  for (let step = 0; step < stepsBefore; step++) optimizer.applyGradients({});
  return optimizer;
}

function toTensor({ data, shape, dtype, variable }: TensorValue): tf.Tensor {
  // The backend may keep the array it is given: a copy, so that nothing done to the tensor reaches the value.
  const tensor = tf.tensor(data.slice(), [...shape], dtype);
  if (!variable) return tensor;
  const made = tf.variable(tensor);
  tensor.dispose();
  return made;
}

function toNestedArray({ shape, data }: ArrayValue, axis: number, offset: number): Argument {
  const extent = shape[axis];
  if (extent === undefined) return data[offset];
  const stride = shape.slice(axis + 1).reduce((product, next) => product * next, 1);
  return Array.from({ length: extent }, (_, i) =>
    toNestedArray({ kind: "array", shape, data }, axis + 1, offset + i * stride),
  );
}
