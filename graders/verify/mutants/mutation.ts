import type { Mistake } from "../mistakes/mistake.ts";

/** What kind of mistake a mutant has. */
type MutationKind =
  | "operator swapped"
  | "boundary moved"
  | "constant changed"
  | "axis changed"
  | "call dropped"
  | "term dropped"
  | "method swapped"
  | "negation"
  | "argument order"
  | "branch taken"
  | "statement dropped";

/** A replacement of a part of a source text. */
export type Edit = {
  readonly kind: MutationKind;
  /** Offsets of the replaced part. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
};

/** A source with one mistake in it. */
export type Mutant = Omit<Edit, "replacement"> &
  Mistake & {
    /** Line of the mistake, from 1. */
    readonly line: number;
    /** That line of the reference, without indentation. */
    readonly lineText: string;
  };
