import type { Value } from "../../assignments/values/value.ts";

/** How one call of a wrong variant ended, in the terms in which the sandbox tells of a student's call. */
export type VariantOutcome =
  | {
      readonly kind: "returned";
      readonly value: Value;
      /** The first input that the call changed, as a path: `"parameters.W1"`. */
      readonly changedInput?: string;
    }
  | { readonly kind: "threw" }
  /** What was returned is no value that could be graded. */
  | { readonly kind: "bad-value" };
