import type { Value } from "../../../assignments/values/value.ts";
import type { CompareContext } from "../compare/compare-context.ts";
import { numericBlock } from "../compare/numeric-block.ts";

/** A number that an answer may be off by, and what it is called. */
export type NamedFactor = {
  /** In terms of the call's arguments where possible: `learningRate`, `1/m`, `1/(1 - beta1^t)`, `2`. */
  readonly name: string;
  readonly value: number;
  /** Whether the name refers to an argument: such a factor tells something even of a single number. */
  readonly fromArguments: boolean;
};

/** Names of arguments with one example per column, whose columns are therefore m. */
const examplesPerColumn = /^(?:[XY](?:$|[A-Z_])|AL$|A\d+$|Z\d+$|logits$|labels$)/;

/**
 * The factors that answers are commonly off by, the simplest first: each scalar argument c and 1/c, the number of
 * examples m and 1/m, then 1 - c and 1/(1 - c) for c between 0 and 1, 1 - c^t and 1/(1 - c^t) if there is an argument t,
 * and last 2, 10 and their inverses. Factors that are 1 or -1 to three digits say nothing and are left out.
 */
export function namedFactors({ parameters, args }: CompareContext): NamedFactor[] {
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
    ...[...scalars, ...examples].flatMap(([name, value]) => withInverse(name, value, true)),
    ...[...complements, ...corrected].flatMap(([name, value]) => withInverse(name, value, true)),
    ...withInverse("2", 2, false),
    ...withInverse("10", 10, false),
  ].filter(({ value }) => Number.isFinite(value) && value !== 0 && Math.abs(Math.abs(value) - 1) > 1e-3);
}

function withInverse(name: string, value: number, fromArguments: boolean): NamedFactor[] {
  const divisor = name.includes(" ") ? `(${name})` : name;
  return [
    { name, value, fromArguments },
    { name: `1/${divisor}`, value: 1 / value, fromArguments },
  ];
}

function scalarOf(value: Value): number | undefined {
  if (value.kind === "number") return value.value;
  return value.kind === "tensor" && value.shape.length === 0 ? value.data[0] : undefined;
}
