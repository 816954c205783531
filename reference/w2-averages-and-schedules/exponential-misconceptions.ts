import type { Misconception } from "../misconceptions/misconception.ts";

type Decay = (learningRate0: number, epochNum: number, base?: number) => number;

const variant = (id: string, name: string, explanation: string, implementation: Decay): Misconception => ({
  id: `exponential-${id}`,
  exercise: "exponentialDecay",
  name,
  explanation,
  implementation,
});

const startsAtInitial = "At epoch 0 nothing has decayed yet, and the result is the initial learning rate.";

/** What students write instead of exponential decay. */
export const exponentialMisconceptions: readonly Misconception[] = [
  variant(
    "product",
    "The base is multiplied by the epoch instead of raised to its power.",
    `A product grows from epoch to epoch, and is 0 at the start. ${startsAtInitial} Each epoch multiplies it by the base once more.`,
    (learningRate0, epochNum, base = 0.95) => base * epochNum * learningRate0,
  ),
  variant(
    "caret",
    "The caret is taken for a power.",
    "In JavaScript, the caret is a bitwise operation on whole numbers: it drops the decimals of the base. There is another " +
      "operator for powers, and a function.",
    (learningRate0, epochNum, base = 0.95) => (base ^ epochNum) * learningRate0,
  ),
  variant(
    "operands-exchanged",
    "The epoch is raised to the power of the base.",
    `That grows with the epoch. ${startsAtInitial} Which of the two numbers is multiplied by itself, and which says how often?`,
    (learningRate0, epochNum, base = 0.95) => epochNum ** base * learningRate0,
  ),
  variant(
    "share-lost",
    "The base is taken for the share that is lost in each epoch: 1 - base is raised to the power.",
    "With a base of 0.95, a twentieth is lost in each epoch and 0.95 is left. Compare epoch 1: how much is left there?",
    (learningRate0, epochNum, base = 0.95) => (1 - base) ** epochNum * learningRate0,
  ),
  variant(
    "rate-inside-power",
    "The initial learning rate is raised to the power along with the base.",
    `Only the base is multiplied by itself. ${startsAtInitial} Look at the brackets.`,
    (learningRate0, epochNum, base = 0.95) => (base * learningRate0) ** epochNum,
  ),
  variant(
    "initial-rate-missing",
    "The power is returned without the initial learning rate.",
    `The power says what share of the initial rate is left. ${startsAtInitial} Look at whether all three arguments are used.`,
    (_, epochNum, base = 0.95) => base ** epochNum,
  ),
  variant(
    "epochs-from-one",
    "The exponent is one too large: one is added to the epoch.",
    `Epochs count from 0. ${startsAtInitial} A loop up to and including the epoch multiplies once too often.`,
    (learningRate0, epochNum, base = 0.95) => base ** (epochNum + 1) * learningRate0,
  ),
  variant(
    "one-epoch-behind",
    "The exponent is one too small: one is subtracted from the epoch.",
    `Epochs count from 0. ${startsAtInitial} With one less, the rate there is even above it.`,
    (learningRate0, epochNum, base = 0.95) => base ** (epochNum - 1) * learningRate0,
  ),
  variant(
    "divides",
    "The initial learning rate is divided by the power instead of multiplied.",
    "The power is at most 1. Divided by it, the learning rate grows; it is meant to shrink.",
    (learningRate0, epochNum, base = 0.95) => learningRate0 / base ** epochNum,
  ),
  variant(
    "natural",
    "The decay is that of the exponential function with the base as its rate.",
    "The number that is raised to the power is the base itself, not Euler's number. Compare epoch 1: there the rate is the " +
      "base times the initial one.",
    (learningRate0, epochNum, base = 0.95) => Math.exp(-base * epochNum) * learningRate0,
  ),
  variant(
    "inverse-time",
    "The learning rate is divided by 1 + base * epochNum.",
    "That is another schedule, which falls more and more slowly. Here the rate falls by the same factor in every epoch.",
    (learningRate0, epochNum, base = 0.95) => learningRate0 / (1 + base * epochNum),
  ),
  variant(
    "once",
    "The initial learning rate is multiplied by the base once, whatever the epoch is.",
    "The function knows nothing of earlier calls. It has to make up for all epochs at once, starting from the initial rate.",
    (learningRate0, epochNum, base = 0.95) => (epochNum === 0 ? learningRate0 : base * learningRate0),
  ),
  variant(
    "base-fixed",
    "The base is always 0.95, whatever is passed.",
    "0.95 is only what the base is when it is left out. Look at whether all three arguments are used.",
    (learningRate0, epochNum) => 0.95 ** epochNum * learningRate0,
  ),
  variant(
    "default-smaller",
    "When no base is given, it is 0.9 instead of 0.95.",
    "A parameter that is left out has the value shown in the signature of the handout. Look at the default of base.",
    (learningRate0, epochNum, base = 0.9) => base ** epochNum * learningRate0,
  ),
];
