// What a submission gets for `@tensorflow/tfjs`: core with every gradient and chained operation, layers, data, and the
// pure-JavaScript backend, on a platform without network, clock or process.
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import * as core from "@tensorflow/tfjs-core";
import { layersNames, type Run, runData, runLayers } from "gradecheck-rarely-used";
import { setTimer } from "../globals/timers.ts";
import { makeLean } from "./lean-engine.ts";
import { makeKernelsLean } from "./lean-kernels.ts";

const refuse = (): never => {
  throw new Error("not available inside the grader");
};

core.env().setPlatform("gradecheck", {
  fetch: refuse,
  now: () => 0,
  encode: refuse,
  decode: refuse,
  setTimeoutCustom: (callback: () => void, delayMs: number) => {
    setTimer(callback, delayMs);
  },
  isTypedArray: (value: unknown): value is Float32Array | Int32Array | Uint8Array | Uint8ClampedArray =>
    value instanceof Float32Array ||
    value instanceof Int32Array ||
    value instanceof Uint8Array ||
    value instanceof Uint8ClampedArray,
});
core.env().set("PROD", true);
core.setBackend("cpu");
makeLean(core.engine());
makeKernelsLean();

// TensorFlow.js releases all its packages with the same number.
const { version_core: version } = core;

/** The namespace that submissions import; frozen, so that one function cannot replace another's operations. */
export const tensorflow: Readonly<Record<string, unknown>> = Object.freeze(
  withRarelyUsed({
    ...core,
    version: Object.freeze({
      tfjs: version,
      "tfjs-core": version,
      "tfjs-data": version,
      "tfjs-layers": version,
    }),
  }),
);

/** Adds what is loaded when it is first asked for, like everything else plain code of this isolate. */
function withRarelyUsed(namespace: Record<string, unknown>): Record<string, unknown> {
  const layers = once(runLayers);
  const data = once(runData);
  for (const name of layersNames) addGetter(namespace, name, () => layers()[name]);
  addGetter(namespace, "data", data);
  return namespace;
}

function addGetter(namespace: object, name: string, get: () => unknown): void {
  Object.defineProperty(namespace, name, { get, enumerable: true });
}

/** The exports of a package, which is run at the first call. */
function once(run: Run): () => Readonly<Record<string, unknown>> {
  let exported: Readonly<Record<string, unknown>> | undefined;
  return () => {
    isLoaded = true;
    exported ??= load(run);
    return exported;
  };
}

let isLoaded = false;

/** Whether anything is loaded that is rarely used: it keeps state of its own. */
export const hasRarelyUsed = (): boolean => isLoaded;

function load(run: Run): Readonly<Record<string, unknown>> {
  const module: { exports: Record<string, unknown> } = { exports: {} };
  run(module, (name) => {
    if (name === "@tensorflow/tfjs-core") return tensorflow;
    // All gradients are there already.
    if (name === "@tensorflow/tfjs-core/dist/register_all_gradients") return {};
    // Asked for whether a value is one of these, which none is here. By anything else it would reach files and addresses.
    return name === "string_decoder" ? { StringDecoder: class {} } : refuse();
  });
  return Object.freeze(module.exports);
}

/**
 * Where the cpu backend keeps its data: `dataId` to `{ values, dtype, complexTensorInfos? }`. The harness reads a tensor's
 * elements from here and nowhere else: every property of a tensor object can be a lie, but what the engine computes with
 * cannot.
 */
export const tensorStore: object = (core.backend() as unknown as { data: { data: WeakMap<object, unknown> } }).data
  .data;
