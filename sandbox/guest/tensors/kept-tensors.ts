import { engine } from "@tensorflow/tfjs-core";

/** Number of the first tensor that a call can make. */
let first = 0;

/** A call begins. */
export function noteTensors(): void {
  // Not public, and the only way to learn a number that grows over all tensors.
  first = (engine() as unknown as { nextTensorId: () => number }).nextTensorId();
}

/** Whether a tensor is older than the call that returns it. @param id Its own, which may be anything. */
export const isKept = (id: unknown): boolean => typeof id === "number" && id < first;
