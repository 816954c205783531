import type { Alternatives } from "../oracle/alternatives.ts";
import { backwardPropagation, forwardPropagation } from "./solution.ts";

type Slope = (costAt: (theta: number) => number, theta: number, epsilon: number) => number;

const checkWith =
  (slope: Slope) =>
  (x: number, theta: number, epsilon = 1e-7): number => {
    const grad = backwardPropagation(x, theta);
    const approx = slope((value) => forwardPropagation(x, value), theta, epsilon);
    return Math.abs(grad - approx) / (Math.abs(grad) + Math.abs(approx));
  };

/** The step that was really taken, which rounding has made another than 2 epsilon. */
const stepTaken: Slope = (costAt, theta, epsilon) => {
  const [left, right] = [theta - epsilon, theta + epsilon];
  return (costAt(right) - costAt(left)) / (right - left);
};

/** Each cost divided before they are subtracted. */
const dividedFirst: Slope = (costAt, theta, epsilon) =>
  costAt(theta + epsilon) / (2 * epsilon) - costAt(theta - epsilon) / (2 * epsilon);

/** The costs halved before they are subtracted. */
const halvedFirst: Slope = (costAt, theta, epsilon) =>
  (costAt(theta + epsilon) / 2 - costAt(theta - epsilon) / 2) / epsilon;

/** The mean of the slopes on both sides. */
const meanOfSides: Slope = (costAt, theta, epsilon) => {
  const here = costAt(theta);
  return ((costAt(theta + epsilon) - here) / epsilon + (here - costAt(theta - epsilon)) / epsilon) / 2;
};

/** Where rounding shows, how the slope is computed decides what comes out, and all of these are right. */
export const alternatives: Alternatives = {
  gradientCheck: [stepTaken, dividedFirst, halvedFirst, meanOfSides].map(checkWith),
};
