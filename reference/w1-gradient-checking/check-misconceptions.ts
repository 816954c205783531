import type { Misconception } from "../misconceptions/misconception.ts";
import { backwardPropagation, forwardPropagation } from "./solution.ts";

type Check = (x: number, theta: number, epsilon?: number) => number;

const variant = (id: string, name: string, explanation: string, implementation: Check): Misconception => ({
  id: `check-${id}`,
  exercise: "gradientCheck",
  name,
  explanation,
  implementation,
});

const relative = (grad: number, approx: number): number =>
  Math.abs(grad - approx) / (Math.abs(grad) + Math.abs(approx));

/** The slope between two points, one on each side. */
const centred: Check = (x, theta, epsilon = 1e-7) =>
  (forwardPropagation(x, theta + epsilon) - forwardPropagation(x, theta - epsilon)) / (2 * epsilon);

/** A right comparison with a slope that is measured in a wrong way. */
const withSlope =
  (slope: (x: number, theta: number, epsilon: number) => number): Check =>
  (x, theta, epsilon = 1e-7) =>
    relative(backwardPropagation(x, theta), slope(x, theta, epsilon));

/** A slope that is taken for the derivative as well. */
const withSlopes =
  (slope: (x: number, theta: number, epsilon: number) => number): Check =>
  (x, theta, epsilon = 1e-7) =>
    relative(slope(x, theta, epsilon), slope(x, theta, epsilon));

/** The right slope, compared in a wrong way. */
const withComparison =
  (compare: (grad: number, approx: number) => number): Check =>
  (x, theta, epsilon) =>
    compare(backwardPropagation(x, theta), centred(x, theta, epsilon));

const float32: Check = (x, theta, epsilon = 1e-7) => {
  const [small, parameter, input] = [Math.fround(epsilon), Math.fround(theta), Math.fround(x)];
  const costAt = (value: number): number => Math.fround(Math.fround(value) * input);
  const risen = Math.fround(costAt(parameter + small) - costAt(parameter - small));
  const approx = Math.fround(risen / Math.fround(2 * small));
  const [apart, lengths] = [Math.fround(input - approx), Math.fround(Math.abs(input) + Math.abs(approx))];
  return Math.fround(Math.abs(apart) / lengths);
};

/** What students write instead of the check of one derivative. */
export const checkMisconceptions: readonly Misconception[] = [
  variant(
    "one-sided",
    "The slope is measured to one side of theta only.",
    "A point on each side makes the errors of both sides cancel. On a straight line there is nothing to cancel but " +
      "rounding, so that most values look right here; with curved costs the error is about epsilon instead of its " +
      "square. Measure from theta - epsilon to theta + epsilon.",
    withSlope((x, theta, epsilon) => (forwardPropagation(x, theta + epsilon) - forwardPropagation(x, theta)) / epsilon),
  ),
  variant(
    "divided-by-epsilon",
    "The two costs lie 2 epsilon apart, and their difference is divided by epsilon.",
    "A slope is rise over run. One point lies epsilon above theta and one epsilon below. Divided by half the run, " +
      "every slope comes out at twice its size, and the check says 1/3 for a right derivative.",
    withSlope((x, theta, epsilon) => 2 * centred(x, theta, epsilon)),
  ),
  variant(
    "precedence",
    "The difference of the costs is halved and multiplied by epsilon.",
    "Multiplication and division are carried out from left to right. What stands behind the sign of division is only " +
      "the next factor, unless parentheses hold the two together. The measured slope nearly vanishes, and the " +
      "difference is almost 1.",
    withSlope(
      (x, theta, epsilon) =>
        ((forwardPropagation(x, theta + epsilon) - forwardPropagation(x, theta - epsilon)) / 2) * epsilon,
    ),
  ),
  variant(
    "moves-input",
    "epsilon is added to x instead of theta.",
    "The derivative under test says how the cost changes with theta, so theta is what has to move. Moving x measures " +
      "the slope in another direction; for this cost it is theta.",
    withSlope(
      (x, theta, epsilon) =>
        (forwardPropagation(x + epsilon, theta) - forwardPropagation(x - epsilon, theta)) / (2 * epsilon),
    ),
  ),
  variant(
    "epsilon-fixed",
    "The epsilon that is passed in is not used.",
    "1e-7 is what epsilon is when nobody says otherwise. Where one is passed, the points lie that far from theta, and " +
      "the division is by twice that distance.",
    (x, theta) => relative(backwardPropagation(x, theta), centred(x, theta)),
  ),
  variant(
    "float32",
    "The check is computed in float32.",
    "float32 keeps about seven digits. theta + 1e-7 is then theta itself, the two costs are equal, and the measured " +
      "slope is 0. Stay with plain numbers, which keep about sixteen digits.",
    float32,
  ),
  variant(
    "not-normalised",
    "The difference is not divided by the lengths of the two.",
    "Whether 0.001 is much depends on what it is a part of. Divided by the sum of both lengths, the difference has no " +
      "unit and lies between 0 and 1, so that one threshold fits every problem. Look at the formula's denominator.",
    withComparison((grad, approx) => Math.abs(grad - approx)),
  ),
  variant(
    "divided-by-gradient",
    "The difference is divided by the gradient alone.",
    "The formula treats both numbers alike: neither is known to be the right one. With the sum of both lengths below, " +
      "the result never exceeds 1, and a gradient of 0 does no harm.",
    withComparison((grad, approx) => Math.abs(grad - approx) / Math.abs(grad)),
  ),
  variant(
    "divided-by-larger",
    "The difference is divided by the larger of the two lengths instead of by their sum.",
    "There are several ways to make a difference relative, and this one is in use elsewhere. The formula of the handout has both " +
      "lengths below, added up, so that a result of 1 says that the two have nothing in common.",
    withComparison((grad, approx) => Math.abs(grad - approx) / Math.max(Math.abs(grad), Math.abs(approx))),
  ),
  variant(
    "signed",
    "The difference keeps its sign.",
    "What counts is how far the two are apart, not which one is larger. A negative difference is below every " +
      "threshold, so that half of all mistakes would pass. A norm is never negative.",
    withComparison((grad, approx) => (grad - approx) / (Math.abs(grad) + Math.abs(approx))),
  ),
  variant(
    "signed-above-and-below",
    "Numerator and denominator have no absolute values.",
    "A norm is never negative, neither that of the difference nor that of one of the two. With its sign, half of all mistakes are " +
      "below every threshold. Take the absolute value of each of the three.",
    withComparison((grad, approx) => (grad - approx) / (grad + approx)),
  ),
  variant(
    "squared",
    "The lengths are squared: the root is not taken.",
    "The length of a vector is the root of the sum of its squares, of a single number its absolute value. Squared, a difference of " +
      "one part in a thousand becomes one in a million, and mistakes slip below the threshold.",
    withComparison((grad, approx) => (grad - approx) ** 2 / (grad ** 2 + approx ** 2)),
  ),
  variant(
    "compares-slope-with-itself",
    "Both numbers that are compared are measured: backwardPropagation is not asked.",
    "The check is to find a mistake in the derivative, so that the derivative has to be one of the two numbers. What was measured " +
      "always agrees with what was measured.",
    withSlopes((x, theta, epsilon) => centred(x, theta, epsilon)),
  ),
  variant(
    "returns-slope",
    "The measured slope is returned, not its difference from the derivative.",
    "The measured slope is only half of the check. What is asked for is how far it is from what backwardPropagation " +
      "says, as a part of both.",
    withComparison((_grad, approx) => approx),
  ),
];
