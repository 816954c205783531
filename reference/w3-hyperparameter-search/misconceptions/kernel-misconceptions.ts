import type { Misconception } from "../../misconceptions/misconception.ts";
import { rbfKernel } from "../solution.ts";
import { variantsOf } from "./variants-of.ts";

type Kernel = (A: number[][], B: number[][], lengthScale: number) => number[][];

const variant = variantsOf<Kernel>("rbfKernel", "kernel");

const differences = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((value, k) => value - (b[k] ?? Number.NaN));

/** A kernel that makes something else of the squared distance. */
const kernelOf =
  (value: (squared: number, lengthScale: number) => number): Kernel =>
  (A, B, lengthScale) =>
    A.map((a) =>
      B.map((b) =>
        value(
          differences(a, b).reduce((sum, each) => sum + each ** 2, 0),
          lengthScale,
        ),
      ),
    );

/** A kernel of something else than the squared distance. */
const kernelBy =
  (squared: (differences: readonly number[]) => number): Kernel =>
  (A, B, lengthScale) =>
    A.map((a) => B.map((b) => Math.exp(-squared(differences(a, b)) / (2 * lengthScale ** 2))));

/** What students write instead of the kernel. */
export const kernelMisconceptions: readonly Misconception[] = [
  variant(
    "length-scale-not-squared",
    "The squared distance is divided by twice the length scale, which is not squared.",
    "A distance divided by a length has no unit, and so it does not matter in which unit points are measured. For " +
      "the squared distance, the length scale needs a square as well.",
    kernelOf((squared, lengthScale) => Math.exp(-squared / (2 * lengthScale))),
  ),
  variant(
    "no-factor-two",
    "The 2 in the denominator is missing.",
    "The kernel has the form of the normal density, where a half stands in the exponent. One length scale apart, " +
      "it is exp(-1/2). Look at what the squared distance is divided by.",
    kernelOf((squared, lengthScale) => Math.exp(-squared / lengthScale ** 2)),
  ),
  variant(
    "distance-not-squared",
    "The distance itself stands in the exponent instead of its square.",
    "The root makes a distance of the sum of squares; the exponent has the sum itself. With the distance the " +
      "kernel has a kink where the points meet.",
    kernelOf((squared, lengthScale) => Math.exp(-Math.sqrt(squared) / (2 * lengthScale ** 2))),
  ),
  variant(
    "exponential",
    "The distance is divided by the length scale and neither is squared.",
    "That is another kernel, the exponential one, whose functions are continuous but rough. The one that is asked " +
      "for has the square of the distance, half of it, and the square of the length scale.",
    kernelOf((squared, lengthScale) => Math.exp(-Math.sqrt(squared) / lengthScale)),
  ),
  variant(
    "no-minus",
    "The minus sign in the exponent is missing.",
    "Then the kernel grows with the distance, and points that are far apart resemble each other most. A point " +
      "resembles none more than itself: the greatest value is 1, at distance 0.",
    kernelOf((squared, lengthScale) => Math.exp(squared / (2 * lengthScale ** 2))),
  ),
  variant(
    "precedence",
    "The squared distance is halved and multiplied by the square of the length scale.",
    "Multiplication and division are carried out from left to right. What stands behind the sign of division is " +
      "only the next factor, unless parentheses hold the two together.",
    kernelOf((squared, lengthScale) => Math.exp((-squared / 2) * lengthScale ** 2)),
  ),
  variant(
    "two-squared",
    "The 2 is squared together with the length scale.",
    "The power belongs to the length scale alone. One length scale apart, the kernel is exp(-1/2); look at the " +
      "parentheses in the denominator.",
    kernelOf((squared, lengthScale) => Math.exp(-squared / (2 * lengthScale) ** 2)),
  ),
  variant(
    "length-scale-as-factor",
    "The squared distance is multiplied by the length scale.",
    "Some libraries have such a factor and call it gamma; it grows where the length scale falls. Over a long " +
      "length scale values resemble each other, so the distance is divided by it.",
    kernelOf((squared, lengthScale) => Math.exp(-lengthScale * squared)),
  ),
  variant(
    "density",
    "The kernel is divided by the area under it, like a density.",
    "A density has to have the area 1. A kernel is a covariance: at distance 0 it is the variance of the " +
      "function, which is 1 here.",
    kernelOf(
      (squared, lengthScale) => Math.exp(-squared / (2 * lengthScale ** 2)) / (lengthScale * Math.sqrt(2 * Math.PI)),
    ),
  ),
  variant(
    "transposed",
    "Rows and columns of the result are exchanged.",
    "Row i belongs to point i of A and column j to point j of B. Look at which list the outer loop runs through.",
    (A, B, lengthScale) => rbfKernel(B, A, lengthScale),
  ),
  variant(
    "squared-sum",
    "The differences of the coordinates are added before they are squared.",
    "Differences of opposite signs then cancel, and points far apart seem to be at the same place. Each " +
      "difference is squared by itself.",
    kernelBy((differences) => differences.reduce((sum, each) => sum + each, 0) ** 2),
  ),
  variant(
    "mean-of-squares",
    "The squares are averaged over the coordinates instead of added.",
    "The squared distance of two points is the sum of the squared differences, by Pythagoras. With a mean, points " +
      "in more dimensions seem nearer than they are.",
    kernelBy((differences) => differences.reduce((sum, each) => sum + each ** 2, 0) / differences.length),
  ),
  variant(
    "first-coordinate-only",
    "Only the first coordinate counts.",
    "A point has as many coordinates as there are hyperparameters. Look at how many of them enter the distance.",
    kernelBy(([first = 0]) => first ** 2),
  ),
  variant(
    "absolute-differences",
    "The sizes of the differences are added instead of their squares.",
    "That is the distance along the streets of a city. The kernel has the square of the straight distance, the " +
      "sum of the squares.",
    kernelBy((differences) => differences.reduce((sum, each) => sum + Math.abs(each), 0)),
  ),
  variant(
    "float32",
    "The kernel is computed in float32.",
    "A tensor of TensorFlow.js keeps about seven digits. A covariance is going to be inverted, which makes " +
      "rounding many times larger, and a variance near 0 drowns in it. Plain numbers keep about sixteen digits.",
    (A, B, lengthScale) => rbfKernel(A, B, lengthScale).map((row) => row.map(Math.fround)),
  ),
];
