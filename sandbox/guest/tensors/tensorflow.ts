// What a submission gets for `@tensorflow/tfjs`: core with every gradient and chained operation, layers, and the
// pure-JavaScript backend, on a platform without network, clock or process.
import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import * as core from "@tensorflow/tfjs-core";
import * as layers from "@tensorflow/tfjs-layers";
import { runData } from "gradecheck-tensorflow-data";
import { setTimer } from "../globals/timers.ts";

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

let data: Readonly<object> | undefined;

/** The namespace that submissions import; frozen, so that one function cannot replace another's operations. */
export const tensorflow: Readonly<Record<string, unknown>> = Object.freeze({
  ...core,
  ...layers,
  version: Object.freeze({
    tfjs: layers.version_layers,
    "tfjs-core": core.version_core,
    "tfjs-data": layers.version_layers,
    "tfjs-layers": layers.version_layers,
  }),
  /** Loaded when it is first asked for, like everything in it plain code of this isolate. */
  get data(): Readonly<object> {
    data ??= loadData();
    return data;
  },
});

function loadData(): Readonly<object> {
  const module = { exports: {} };
  runData(module, (name) => {
    if (name === "@tensorflow/tfjs-core") return tensorflow;
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
