import type { Misconception } from "../misconceptions/misconception.ts";

type Decay = (learningRate0: number, epochNum: number, k?: number) => number;

const variant = (id: string, name: string, explanation: string, implementation: Decay): Misconception => ({
  id: `inverse-sqrt-${id}`,
  exercise: "inverseSqrtDecay",
  name,
  explanation,
  implementation,
});

/** The right learning rate at epoch 0, and another one from then on. */
const afterEpoch0 =
  (decay: (learningRate0: number, epochNum: number, k: number) => number): Decay =>
  (learningRate0, epochNum, k = 1) =>
    epochNum === 0 ? learningRate0 : decay(learningRate0, epochNum, k);

const byHand = "Compute epoch 4 by hand: its root is 2, so the rate is half of that in epoch 1.";

/** What students write instead of a decay with the root of the epoch. */
export const inverseSqrtMisconceptions: readonly Misconception[] = [
  variant(
    "divides-by-zero",
    "Epoch 0 is no exception: there, the rate is divided by 0.",
    "The root of 0 is 0, and the quotient is infinite: no step could be made with it. The handout says what the learning " +
      "rate is in epoch 0.",
    (learningRate0, epochNum, k = 1) => (k / Math.sqrt(epochNum)) * learningRate0,
  ),
  variant(
    "k-at-epoch-0",
    "At epoch 0 the initial learning rate is multiplied by k.",
    "In epoch 0 the result is the initial learning rate, whatever k is. Putting 1 in place of 0 under the root " +
      "gives the rate of epoch 1.",
    (learningRate0, epochNum, k = 1) => (k / Math.sqrt(Math.max(1, epochNum))) * learningRate0,
  ),
  variant(
    "zero-at-epoch-0",
    "At epoch 0 the learning rate is 0.",
    "With a learning rate of 0 nothing would be learned in the first epoch. The handout says what it is there.",
    (learningRate0, epochNum, k = 1) => (epochNum === 0 ? 0 : (k / Math.sqrt(epochNum)) * learningRate0),
  ),
  variant(
    "epochs-from-one",
    "One is added to the epoch under the root.",
    "That avoids the division by 0, but it is another schedule: every epoch gets the rate of the next one. Only epoch 0 is " +
      "an exception, and the handout says what holds there.",
    (learningRate0, epochNum, k = 1) => (k / Math.sqrt(epochNum + 1)) * learningRate0,
  ),
  variant(
    "root-of-one-plus",
    "The learning rate is divided by the root of 1 + k * epochNum.",
    "That avoids the division by 0, but it is another schedule. Here k stands above the line, and under the root is the " +
      "epoch alone.",
    (learningRate0, epochNum, k = 1) => learningRate0 / Math.sqrt(1 + k * epochNum),
  ),
  variant(
    "one-plus-root",
    "One is added to the root of the epoch.",
    "That avoids the division by 0, but it is another schedule. Only epoch 0 is an exception, and the handout says what " +
      "holds there.",
    (learningRate0, epochNum, k = 1) =>
      epochNum === 0 ? learningRate0 : (k / (1 + Math.sqrt(epochNum))) * learningRate0,
  ),
  variant(
    "no-root",
    "The learning rate is divided by the epoch itself, without the root.",
    `Without the root it falls much faster. ${byHand}`,
    afterEpoch0((learningRate0, epochNum, k) => (k / epochNum) * learningRate0),
  ),
  variant(
    "k-inside-root",
    "k stands under the root.",
    "The root is that of the epoch alone. Compute epoch 1 by hand: there the rate is k times the initial one.",
    afterEpoch0((learningRate0, epochNum, k) => Math.sqrt(k / epochNum) * learningRate0),
  ),
  variant(
    "k-left-out",
    "k is not used.",
    "k is an argument of the function; 1 is only what it is when it is left out. Look at whether all three arguments are used.",
    afterEpoch0((learningRate0, epochNum) => learningRate0 / Math.sqrt(epochNum)),
  ),
  variant(
    "k-divides",
    "The learning rate is divided by k.",
    "k stands above the line: the larger it is, the larger is the learning rate. Look at the brackets of the denominator.",
    afterEpoch0((learningRate0, epochNum, k) => learningRate0 / (k * Math.sqrt(epochNum))),
  ),
  variant(
    "rate-divides",
    "The initial learning rate stands in the denominator.",
    "The quotient of k and the root is multiplied by the initial rate. Without brackets in the right place, the code " +
      "divides by the product of the root and the rate.",
    afterEpoch0((learningRate0, epochNum, k) => k / (Math.sqrt(epochNum) * learningRate0)),
  ),
  variant(
    "rate-inside-root",
    "The initial learning rate stands under the root as well.",
    "The root is that of the epoch alone. Compute epoch 1 by hand: there the rate is k times the initial one.",
    afterEpoch0((learningRate0, epochNum, k) => k * Math.sqrt(learningRate0 / epochNum)),
  ),
  variant(
    "multiplies",
    "The learning rate is multiplied by the root instead of divided.",
    `The root grows with the epoch. Multiplied by it, the learning rate grows; it is meant to shrink. ${byHand}`,
    afterEpoch0((learningRate0, epochNum, k) => k * Math.sqrt(epochNum) * learningRate0),
  ),
  variant(
    "initial-rate-missing",
    "The quotient is returned without the initial learning rate.",
    "The quotient says what share of the initial rate is left. Look at whether all three arguments are used.",
    afterEpoch0((_, epochNum, k) => k / Math.sqrt(epochNum)),
  ),
  variant(
    "capped",
    "The learning rate is never more than the initial one.",
    "With a k above the root of the epoch, the formula gives more than the initial rate, and that is how it is meant. The " +
      "handout names no limit.",
    afterEpoch0((learningRate0, epochNum, k) => Math.min(1, k / Math.sqrt(epochNum)) * learningRate0),
  ),
  variant(
    "one-epoch-behind",
    "One is subtracted from the epoch under the root.",
    "Epochs count from 0, and epoch 1 has a root of 1. With one less under it, epoch 1 divides by 0.",
    afterEpoch0((learningRate0, epochNum, k) => (k / Math.sqrt(epochNum - 1)) * learningRate0),
  ),
];
