import type { Property, PropertyFacts } from "../../catalog/property.ts";
import { scalarOf } from "../../values/case-value.ts";
import { columnOf, type Matrix, readMatrix } from "../../values/matrix.ts";

type Example = { readonly logits: readonly number[]; readonly label: number };

/** Relative difference that float32 explains, and ten times as much. */
const closeness = 1e-4;

function examplesOf([logits, labels]: PropertyFacts["args"]): Example[] {
  const [Z, Y] = [readMatrix(logits), readMatrix(labels)];
  if (Z === undefined || Y === undefined) return [];
  return Array.from({ length: Z.columns }, (_, j) => ({ logits: columnOf(Z, j), label: labelOf(Y, j) }));
}

const labelOf = (Y: Matrix, j: number): number => columnOf(Y, j).indexOf(1);

/** Whether the loss is that of each other case whose batch is related to this one. */
function agreesWithRelated(
  { args, actual, others }: PropertyFacts,
  related: (one: readonly Example[], other: readonly Example[]) => boolean,
): boolean {
  const [examples, loss] = [examplesOf(args), scalarOf(actual)];
  if (loss === undefined) return false;
  return others
    .filter((other) => related(examples, examplesOf(other.args)))
    .map((other) => scalarOf(other.actual))
    .every((other) => other === undefined || Math.abs(other - loss) <= closeness * Math.max(1, Math.abs(loss)));
}

/** The same labels, and logits that differ by one number in each example. */
function isShifted(one: readonly Example[], other: readonly Example[]): boolean {
  const matches = one.every(({ logits, label }, j) => {
    const theirs = other[j];
    if (theirs === undefined || theirs.label !== label || theirs.logits.length !== logits.length) return false;
    const shifts = logits.map((z, i) => (theirs.logits[i] ?? Number.NaN) - z);
    return Math.max(...shifts) - Math.min(...shifts) < 1e-5;
  });
  return matches && one.length === other.length;
}

/** The same examples in another order. */
function isReordered(one: readonly Example[], other: readonly Example[]): boolean {
  const keys = (examples: readonly Example[]) => examples.map((example) => JSON.stringify(example)).sort();
  return one.length === other.length && JSON.stringify(keys(one)) === JSON.stringify(keys(other));
}

/** What holds of every right `computeTotalLoss`. */
export const lossProperties: readonly Property[] = [
  {
    id: "loss-not-negative",
    sentence: "A cross-entropy is never negative",
    holds: ({ actual }) => (scalarOf(actual) ?? Number.NaN) >= -1e-6,
  },
  {
    id: "loss-shift-invariant",
    sentence: "Adding the same number to all logits of an example does not change its probabilities, nor the loss",
    holds: (facts) => agreesWithRelated(facts, isShifted),
  },
  {
    id: "loss-order-independent",
    sentence: "The loss of a batch does not depend on the order of its examples",
    holds: (facts) => agreesWithRelated(facts, isReordered),
  },
];
