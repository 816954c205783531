import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { rightPoints, type SaddleVariant, saddleWith, variant } from "./saddle-variant.ts";

/** The right points, put into another form. */
const inForm =
  (form: (points: number[][]) => tf.Tensor): SaddleVariant =>
  (...args) =>
    form(rightPoints(...args));

const rows = "The path has one row more than there are steps: the start, and where each step leads.";
const atMinima =
  "At the saddle and at both minima, where w2 is the root of 2 or its negative, the slopes are 0. Check yours there.";

/** What students get wrong in the slopes, in the sign of the steps and in the form of the path. */
export const saddlePathMisconceptions: readonly Misconception[] = [
  variant(
    "start-missing",
    "The path begins after the first step; the start is not in it.",
    `${rows} With no steps, the start is all there is.`,
    inForm((points) => tf.tensor2d(points.slice(1), [points.length - 1, 2])),
  ),
  variant(
    "last-point-missing",
    "The path ends before the last step.",
    `${rows} A loop that keeps the point before each step loses the last one.`,
    (start, method, numSteps, ...options) =>
      tf.tensor2d(rightPoints(start, method, numSteps, ...options).slice(0, Math.max(1, numSteps))),
  ),
  variant(
    "one-step-more",
    "There is one step too many.",
    `${rows} A loop that counts from 0 and runs up to and including numSteps takes one more.`,
    (start, method, numSteps, ...options) => tf.tensor2d(rightPoints(start, method, numSteps + 1, ...options)),
  ),
  variant(
    "end-only",
    "Only the last point is returned.",
    `Asked for is the whole path. ${rows}`,
    inForm((points) => tf.tensor1d(points.at(-1) ?? [])),
  ),
  variant(
    "transposed",
    "The path has a column for each point instead of a row.",
    "Here a point is a row, so that the path can be read from top to bottom. The first column is w1, the second w2.",
    inForm((points) => tf.transpose(tf.tensor2d(points))),
  ),
  variant(
    "same-point-again",
    "All rows of the path are the last point.",
    "One and the same list was put into the path again and again, and changed with each step. Each row needs a copy of " +
      "the point as it was then.",
    inForm((points) => tf.tensor2d(points.map(() => points.at(-1) ?? []))),
  ),
  variant(
    "coordinates-exchanged",
    "The two coordinates are exchanged: each takes the slope of the other.",
    `w1 is the first number of a point and has its bowl, w2 the second and falls off the saddle. ${atMinima}`,
    saddleWith({ slopes: [([w1 = 0]) => w1 ** 3 - 2 * w1, ([, w2 = 0]) => 2 * w2] }),
  ),
  variant(
    "quartic-forgotten",
    "The slope in w2 lacks the term of w2 to the fourth power.",
    `Far from the saddle that term is what stops the fall: without it, w2 grows without end. ${atMinima}`,
    saddleWith({ slopes: [([w1 = 0]) => 2 * w1, ([, w2 = 0]) => -2 * w2] }),
  ),
  variant(
    "quarter-forgotten",
    "The fourth power of w2 is differentiated without the quarter before it.",
    `The derivative of the fourth power is four times the third power, and a quarter of that is asked for. ${atMinima}`,
    saddleWith({ slopes: [([w1 = 0]) => 2 * w1, ([, w2 = 0]) => 4 * w2 ** 3 - 2 * w2] }),
  ),
  variant(
    "quarter-kept",
    "The quarter is kept in the slope, but not the 4 of the exponent.",
    `The exponent comes down as a factor and cancels with the quarter. ${atMinima}`,
    saddleWith({ slopes: [([w1 = 0]) => 2 * w1, ([, w2 = 0]) => w2 ** 3 / 4 - 2 * w2] }),
  ),
  variant(
    "two-forgotten",
    "The squares are differentiated without the factor 2.",
    `The exponent of a power comes down as a factor. ${atMinima}`,
    saddleWith({ slopes: [([w1 = 0]) => w1, ([, w2 = 0]) => w2 ** 3 - w2] }),
  ),
  variant(
    "bowl-in-both",
    "The square of w2 is taken with a plus, as if the saddle were a bowl.",
    "In w2 the saddle falls off to both sides, because its square has a minus. Look at the sign of the slope there.",
    saddleWith({ slopes: [([w1 = 0]) => 2 * w1, ([, w2 = 0]) => w2 ** 3 + 2 * w2] }),
  ),
  variant(
    "uphill",
    "The steps are added instead of subtracted.",
    "A slope points to where f grows. A step that is to lead down goes against it: w1 should approach 0. Look at the sign " +
      "in front of the learning rate.",
    (start, method, numSteps, learningRate, ...beta) =>
      tf.tensor2d(rightPoints(start, method, numSteps, -learningRate, ...beta)),
  ),
  variant(
    "slope-of-start",
    "All steps use the slopes of the start.",
    "The slopes change with the point. They have to be computed anew before each step, at the point that was reached.",
    (start, ...args) => {
      const [w1 = 0, w2 = 0] = start.dataSync();
      return saddleWith({ slopes: [() => 2 * w1, () => w2 ** 3 - 2 * w2] })(start, ...args);
    },
  ),
  variant(
    "values-for-slopes",
    "The parts of f itself are taken for its slopes.",
    "A step follows the derivative, not the value. Derive f once by w1 and once by w2.",
    saddleWith({ slopes: [([w1 = 0]) => w1 ** 2, ([, w2 = 0]) => w2 ** 4 / 4 - w2 ** 2] }),
  ),
];
