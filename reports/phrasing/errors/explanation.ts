import type { CaseInput } from "../../report/report.ts";

/** What an error means, and what to try against it: a sentence or two each. */
export type Explanation = { readonly what: string; readonly tryThis: string };

/** What is known of the call in which something was thrown. */
export type ErrorContext = {
  /** What the function was called with; of a check only. */
  readonly inputs?: readonly CaseInput[] | undefined;
};

/** A kind of error that is explained. */
export type ErrorEntry = {
  readonly id: string;
  /** The class that JavaScript or TensorFlow.js throws it with. */
  readonly type: "Error" | "TypeError" | "RangeError" | "ReferenceError";
  /** Of the whole message, with what varies in groups. Each repetition in it is bounded: a submission chooses what it throws. */
  readonly pattern: RegExp;
  /** @returns null where the message contradicts itself, and thus is none of the library's. */
  readonly explain: (found: RegExpExecArray, context: ErrorContext) => Explanation | null;
};
