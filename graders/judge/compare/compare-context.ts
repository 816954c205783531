import type { Value } from "../../../assignments/values/value.ts";

/** The call that gave a result: what its findings can be named after. */
export type CompareContext = {
  /** Argument names, in order. */
  readonly parameters: readonly string[];
  /** The arguments themselves, as they were before the call. */
  readonly args: readonly Value[];
};
