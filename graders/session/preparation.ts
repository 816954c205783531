import type { Manifest } from "../../assignments/catalog/manifest.ts";
import type { OutcomesProcess } from "../../reference/misconceptions/outcomes-process.ts";
import type { OutcomesOf } from "../judge/diagnose.ts";
import type { GradingBasis } from "../judge/grading-basis.ts";

/** What a session grades by. */
export type Preparation = {
  readonly manifest: Manifest;
  readonly basis: GradingBasis;
  /** What counterexamples are looked for among; absent where none are. */
  readonly candidates?: GradingBasis | undefined;
  /** @param apart Where it may be computed. */
  readonly outcomesOf: (exercise: string, apart: OutcomesProcess) => ReturnType<OutcomesOf>;
};
