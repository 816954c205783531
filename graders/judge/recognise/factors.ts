import type { Value } from "../../../assignments/values/value.ts";
import { numericBlock } from "../compare/numeric-block.ts";
import { remembered } from "../compare/remembered.ts";
import { explains, largestMagnitude, type RelationTolerance, varies } from "./explains.ts";

/** The call that gave a result; findings are named after its arguments. */
export type CompareContext = {
  /** Argument names, in order. */
  readonly parameters: readonly string[];
  /** The arguments themselves, as they were before the call. */
  readonly args: readonly Value[];
};

/** A factor that an answer may be off by, and its name. */
export type NamedFactor = {
  /** In terms of the call's arguments: `learningRate`, `1/m`, `1/(1 - beta1^t)`. */
  readonly name: string;
  readonly value: number;
};

/** Names of arguments with one example per column, so that the number of columns is m. */
const examplesPerColumn = /^(?:[XY](?:$|[A-Z_])|AL$|A\d+$|Z\d+$|logits$|labels$)/;

/**
 * The factors that answers are commonly off by, simplest first: each scalar argument c and 1/c, the number of examples
 * m and 1/m, then 1 - c and 1/(1 - c) for c between 0 and 1, 1 - c^t and 1/(1 - c^t) if there is an argument t.
 * Factors that are 1 or -1 to three digits are left out.
 */
export const namedFactors = ({ parameters, args }: CompareContext): readonly NamedFactor[] =>
  factorsOf(args)(parameters);

const factorsOf = remembered((args: CompareContext["args"]) =>
  remembered((parameters: CompareContext["parameters"]) => findFactors({ parameters, args })),
);

function findFactors({ parameters, args }: CompareContext): NamedFactor[] {
  const scalars: [string, number][] = [];
  const examples: [string, number][] = [];
  for (const [i, arg] of args.entries()) {
    const name = parameters[i];
    if (name === undefined) continue;
    const value = scalarOf(arg);
    if (value !== undefined) scalars.push([name, value]);
    const columns = numericBlock(arg)?.shape;
    if (columns?.length === 2 && examples.length === 0 && examplesPerColumn.test(name)) {
      examples.push(["m", columns[1] ?? 0]);
    }
  }
  const shares = scalars.filter(([, value]) => value > 0 && value < 1);
  const t = scalars.find(([name]) => name === "t")?.[1];
  const corrected = t === undefined ? [] : shares.map(([name, c]): [string, number] => [`1 - ${name}^t`, 1 - c ** t]);
  const complements = shares.map(([name, c]): [string, number] => [`1 - ${name}`, 1 - c]);
  return [
    ...[...scalars, ...examples].flatMap(([name, value]) => withInverse(name, value)),
    ...[...complements, ...corrected].flatMap(([name, value]) => withInverse(name, value)),
  ].filter(({ value }) => Number.isFinite(value) && value !== 0 && Math.abs(Math.abs(value) - 1) > 1e-3);
}

function withInverse(name: string, value: number): NamedFactor[] {
  const divisor = name.includes(" ") ? `(${name})` : name;
  return [
    { name, value },
    { name: `1/${divisor}`, value: 1 / value },
  ];
}

function scalarOf(value: Value): number | undefined {
  if (value.kind === "number") return value.value;
  return value.kind === "tensor" && value.shape.length === 0 ? value.data[0] : undefined;
}

/** A factor that explains every value, named where it equals a known quantity. */
export type FittedFactor = { readonly factor: number; readonly named?: string };

/**
 * The factor f, by least squares, with found = f * base in every element; never 1, -1 or 0.
 *
 * Weak data needs a strong name: a factor of a single nonzero value, or of values that are all the same, is accepted
 * only if it equals a quantity of the call's arguments, and an unnamed factor needs three nonzero values.
 *
 * @param slack Absolute error of each found value from rounding, where it is a difference of larger ones
 * @returns The factor, exact if named and otherwise rounded to six digits, or undefined if none explains the values.
 */
export function fitFactor(
  base: ArrayLike<number>,
  found: ArrayLike<number>,
  factors: readonly NamedFactor[],
  tolerance: RelationTolerance,
  slack = 0,
): FittedFactor | undefined {
  const factor = leastSquares(base, found);
  if (!Number.isFinite(factor) || factor === 0) return undefined;
  const predicted = new Float64Array(base).map((value) => value * factor);
  if (!explains(predicted, found, tolerance, slack)) return undefined;
  const nonzero = countNonzero(base);
  // A single value matches one of many names by chance more easily than several values match one factor.
  const uncertainty = (nonzero < 2 ? 2e-5 : 1e-4) + slack / largestMagnitude(found);
  if (Math.abs(Math.abs(factor) - 1) <= Math.max(tolerance.relative, uncertainty)) return undefined;
  const weak = nonzero < 2 || !varies(base);
  const name = factors.find(({ value }) => Math.abs(value - factor) <= uncertainty * Math.abs(value));
  if (name !== undefined) return { factor: name.value, named: name.name };
  return weak || nonzero < 3 ? undefined : { factor: Number(factor.toPrecision(6)) };
}

/** The quantities of a call that a factor equals, by name. */
export function namesOf(factor: number, context: CompareContext): string[] {
  const equal = namedFactors(context).filter(({ value }) => Math.abs(value - factor) <= 1e-4 * Math.abs(value));
  return equal.map(({ name }) => name);
}

function leastSquares(base: ArrayLike<number>, found: ArrayLike<number>): number {
  let [products, squares] = [0, 0];
  for (let i = 0; i < base.length; i++) {
    const value = base[i] ?? 0;
    products += value * (found[i] ?? 0);
    squares += value * value;
  }
  return products / squares;
}

function countNonzero(values: ArrayLike<number>): number {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i] !== 0) count++;
  return count;
}
