import type { Rng } from "gradecheck";
import type { Misconception } from "../../misconceptions/misconception.ts";
import { variantsOf } from "./variants-of.ts";

type Sample = (low: number, high: number, n: number, rng: Rng) => unknown;

const variant = variantsOf<Sample>("sampleLogUniform", "log");

const draw = (n: number, rng: Rng): number[] => Array.from(rng.rand([n]).dataSync());

/** What students write instead of sampling on a logarithmic scale. */
export const logUniformMisconceptions: readonly Misconception[] = [
  variant(
    "uniform",
    "The values are uniform between the bounds instead of on a logarithmic scale.",
    "From 0.0001 to 1, nine of ten uniform values lie above 0.1, and the three powers of ten below hardly get " +
      "any. What should be uniform is the exponent. Look at what is done with the draw.",
    (low, high, n, rng) => draw(n, rng).map((r) => low + (high - low) * r),
  ),
  variant(
    "reversed",
    "The scale runs from high to low.",
    "The values have the right distribution, but a draw of 0 gives high, and it should give low. Look at which " +
      "bound is the factor and which way round the quotient is.",
    (low, high, n, rng) => draw(n, rng).map((r) => high * (low / high) ** r),
  ),
  variant(
    "exponents-returned",
    "The exponents are returned instead of the values.",
    "What is uniform are the logarithms. They still have to be turned back into values, by the power of the base " +
      "that the logarithm has.",
    (low, high, n, rng) => draw(n, rng).map((r) => Math.log10(low) + r * Math.log10(high / low)),
  ),
  variant(
    "natural-exponents-of-ten",
    "The natural logarithms of the bounds are taken as exponents of 10.",
    "Math.log is the logarithm to the base e. A logarithm and the power that undoes it need the same base; with " +
      "two different ones the values leave the bounds.",
    (low, high, n, rng) => draw(n, rng).map((r) => 10 ** (Math.log(low) + r * Math.log(high / low))),
  ),
  variant(
    "decimal-exponents-of-e",
    "The logarithms to the base 10 are taken as exponents of e.",
    "Math.exp undoes the natural logarithm, not Math.log10. A logarithm and the power that undoes it need the " +
      "same base.",
    (low, high, n, rng) => draw(n, rng).map((r) => Math.exp(Math.log10(low) + r * Math.log10(high / low))),
  ),
  variant(
    "whole-powers",
    "The exponents are rounded down to whole numbers.",
    "That leaves a handful of values, 0.001 or 0.01 but nothing between. The exponent is a real number like any " +
      "other: leave it as it is drawn.",
    (low, high, n, rng) => draw(n, rng).map((r) => 10 ** Math.floor(Math.log10(low) + r * Math.log10(high / low))),
  ),
  variant(
    "power-of-high",
    "The power is taken of high instead of the quotient of the bounds.",
    "For a draw near 1 that gives low times high, and it should give high. What low has to be multiplied by to " +
      "reach high is the quotient of the two.",
    (low, high, n, rng) => draw(n, rng).map((r) => low * high ** r),
  ),
  variant(
    "times-quotient",
    "The quotient of the bounds is multiplied by the draw instead of raised to it.",
    "A product is uniform again, between 0 and high, and may fall far below low. On a logarithmic scale the draw " +
      "is an exponent.",
    (low, high, n, rng) => draw(n, rng).map((r) => low * (high / low) * r),
  ),
  variant(
    "caret",
    "The caret is used for a power.",
    "In TypeScript ^ combines the bits of two whole numbers. A draw below 1 counts as 0 there, so that all values " +
      "are nearly high. A power is written with another operator, or with Math.pow.",
    (low, high, n, rng) => draw(n, rng).map((r) => low * ((high / low) ^ r)),
  ),
  variant(
    "one-draw-for-all",
    "One number is drawn and used for all values.",
    "Then all n values are the same, and n training runs try one setting. The draw needs a shape that says how " +
      "many numbers are wanted.",
    (low, high, n, rng) =>
      Array.from(
        { length: n },
        (
          (r) => () =>
            low * (high / low) ** r
        )(draw(1, rng)[0] ?? 0),
      ),
  ),
  variant(
    "normal-draws",
    "Normal draws are taken instead of uniform ones.",
    "randn draws from a bell curve around 0: half of the values fall below low, and nothing keeps them under " +
      "high. rand draws evenly from 0 to 1.",
    (low, high, n, rng) => [...rng.randn([n]).dataSync()].map((r) => low * (high / low) ** r),
  ),
  variant(
    "sorted",
    "The values are sorted.",
    "The order in which they are drawn is the order in which they are tried. Sorted, a search that is stopped " +
      "halfway has only seen the low half of the scale.",
    (low, high, n, rng) =>
      draw(n, rng)
        .map((r) => low * (high / low) ** r)
        .sort((a, b) => a - b),
  ),
];
