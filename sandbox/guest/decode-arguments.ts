import { engine, type Optimizer, type Tensor, train, variable } from "@tensorflow/tfjs-core";
import { Rng } from "../../assignments/values/rng.ts";
import type { ArrayValue, OptimizerValue, TensorValue, Value } from "../../assignments/values/value.ts";
import {
  define,
  getPrototypeOf,
  NativeFloat32Array,
  NativeInt32Array,
  NativeUint8Array,
  objectKeys,
  objectPrototype,
} from "./intrinsics/intrinsics.ts";
import { type Watch, watchArray, watchDictionary, watchTensor } from "./watch-inputs.ts";

/** Arguments for one call, and what to look at afterwards. */
export type Arguments = {
  readonly args: unknown[];
  /** To see whether the call changed what it must not change. */
  readonly watch: Watch | undefined;
  /** What the call is to change in place, by parameter name; undefined where there is nothing. */
  readonly mutated: object | undefined;
  /** The generator among the arguments, the first if there are several. */
  readonly rng: Rng | undefined;
};

/**
 * Makes fresh arguments for one call of a student's function; nothing of an earlier call is in them.
 * @param names Parameter names of the contract, for the paths of changed inputs.
 * @param mutates Names of the parameters that the call is to change.
 */
export function decodeArguments(
  values: readonly Value[],
  names: readonly string[],
  mutates: readonly string[],
): Arguments {
  const args: unknown[] = [];
  let watch: Watch | undefined;
  let mutated: object | undefined;
  let rng: Rng | undefined;
  const remember = (next: (previous: Watch | undefined) => Watch): void => {
    watch = next(watch);
  };
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as Value;
    const name = names[i] ?? `argument ${i + 1}`;
    if (includes(mutates, name)) {
      const argument = toGuest(value, name, () => undefined);
      define(args, i, argument);
      mutated ??= { __proto__: null };
      define(mutated, name, shallowCopy(argument));
    } else if (value.kind === "rng") {
      const generator = new Rng(value.seed);
      rng ??= generator;
      define(args, i, generator);
    } else define(args, i, toGuest(value, name, remember));
  }
  return { args, watch, mutated, rng };
}

function includes(list: readonly string[], name: string): boolean {
  for (let i = 0; i < list.length; i++) if (list[i] === name) return true;
  return false;
}

/** A dictionary with the same tensors: to be changed in place are these, not the dictionary. */
function shallowCopy(argument: unknown): unknown {
  if (typeof argument !== "object" || argument === null || getPrototypeOf(argument) !== objectPrototype)
    return argument;
  const copy = {};
  const keys = objectKeys(argument);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    define(copy, key, (argument as Record<string, unknown>)[key]);
  }
  return copy;
}

type Remember = (next: (previous: Watch | undefined) => Watch) => void;

function toGuest(value: Value, path: string, remember: Remember): unknown {
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
      return toTensor(value, path, remember);
    case "array": {
      const nested = toNested(value, 0, 0);
      remember((previous) => watchArray(nested, value.shape, value.data, path, previous));
      return nested;
    }
    case "list": {
      const list: unknown[] = [];
      for (let i = 0; i < value.items.length; i++) {
        define(list, i, toGuest(value.items[i] as Value, `${path}[${i}]`, remember));
      }
      return list;
    }
    case "record": {
      const record: Record<string, unknown> = {};
      for (let i = 0; i < value.entries.length; i++) {
        // Not taken apart by a pattern: that would ask the iterator of arrays, which may be the submission's by now.
        const entry = value.entries[i] as readonly [string, Value];
        define(record, entry[0], toGuest(entry[1], `${path}.${entry[0]}`, remember));
      }
      remember((previous) => watchDictionary(record, path, previous));
      return record;
    }
    default:
      return value satisfies never;
  }
}

function toOptimizer({ name, learningRate, stepsBefore = 0 }: OptimizerValue): Optimizer {
  const optimizer = name === "sgd" ? train.sgd(learningRate) : train.adam(learningRate);
  for (let step = 0; step < stepsBefore; step++) optimizer.applyGradients({});
  return optimizer;
}

function toTensor(value: TensorValue, path: string, remember: Remember): Tensor {
  const data =
    value.dtype === "float32"
      ? new NativeFloat32Array(value.data)
      : value.dtype === "int32"
        ? new NativeInt32Array(value.data)
        : new NativeUint8Array(value.data);
  // Not by tensor(), whose checks of what it is given would take longer than all the rest.
  const made = engine().makeTensor(data, value.shape as number[], value.dtype);
  const result = value.variable ? variable(made) : made;
  const { dataId } = result;
  remember((previous) => watchTensor(result, dataId, value.data, path, previous));
  return result;
}

function toNested(value: ArrayValue, axis: number, offset: number): unknown {
  const extent = value.shape[axis];
  if (extent === undefined) return value.data[offset];
  let stride = 1;
  for (let inner = axis + 1; inner < value.shape.length; inner++) stride *= value.shape[inner] as number;
  const level: unknown[] = [];
  for (let i = 0; i < extent; i++) define(level, i, toNested(value, axis + 1, offset + i * stride));
  return level;
}
