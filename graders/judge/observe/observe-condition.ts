import type { Condition } from "../../../reports/report/report.ts";
import { type CallFeatures, callFeatures, type Measure, type Trait } from "./call-features.ts";
import type { Observed, ObservedCase } from "./observed-case.ts";

/** Cases on each side that a bound needs: with fewer, many a quantity parts them by chance. */
const leastBeyondBound = 3;

/** Fewer calls than this that have a number in common may have it by chance, unless it is 0 or 1. */
const leastAlike = 2;

type Called = CallFeatures & { readonly isPassed: boolean };

/**
 * What tells the calls that fail from those that pass, exactly: an argument left out, one that is 0, a single column. The plainest of
 * what fits: with few cases, bounds on several quantities may fit by chance.
 */
export function observeCondition(cases: readonly ObservedCase[], parameters: readonly string[]): Observed | undefined {
  const calls = cases.map(
    ({ testCase, report }): Called => ({
      ...callFeatures(testCase, parameters),
      isPassed: report.outcome === "passed",
    }),
  );
  const passed = calls.filter(({ isPassed }) => isPassed).length;
  if (passed === 0 || passed === calls.length) return undefined;
  const trait = commonTrait(calls, (kind) => !betweenTwo.has(kind));
  // That calls without an argument pass may be due to any number that they have in common.
  const isWeak = trait?.kind === "not-passed" && trait.holdsWhere === "passes";
  const condition =
    (isWeak ? undefined : trait) ??
    commonNumber(calls) ??
    trait ??
    commonTrait(calls, (kind) => betweenTwo.has(kind)) ??
    firstCall(cases) ??
    bound(calls) ??
    plainNumber(calls);
  return condition && { code: "condition", condition };
}

/** Facts about two numbers: a single call is too few for them, and what one number says comes first. */
const betweenTwo: ReadonlySet<Condition["kind"]> = new Set(["divides", "square"]);

function commonTrait(calls: readonly Called[], isWanted: (kind: Condition["kind"]) => boolean): Condition | undefined {
  const [first] = calls;
  const wanted = (first?.traits ?? []).filter(({ condition }) => isWanted(condition.kind));
  for (const { condition } of wanted) {
    const holding = calls.map(({ traits }) => traits.find((one) => isSame(one, condition))?.holds);
    if (holding.some((holds) => holds === undefined)) continue;
    const holdsWhere = sideOf(calls, (_, i) => holding[i] === true);
    const few = holding.filter((holds) => holds).length;
    const isWeak = betweenTwo.has(condition.kind) && Math.min(few, calls.length - few) < leastAlike;
    if (holdsWhere === undefined || isWeak) continue;
    const also = leftOutAlike(calls, condition);
    return { ...condition, ...(also.length > 0 && { also }), holdsWhere };
  }
  return undefined;
}

/** The other arguments that are left out in the same calls as one that is. */
function leftOutAlike([first, ...others]: readonly Called[], { kind, parameter }: Trait["condition"]): string[] {
  if (kind !== "not-passed" || first === undefined) return [];
  const leftOut = ({ traits }: Called): Trait[] => traits.filter(({ condition }) => condition.kind === kind);
  const holds = (call: Called, name: string | undefined): boolean | undefined =>
    leftOut(call).find(({ condition }) => condition.parameter === name)?.holds;
  return leftOut(first).flatMap(({ condition: { parameter: other } }) => {
    if (other === undefined || other === parameter) return [];
    return [first, ...others].every((call) => holds(call, other) === holds(call, parameter)) ? [other] : [];
  });
}

const isSame = ({ condition }: Trait, other: Trait["condition"]): boolean =>
  condition.kind === other.kind && condition.parameter === other.parameter && condition.type === other.type;

/** On which side a test holds, if on all of one and on none of the other. */
function sideOf(
  calls: readonly Called[],
  test: (call: Called, index: number) => boolean,
): Condition["holdsWhere"] | undefined {
  if (calls.every((call, i) => test(call, i) === call.isPassed)) return "passes";
  return calls.every((call, i) => test(call, i) !== call.isPassed) ? "fails" : undefined;
}

/** The same number in all calls of one side, and in no other. */
function commonNumber(calls: readonly Called[]): Condition | undefined {
  for (const { name, values } of measured(calls)) {
    for (const holdsWhere of ["fails", "passes"] as const) {
      const own = values.filter((_, i) => calls[i]?.isPassed === (holdsWhere === "passes"));
      const [value] = own;
      if (value === undefined || own.some((other) => other !== value)) continue;
      if (values.filter((other) => other === value).length !== own.length) continue;
      if (name.quantity === "magnitude" && value !== 0) continue;
      const { quantity } = name;
      const isPlain = quantity === "value" ? value === 0 || value === 1 : quantity === "columns" && value === 1;
      if (isPlain || own.length > leastAlike) return { kind: "equals", ...name, value, holdsWhere };
    }
  }
  return undefined;
}

/** Each number that every call has: values in the order of the calls. */
function measured(calls: readonly Called[]): { readonly name: Omit<Measure, "value">; readonly values: number[] }[] {
  return (calls[0]?.measures ?? []).flatMap(({ parameter, quantity }) => {
    const values = calls.flatMap(({ measures }) => {
      const found = measures.find((one) => one.parameter === parameter && one.quantity === quantity);
      return found === undefined ? [] : [found.value];
    });
    return values.length === calls.length ? [{ name: { parameter, quantity }, values }] : [];
  });
}

/** Only the first call passes, and a failing one tells by itself that it depends on those before. */
function firstCall(cases: readonly ObservedCase[]): Condition | undefined {
  const isFirst = cases.every(({ report }, i) => (report.outcome === "passed") === (i === 0));
  const isTold = cases.some(({ report }) => keptCodes.has(report.mismatch?.code));
  return isFirst && isTold ? { kind: "first-call", holdsWhere: "passes" } : undefined;
}

const keptCodes: ReadonlySet<string | undefined> = new Set(["state-kept", "unrepeatable", "fails-again"]);

/** A bound on one number, only where no other number has one that parts the calls as well. */
function bound(calls: readonly Called[]): Condition | undefined {
  const failing = calls.filter(({ isPassed }) => !isPassed).length;
  if (Math.min(failing, calls.length - failing) < leastBeyondBound) return undefined;
  const bounds = measured(calls).flatMap(({ name, values }): Condition[] => {
    const [fails, passes] = [false, true].map((side) => values.filter((_, i) => calls[i]?.isPassed === side));
    if (fails === undefined || passes === undefined) return [];
    const [leastFailing, leastPassing] = [Math.min(...fails), Math.min(...passes)];
    const [mostFailing, mostPassing] = [Math.max(...fails), Math.max(...passes)];
    if (leastFailing > mostPassing) {
      return [{ kind: "from", ...name, value: leastFailing, other: mostPassing, holdsWhere: "fails" }];
    }
    if (mostFailing < leastPassing) {
      return [{ kind: "up-to", ...name, value: mostFailing, other: leastPassing, holdsWhere: "fails" }];
    }
    return [];
  });
  return bounds.length === 1 ? bounds[0] : undefined;
}

/** Calls with a 0 or a 1 that all pass, while most of the others fail: what the number switches off is at fault. */
function plainNumber(calls: readonly Called[]): Condition | undefined {
  for (const { name, values } of measured(calls)) {
    for (const value of [0, 1]) {
      if (name.quantity !== "value" && !(name.quantity === "columns" && value === 1)) continue;
      const own = calls.filter((_, i) => values[i] === value);
      const others = calls.filter((_, i) => values[i] !== value);
      const passing = others.filter(({ isPassed }) => isPassed).length;
      if (own.length >= leastAlike && own.every(({ isPassed }) => isPassed) && passing * 3 <= others.length) {
        return { kind: "equals", ...name, value, holdsWhere: "passes", exact: false };
      }
    }
  }
  return undefined;
}
