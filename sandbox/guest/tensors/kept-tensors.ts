import { engine } from "@tensorflow/tfjs-core";
import { guarded } from "../refusal.ts";

/** Number of the first tensor that a call can make. */
let first = 0;

/** A call begins. */
export function noteTensors(): void {
  // Not public, and the only way to learn a number that is monotonous over all tensors.
  first = (engine() as unknown as { nextTensorId: () => number }).nextTensorId();
}

/** Whether a tensor is older than the call that returns it. @param path Where in the result. */
export function isKept(tensor: object, path: string): boolean {
  const id = guarded(() => (tensor as { id?: unknown }).id, path);
  return typeof id === "number" && id < first;
}
