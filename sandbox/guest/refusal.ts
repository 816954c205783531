import type { BadValueReason } from "../protocol/reply-format.ts";

/** Why a result cannot be graded; thrown and caught inside the harness only, so it inherits nothing that a submission could change. */
export type Refusal = { readonly __proto__: null; readonly reason: BadValueReason; readonly path: string };

let latest: Refusal | undefined;

/** @param path Where in the result: `""`, `"parameters.W1"`, `"[2].X"`. */
export function refusal(reason: BadValueReason, path: string): Refusal {
  latest = { __proto__: null, reason, path };
  return latest;
}

/** Whether something caught is our own word, and nothing that a submission threw to look like it. */
export const isRefusal = (caught: unknown): caught is Refusal => latest !== undefined && caught === latest;

/** Reads from an object of the submission's; an exception there is the submission's fault, named as such. */
export function guarded<Result>(read: () => Result, path: string): Result {
  try {
    return read();
  } catch {
    throw refusal("getter-threw", path);
  }
}
