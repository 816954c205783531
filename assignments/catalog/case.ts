import type { Value } from "../values/value.ts";

/** Who may see a case's inputs, expected values and mismatch. */
export type Visibility = "visible" | "hidden";

/** What a case generator makes: arguments in the order of the contract's signature. */
export type CaseInputs = {
  /** What is special about this case, for people: `"5 layers"`. */
  readonly title: string;
  readonly args: readonly Value[];
  /**
   * `properties`: the exact value is not what matters here (random draws, rounding noise, the way to convergence); only
   * the exercise's properties judge. Default `value`: both do.
   */
  readonly judgedBy?: "value" | "properties";
};

/** One call of one student function. */
export type Case = CaseInputs & {
  /** Unique within the exercise and stable when cases are added: `"visible-1"`, `"hidden-3"`. */
  readonly id: string;
  readonly exercise: string;
  readonly visibility: Visibility;
};
