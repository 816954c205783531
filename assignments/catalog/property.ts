import type { Value } from "../values/value.ts";

/** What a property may look at: one case, and what the same function returned in the exercise's other cases. */
export type PropertyFacts = {
  /** Arguments, as they were before the call. */
  readonly args: readonly Value[];
  /** What the student's function returned. */
  readonly actual: Value;
  /** What the reference returned. */
  readonly expected: Value;
  /** Those that are visible too where this case is visible: its verdict must not depend on hidden ones. */
  readonly others: readonly { readonly args: readonly Value[]; readonly actual: Value }[];
};

/** Something that mathematics or the contract says of every right answer, beside its exact value. */
export type Property = {
  /** Kebab-case, unique within the exercise. */
  readonly id: string;
  /** The property in words, for the student: "The loss must fall from the first epoch to the last". No full stop. */
  readonly sentence: string;
  /** Whether an answer has it. Pure; true where the property says nothing about this case. */
  readonly holds: (facts: PropertyFacts) => boolean;
};

/** Properties by exercise; what `properties.ts` of an assignment exports. */
export type Properties = Readonly<Record<string, readonly Property[]>>;

/**
 * Whether the arguments of a case fit together, by exercise: that a cache is what the forward pass of its parameters
 * leaves. What `consistency.ts` of an assignment exports as `consistent`; needed for exercises that take a `cache`.
 */
export type Consistency = Readonly<Record<string, (args: readonly Value[]) => boolean>>;
