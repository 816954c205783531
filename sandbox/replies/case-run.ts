import type { Value } from "../../assignments/values/value.ts";
import type { Definitions } from "../bundle/defined-names.ts";
import type { BadValueReason } from "../protocol/reply-format.ts";

/** An exception of the student's code, already reduced to bounded, primitive text inside the isolate. */
export type GuestError = {
  readonly name: string;
  readonly message: string;
  /** Where in the submission, mapped back to the student's own source; absent where it is not known. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

/** What a time or memory limit was hit by. */
export type LimitHit = {
  /** `never-settled`: a promise that nothing can settle any more. */
  readonly kind: "case-time" | "submission-time" | "never-settled" | "memory";
  /** Milliseconds, or mebibytes for memory. */
  readonly amount: number;
};

/**
 * How a call with the inputs of an earlier one went wrong: it returned something else at once, or only after other calls, or it did not return
 * anything that can be graded.
 */
export type CalledAgain = "unrepeatable" | "state-kept" | "fails-again";

/** How one call of one student function ended. `crashed` took the worker process with it. */
export type CaseRun = { readonly exercise: string; readonly caseId: string; readonly console: string } & (
  | {
      readonly outcome: "returned";
      readonly value: Value;
      /** The first input that the call changed, as a path: `"parameters.W1"`. */
      readonly changedInput?: string;
      /** Whether that input was disposed of. */
      readonly isDisposed?: true;
      /** What was wrong when it was called again with the same inputs. */
      readonly calledAgain?: CalledAgain;
      /** The uniform draw that the generator among the arguments gives after the call; absent where there is none. */
      readonly nextDraw?: number;
    }
  | { readonly outcome: "threw"; readonly error: GuestError }
  | { readonly outcome: "not-implemented" }
  | { readonly outcome: "bad-value"; readonly reason: BadValueReason; readonly path: string }
  | { readonly outcome: "timeout" | "memory"; readonly limit: LimitHit }
  | { readonly outcome: "crashed" }
  | { readonly outcome: "grader-error"; readonly cause: string }
);

/** How a call ended, without saying which. */
export type CaseOutcome = WithoutPlace<CaseRun>;

type WithoutPlace<Run> = Run extends unknown ? Omit<Run, "exercise" | "caseId" | "console"> : never;

/** Why none of a submission's functions could be called: it did not compile, or its top level failed. */
export type LoadFailure = {
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
};

/** Everything the sandbox tells about one submission. */
export type SubmissionRun =
  | { readonly loaded: false; readonly failure: LoadFailure }
  | {
      readonly loaded: true;
      /** Names that the submission exports, at most 200, for "did you mean". */
      readonly exportNames: readonly string[];
      /** What it defines, exported or not. */
      readonly definitions?: Definitions;
      /** Each case once, in no order that means anything. */
      readonly cases: readonly CaseRun[];
    };
