import type { Property } from "../../catalog/property.ts";
import { scalarOf } from "../../values/case-value.ts";
import type { Value } from "../../values/value.ts";

/** Numbers of a result or an argument, whatever it is made of. */
function numbersOf(value: Value | undefined): number[] {
  if (value?.kind === "number") return [value.value];
  return value?.kind === "tensor" || value?.kind === "array" ? [...value.data] : [];
}

/** Below it the sigmoid is 0.5 in float32, or a bit beside it. */
const nearZero = 1e-5;

const isOnItsSide = (z: number, above: number): boolean =>
  Math.abs(z) < nearZero ? Math.abs(above) < nearZero : Math.sign(above) === Math.sign(z);

/** What holds of every right `sigmoid`. */
export const sigmoidProperties: readonly Property[] = [
  {
    id: "sigmoid-between-0-and-1",
    sentence: "The sigmoid of a number lies between 0 and 1",
    holds: ({ actual }) => numbersOf(actual).every((a) => a >= 0 && a <= 1),
  },
  {
    id: "sigmoid-half-at-0",
    sentence: "The sigmoid is below 0.5 for negative numbers, above it for positive ones, and 0.5 at 0",
    holds: ({ args, actual }) => {
      const results = numbersOf(actual);
      return numbersOf(args[0]).every((z, i) => isOnItsSide(z, (results[i] ?? Number.NaN) - 0.5));
    },
  },
];

/** What holds of every right `oneHotMatrix`. */
export const oneHotProperties: readonly Property[] = [
  {
    id: "one-hot-single-one",
    sentence: "A one-hot vector holds a single 1, at the index of the label, and zeros elsewhere",
    holds: ({ args, actual }) => {
      const label = scalarOf(args[0]);
      const entries = numbersOf(actual);
      return entries.length > 0 && entries.every((entry, i) => entry === Number(i === label));
    },
  },
];
