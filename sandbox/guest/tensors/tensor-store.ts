import { backend } from "@tensorflow/tfjs-core";
import "./tensorflow.ts";

/**
 * Where the cpu backend keeps its data: `dataId` to `{ values, dtype, complexTensorInfos? }`. The harness reads a tensor's
 * elements from here and nowhere else: every property of a tensor object can be a lie, but what the engine computes with
 * cannot.
 */
export const tensorStore: object = (backend() as unknown as { data: { data: WeakMap<object, unknown> } }).data.data;
