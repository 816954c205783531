import { nextDrawFrom, RandomState } from "../../../assignments/values/random-state.ts";
import type { Observed, ObservedCase } from "./observed-case.ts";

/**
 * Whether the failing cases take other draws from the generator than they should, or none at all.
 * @returns undefined where one takes as many as it should, or there is no generator.
 */
export function observeDraws(failing: readonly ObservedCase[]): Observed | undefined {
  const drawn = failing.map(({ testCase, expected, run }) => {
    const rng = testCase.args.find(({ kind }) => kind === "rng");
    if (rng?.kind !== "rng" || run.outcome !== "returned" || run.nextDraw === undefined) return undefined;
    if (expected.nextDraw === undefined || run.nextDraw === expected.nextDraw) return undefined;
    return run.nextDraw === nextDrawFrom(new RandomState(rng.seed)) ? "nothing" : "other";
  });
  if (drawn.length === 0 || drawn.includes(undefined)) return undefined;
  return { code: drawn.includes("other") ? "other-draws" : "nothing-drawn" };
}
