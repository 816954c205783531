import type { Rng } from "gradecheck";
import type { Misconception } from "../../misconceptions/misconception.ts";
import { variantsOf } from "./variants-of.ts";

type Sample = (low: number, high: number, n: number, rng: Rng) => unknown;

const variant = variantsOf<Sample>("sampleBeta", "beta");

const draw = (n: number, rng: Rng): number[] => Array.from(rng.rand([n]).dataSync());

/** What students write instead of sampling the distance from 1 on a logarithmic scale. */
export const betaMisconceptions: readonly Misconception[] = [
  variant(
    "uniform",
    "beta is uniform between the bounds.",
    "From 0.9 to 0.99 an average looks back over 10 to 100 values, from 0.99 to 0.999 over 100 to 1000. Uniform " +
      "values of beta give the first range ten times as many runs as the second. The distance from 1 is what should " +
      "be spread evenly, on a logarithmic scale.",
    (low, high, n, rng) => draw(n, rng).map((r) => low + (high - low) * r),
  ),
  variant(
    "scale-of-beta",
    "The logarithmic scale is that of beta instead of 1 - beta.",
    "On a logarithmic scale 0.9 and 0.999 lie nearly at the same place, so that the values come out almost " +
      "uniform. 1 - beta goes from 0.1 to 0.001, over two powers of ten: that is the scale to sample.",
    (low, high, n, rng) => draw(n, rng).map((r) => low * (high / low) ** r),
  ),
  variant(
    "distance-returned",
    "The distance from 1 is returned instead of beta.",
    "What is sampled on the logarithmic scale is 1 - beta. To get beta, it still has to be taken from 1.",
    (low, high, n, rng) => draw(n, rng).map((r) => (1 - low) * ((1 - high) / (1 - low)) ** r),
  ),
  variant(
    "reversed",
    "The scale runs from high to low.",
    "A draw of 0 should give low, and gives high. Taking from 1 turns the order round: the distance of low from 1 " +
      "is the larger one, and it comes first.",
    (low, high, n, rng) => draw(n, rng).map((r) => 1 - (1 - high) * ((1 - low) / (1 - high)) ** r),
  ),
  variant(
    "bounds-not-taken-from-one",
    "The bounds themselves are sampled between, and the result is taken from 1.",
    "Between 0.9 and 0.999 lie values such as 0.95, and 1 minus that is 0.05: no beta that anybody asked for. The " +
      "bounds have to be taken from 1 first.",
    (low, high, n, rng) => draw(n, rng).map((r) => 1 - low * (high / low) ** r),
  ),
  variant(
    "whole-powers",
    "The exponents of the distance are rounded to whole numbers.",
    "Then beta is 0.9, 0.99 or 0.999 and never anything between. The exponent is a real number: leave it as it is " +
      "drawn.",
    (low, high, n, rng) =>
      draw(n, rng).map((r) => 1 - 10 ** Math.round(Math.log10(1 - low) + r * Math.log10((1 - high) / (1 - low)))),
  ),
  variant(
    "natural-exponents-of-ten",
    "Natural logarithms are taken as exponents of 10.",
    "Math.log is the logarithm to the base e. A logarithm and the power that undoes it need the same base; with " +
      "two different ones beta leaves the bounds.",
    (low, high, n, rng) =>
      draw(n, rng).map((r) => 1 - 10 ** (Math.log(1 - low) + r * Math.log((1 - high) / (1 - low)))),
  ),
  variant(
    "bounds-fixed",
    "The bounds are taken to be 0.9 and 0.999 whatever is passed.",
    "The exponents -1 and -3 belong to these two bounds only. For others they follow from low and high.",
    (_low, _high, n, rng) => draw(n, rng).map((r) => 1 - 10 ** (-1 - 2 * r)),
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
            1 - (1 - low) * ((1 - high) / (1 - low)) ** r
        )(draw(1, rng)[0] ?? 0),
      ),
  ),
];
