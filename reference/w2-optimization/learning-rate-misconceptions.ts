import type { Misconception } from "../misconceptions/misconception.ts";
import { type Schedule, schedule, update } from "./learning-rate-variant.ts";

/** The schedule with intervals counted in a wrong way. */
const counting =
  (count: (epochNum: number, timeInterval: number) => number): Schedule =>
  (learningRate0, epochNum, decayRate, timeInterval = 1000) =>
    learningRate0 / (1 + decayRate * count(epochNum, timeInterval));

/** What students write instead of a decaying learning rate. */
export const learningRateMisconceptions: readonly Misconception[] = [
  update(
    "multiplies",
    "The initial learning rate is multiplied by 1 + decayRate * epochNum instead of divided.",
    "The factor grows with every epoch. Multiplied by it, the learning rate grows as well; it is meant to " +
      "shrink. Compare epoch 0 with a late epoch: which should be larger?",
    (learningRate0, epochNum, decayRate) => learningRate0 * (1 + decayRate * epochNum),
  ),
  update(
    "subtracts",
    "decayRate * epochNum is subtracted from the initial learning rate.",
    "A difference falls in a straight line, passes zero and becomes negative, and a negative learning rate goes " +
      "uphill. The quotient gets smaller and smaller but stays positive.",
    (learningRate0, epochNum, decayRate) => learningRate0 - decayRate * epochNum,
  ),
  update(
    "minus-in-denominator",
    "The denominator is 1 - decayRate * epochNum, with a minus.",
    "A denominator that shrinks makes the learning rate grow, and when it passes zero, negative. It has to grow " +
      "with the epochs for the learning rate to fall.",
    (learningRate0, epochNum, decayRate) => learningRate0 / (1 - decayRate * epochNum),
  ),
  update(
    "brackets-forgotten",
    "Only 1 is in the denominator; decayRate * epochNum is added to the quotient.",
    "Division binds more tightly than addition: without brackets the learning rate is divided by 1, and the " +
      "rest is added. The result grows with the epochs. The whole sum belongs below the line.",
    (learningRate0, epochNum, decayRate) => learningRate0 / 1 + decayRate * epochNum,
  ),
  update(
    "one-forgotten",
    "The initial learning rate is divided by decayRate * epochNum, without the 1.",
    "At epoch 0 nothing has decayed yet, so the result is to be the initial learning rate. Without the 1 that " +
      "is a division by zero, and with a small decay rate the first epochs get a learning rate that is too large.",
    (learningRate0, epochNum, decayRate) => learningRate0 / (decayRate * epochNum),
  ),
  update(
    "exponential",
    "The decay is exponential instead of by a growing denominator.",
    "Exponential decay is a schedule too, but another one: it falls by the same factor in every epoch and is " +
      "soon close to zero. The one asked for falls more and more slowly, to one half, one third, one quarter with " +
      "a decay rate of 1.",
    (learningRate0, epochNum, decayRate) => learningRate0 * Math.exp(-decayRate * epochNum),
  ),
  update(
    "compounded",
    "The initial learning rate is divided by 1 + decayRate once for every epoch.",
    "Dividing again in each epoch is exponential decay, and the learning rate is soon close to zero. In the " +
      "schedule asked for the denominator grows by the same amount in each epoch: one half, one third, one " +
      "quarter with a decay rate of 1.",
    (learningRate0, epochNum, decayRate) => learningRate0 / (1 + decayRate) ** epochNum,
  ),
  update(
    "epochs-from-one",
    "The epoch is counted from 1: one is added to epochNum.",
    "epochNum is 0 in the first epoch, in which nothing has decayed yet. With one more, the very first epoch " +
      "already has a smaller learning rate than was asked for.",
    (learningRate0, epochNum, decayRate) => learningRate0 / (1 + decayRate * (epochNum + 1)),
  ),
  schedule(
    "no-floor",
    "The number of intervals is not rounded down.",
    "The learning rate is to stay the same during an interval and to drop when the next one begins. Without " +
      "rounding down it falls in every epoch, and there are no steps: that is the schedule without intervals, " +
      "only slower.",
    counting((epochNum, timeInterval) => epochNum / timeInterval),
  ),
  schedule(
    "rounded-to-nearest",
    "The number of intervals is rounded to the nearest integer instead of down.",
    "Only whole intervals that have passed count. Rounded to the nearest integer, the drop comes in the middle " +
      "of an interval, half an interval too early.",
    counting((epochNum, timeInterval) => Math.round(epochNum / timeInterval)),
  ),
  schedule(
    "rounded-up",
    "The number of intervals is rounded up instead of down.",
    "Only whole intervals that have passed count. Rounded up, an interval counts as soon as it begins, and the " +
      "learning rate has dropped by epoch 1 already.",
    counting((epochNum, timeInterval) => Math.ceil(epochNum / timeInterval)),
  ),
  schedule(
    "floor-misplaced",
    "Rounding down comes after the multiplication by the decay rate instead of before.",
    "What is counted in whole numbers are intervals. Rounding the product with the decay rate as well throws " +
      "the decay away: with a rate below 1 nothing happens for several intervals. Round down the quotient alone.",
    (learningRate0, epochNum, decayRate, timeInterval = 1000) =>
      learningRate0 / (1 + Math.floor((decayRate * epochNum) / timeInterval)),
  ),
  schedule(
    "remainder",
    "The remainder of the division by the interval is used instead of the quotient.",
    "The remainder says how far into the current interval the epoch is, and begins at zero again in each: the " +
      "learning rate would fall within an interval and jump back up. Asked for is how many intervals have passed.",
    counting((epochNum, timeInterval) => epochNum % timeInterval),
  ),
  schedule(
    "interval-ignored",
    "The learning rate decays in every epoch; the interval is not used.",
    "This schedule keeps the learning rate constant for a whole interval. Without the interval it decays in " +
      "every epoch, as in the exercise before, and far too fast. Check that the fourth argument is used.",
    counting((epochNum) => epochNum),
  ),
  schedule(
    "only-at-boundaries",
    "Only epochs at which an interval begins get a lower learning rate; all others get the initial one.",
    "What has decayed stays decayed. The function knows nothing of earlier calls, so every epoch has to work " +
      "out how many intervals have passed before it, not only those at which one begins.",
    counting((epochNum, timeInterval) => (epochNum % timeInterval === 0 ? epochNum / timeInterval : 0)),
  ),
  schedule(
    "first-interval-counts",
    "The interval that is still running is counted too: one is added to the number of intervals.",
    "Only whole intervals that have passed count. In the first interval none has, so the learning rate is still " +
      "the initial one. See what your function returns at epoch 0.",
    counting((epochNum, timeInterval) => Math.floor(epochNum / timeInterval) + 1),
  ),
  schedule(
    "multiplies",
    "The initial learning rate is multiplied by the growing factor instead of divided.",
    "The factor grows with every interval. Multiplied by it, the learning rate grows as well; it is meant to " +
      "shrink. Compare epoch 0 with a late epoch: which should be larger?",
    (learningRate0, epochNum, decayRate, timeInterval = 1000) =>
      learningRate0 * (1 + decayRate * Math.floor(epochNum / timeInterval)),
  ),
];
