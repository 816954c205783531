import type { Misconception } from "../misconceptions/misconception.ts";
import { forwardPropagation } from "./solution.ts";

type Line = (x: number, theta: number) => number;

const forward = (id: string, name: string, explanation: string, implementation: Line): Misconception => ({
  id: `forward-${id}`,
  exercise: "forwardPropagation",
  name,
  explanation,
  implementation,
});

const backward = (id: string, name: string, explanation: string, implementation: Line): Misconception => ({
  id: `backward-${id}`,
  exercise: "backwardPropagation",
  name,
  explanation,
  implementation,
});

/** What students write instead of `theta * x`. */
export const forwardMisconceptions: readonly Misconception[] = [
  forward(
    "sum",
    "The input and the parameter are added.",
    "theta weighs the input: it says how much of x goes into the cost. A weight multiplies. With theta 0 nothing of " +
      "the input is left, and the cost is 0.",
    (x, theta) => x + theta,
  ),
  forward(
    "squared",
    "The product is squared.",
    "Many costs are squares of something, but this one is not. It is linear in theta, so that its slope is the same " +
      "everywhere and easy to know. Twice the parameter must give twice the cost.",
    (x, theta) => (theta * x) ** 2,
  ),
  forward(
    "absolute",
    "The sign of the product is dropped.",
    "Costs of real networks are not negative, but the cost of this small model may be: it is a straight line through " +
      "zero. With an absolute value it would have a kink at 0, and another slope on its other side.",
    (x, theta) => Math.abs(theta * x),
  ),
  forward(
    "float32",
    "The product is computed in float32.",
    "A tensor of TensorFlow.js keeps about seven digits. A gradient check looks at what changes in the seventh digit " +
      "and behind it, so nothing would be left to see. Numbers of JavaScript keep about sixteen digits.",
    (x, theta) => Math.fround(Math.fround(theta) * Math.fround(x)),
  ),
  forward(
    "half-square",
    "The cost is half the square of theta times x.",
    "A squared error looks like that. Here the cost is the product itself: it is linear, and negative where theta and x " +
      "have different signs.",
    (x, theta) => (theta * x) ** 2 / 2,
  ),
  forward(
    "theta-squared",
    "theta is squared.",
    "Nothing is squared here. The cost is a straight line in theta, so that it doubles when theta doubles.",
    (x, theta) => theta ** 2 * x,
  ),
  forward(
    "half-theta-squared",
    "The cost is half the square of theta, times x.",
    "Nothing is squared here, and there is no half. The cost is a straight line in theta.",
    (x, theta) => (theta ** 2 * x) / 2,
  ),
];

/** What students write instead of `x`. */
export const backwardMisconceptions: readonly Misconception[] = [
  backward(
    "by-input",
    "The derivative is taken with respect to x, not theta.",
    "Both factors of the product could be varied, but x is the data and stays as it is. What training changes is " +
      "theta. Ask how much the cost grows when theta grows by 1.",
    (_x, theta) => theta,
  ),
  backward(
    "returns-cost",
    "The cost itself is returned.",
    "The derivative is the slope of the cost, not its height. The height depends on theta; the slope of a straight " +
      "line does not.",
    (x, theta) => theta * x,
  ),
  backward(
    "always-one",
    "The derivative is always 1.",
    "1 is the derivative of theta with respect to itself. The cost is theta times a constant factor, and a constant " +
      "factor stays when a derivative is taken.",
    () => 1,
  ),
  backward(
    "measured",
    "The derivative is measured with a small step instead of derived.",
    "A measured slope carries rounding, about one part in a thousand million here. And a check that compares one " +
      "measured slope with another finds nothing, whatever is wrong. Find the formula of the slope on paper.",
    (x, theta) => (forwardPropagation(x, theta + 1e-7) - forwardPropagation(x, theta - 1e-7)) / 2e-7,
  ),
  backward(
    "measured-widely",
    "The derivative is measured with a step of 1e-4 instead of derived.",
    "A measured slope carries rounding, however the step is chosen. And a check that compares one measured slope with another " +
      "finds nothing, whatever is wrong. Find the formula of the slope on paper.",
    (x, theta) => (forwardPropagation(x, theta + 1e-4) - forwardPropagation(x, theta - 1e-4)) / 2e-4,
  ),
  backward(
    "measured-to-one-side",
    "The derivative is measured from theta to a point beside it instead of derived.",
    "A measured slope carries rounding, about one part in a hundred million here. And a check that compares one measured slope " +
      "with another finds nothing, whatever is wrong. Find the formula of the slope on paper.",
    (x, theta) => (forwardPropagation(x, theta + 1e-7) - forwardPropagation(x, theta)) / 1e-7,
  ),
  backward(
    "absolute",
    "The derivative is taken as the absolute value of x.",
    "Where x is negative, the cost falls as theta grows, and the derivative is negative. It has the sign of x.",
    (x) => Math.abs(x),
  ),
  backward(
    "doubled",
    "The derivative is twice what it should be.",
    "A factor of 2 comes from the derivative of a square. The cost is no square: it is a straight line, with x for its slope.",
    (x) => 2 * x,
  ),
  backward(
    "of-half-square",
    "The derivative is that of half a square.",
    "The cost is the product of theta and x itself. Its derivative does not depend on theta.",
    (x, theta) => theta * x * x,
  ),
];
