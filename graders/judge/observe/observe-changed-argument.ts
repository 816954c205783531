import type { Observed, ObservedCase } from "./observed-case.ts";

/**
 * The argument whose change alone makes calls fail that pass without it: of cases that are variations of others.
 * @returns undefined where no variation of a case that passes fails, or such ones differ in several arguments.
 */
export function observeChangedArgument(cases: readonly ObservedCase[]): Observed | undefined {
  const passed = new Set(cases.flatMap(({ testCase, report }) => (report.outcome === "passed" ? [testCase.id] : [])));
  const changed = cases.flatMap(({ testCase: { variationOf }, report }) =>
    variationOf !== undefined && report.outcome !== "passed" && passed.has(variationOf.id) ? [variationOf] : [],
  );
  const [first] = changed;
  const parameter = first?.parameters[0];
  if (parameter === undefined) return undefined;
  const isOne = changed.every(({ parameters }) => parameters.length === 1 && parameters[0] === parameter);
  return isOne ? { code: "changed-argument", parameter } : undefined;
}
