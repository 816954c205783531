import type { Value } from "../../assignments/values/value.ts";

/** A wrong variant of one exercise that students really write. */
export type Misconception = {
  /** Kebab-case, unique within the assignment: `"adam-no-bias-correction"`. */
  readonly id: string;
  /** Id of the exercise it is a variant of. */
  readonly exercise: string;
  /** One sentence that says what was done, for the student: "The second bias is left out." */
  readonly name: string;
  /** Two to four sentences that teach why it is wrong and where to look, without giving the code. */
  readonly explanation: string;
  /**
   * Pieces of code in which the mistake may be seen, the most telling first: names (`"beta1"`, of a parameter as the manifest has it; `"pow"`),
   * expressions (`"1 - beta1"`), keys in quotes (`'"db"'`). The first that stands in one to three places of the student's function is
   * marked there; a parameter that stands nowhere is said to be unused. They say no more than the name does.
   */
  readonly looksAt?: readonly [string, ...string[]];
  /** Pieces of code that speak against it where they stand in the function, whatever the numbers are. */
  readonly contradictedBy?: readonly [string, ...string[]];
  /** The variant itself: the exercise's function as a student with this misconception writes it. */
  readonly implementation: (...args: never[]) => unknown;
};

/** How one call of a wrong variant ended, in the terms in which the sandbox tells of a student's call. */
export type VariantOutcome =
  | {
      readonly kind: "returned";
      readonly value: Value;
      /** The first input that the call changed, as a path: `"parameters.W1"`. */
      readonly changedInput?: string;
      /** What a generator among the arguments gives after the call. */
      readonly nextDraw?: number;
    }
  | { readonly kind: "threw" }
  /** What was returned is no value that could be graded. */
  | { readonly kind: "bad-value" };

/** A misconception and what it does in each case of its exercise. */
export type MisconceptionOutcomes = Omit<Misconception, "implementation"> & {
  /** What its words are in, where that is not the language of the reports. */
  readonly language?: "en";
  /** By case id. */
  readonly outcomes: ReadonlyMap<string, VariantOutcome>;
};
