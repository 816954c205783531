import type { Misconception } from "../misconceptions/misconception.ts";

type Decay = (learningRate0: number, epochNum: number, interval: number, factor?: number) => number;

const variant = (id: string, name: string, explanation: string, implementation: Decay): Misconception => ({
  id: `staircase-${id}`,
  exercise: "staircaseDecay",
  name,
  explanation,
  implementation,
});

/** The staircase with steps counted in a wrong way. */
const counting =
  (count: (epochNum: number, interval: number) => number): Decay =>
  (learningRate0, epochNum, interval, factor = 0.5) =>
    learningRate0 * factor ** count(epochNum, interval);

/** The right number of steps, put to a wrong use. */
const applying =
  (apply: (learningRate0: number, steps: number, factor: number) => number): Decay =>
  (learningRate0, epochNum, interval, factor = 0.5) =>
    apply(learningRate0, Math.floor(epochNum / interval), factor);

const wholeIntervals = "Only intervals that have passed as a whole count.";

/** What students write instead of a learning rate that falls in steps. */
export const staircaseMisconceptions: readonly Misconception[] = [
  variant(
    "no-floor",
    "The number of intervals is not rounded down.",
    "The learning rate is to stay the same during an interval and to drop when the next one begins. Without rounding down " +
      "it falls in every epoch: a slope, no staircase.",
    counting((epochNum, interval) => epochNum / interval),
  ),
  variant(
    "rounded-to-nearest",
    "The number of intervals is rounded to the nearest whole number instead of down.",
    `${wholeIntervals} Rounded to the nearest, the drop comes half an interval too early.`,
    counting((epochNum, interval) => Math.round(epochNum / interval)),
  ),
  variant(
    "rounded-up",
    "The number of intervals is rounded up instead of down.",
    `${wholeIntervals} Rounded up, the rate has dropped by epoch 1 already.`,
    counting((epochNum, interval) => Math.ceil(epochNum / interval)),
  ),
  variant(
    "first-interval-counts",
    "The interval that is still running is counted too: one is added to the number of intervals.",
    `${wholeIntervals} In the first interval none has, so the rate is still the initial one. Check epoch 0.`,
    counting((epochNum, interval) => Math.floor(epochNum / interval) + 1),
  ),
  variant(
    "epochs-from-one",
    "One is added to the epoch before it is divided.",
    "Epochs count from 0: an interval of 10 holds the epochs 0 to 9. With one more, each drop comes one epoch too early.",
    counting((epochNum, interval) => Math.floor((epochNum + 1) / interval)),
  ),
  variant(
    "one-epoch-behind",
    "One is subtracted from the epoch before it is divided, or an epoch at the start of an interval is left to the one before.",
    "Epochs count from 0, and the rate drops with the first epoch of the next interval: with an interval of 10, in epoch 10. " +
      "Here it drops one epoch later.",
    counting((epochNum, interval) => Math.floor(Math.max(0, epochNum - 1) / interval)),
  ),
  variant(
    "divided-by-rounding",
    "The epoch is multiplied by 1 / interval, which is not exact, before it is rounded down.",
    "1 / 49 cannot be held exactly, and 49 times it is a little less than 1: rounded down, that is 0. A quotient of two whole " +
      "numbers that divides evenly is exact.",
    counting((epochNum, interval) => Math.floor(epochNum * (1 / interval))),
  ),
  variant(
    "remainder",
    "The remainder of the division by the interval is used instead of the quotient.",
    "The remainder says how far into the current interval the epoch is, and begins at 0 again in each. Asked for is how many " +
      "intervals have passed.",
    counting((epochNum, interval) => epochNum % interval),
  ),
  variant(
    "interval-ignored",
    "The learning rate falls in every epoch; the interval is not used.",
    "The rate is to stay the same for a whole interval. Look at whether the third argument is used.",
    counting((epochNum) => epochNum),
  ),
  variant(
    "only-at-boundaries",
    "Only epochs at which an interval begins get a lower learning rate; all others get the initial one.",
    "What has decayed stays decayed. Every epoch has to work out how many intervals have passed before it, because the " +
      "function knows nothing of earlier calls.",
    counting((epochNum, interval) => (epochNum % interval === 0 ? epochNum / interval : 0)),
  ),
  variant(
    "only-once",
    "The learning rate drops once, after the first interval, and then no more.",
    "With each interval that has passed, the rate is multiplied by the factor again. Whether one has passed is not enough: " +
      "count how many.",
    counting((epochNum, interval) => Math.min(1, Math.floor(epochNum / interval))),
  ),
  variant(
    "product",
    "The factor is multiplied by the number of intervals instead of raised to its power.",
    "A product is 0 in the first interval, where nothing has decayed yet, and then grows. Each interval multiplies the rate by " +
      "the factor once more.",
    applying((learningRate0, steps, factor) => learningRate0 * factor * steps),
  ),
  variant(
    "caret",
    "The caret is taken for a power.",
    "In JavaScript, the caret is a bitwise operation on whole numbers: it drops the decimals of the factor. There is another " +
      "operator for powers, and a function.",
    applying((learningRate0, steps, factor) => learningRate0 * (factor ^ steps)),
  ),
  variant(
    "divides",
    "The initial learning rate is divided by the power instead of multiplied.",
    "The factor is at most 1, and so are its powers. Divided by them, the learning rate grows; it is meant to shrink.",
    applying((learningRate0, steps, factor) => learningRate0 / factor ** steps),
  ),
  variant(
    "share-lost",
    "The factor is taken for the share that is lost: 1 - factor is raised to the power.",
    "The factor says what is left after an interval. With 0.5 the two are the same; try 0.9.",
    applying((learningRate0, steps, factor) => learningRate0 * (1 - factor) ** steps),
  ),
  variant(
    "inverse-time",
    "The learning rate is divided by 1 + factor * number of intervals.",
    "That is another schedule, which falls more and more slowly. Here the rate falls by the same factor with each interval.",
    applying((learningRate0, steps, factor) => learningRate0 / (1 + factor * steps)),
  ),
  variant(
    "subtracted",
    "With each interval the same amount is subtracted.",
    "A difference falls in a straight line and is soon negative. Each interval takes the same share of what is left, so the " +
      "rate stays positive.",
    applying((learningRate0, steps, factor) => learningRate0 - learningRate0 * factor * steps),
  ),
  variant(
    "factor-fixed",
    "The factor is always 0.5, whatever is passed.",
    "0.5 is only what the factor is when it is left out. Look at whether all four arguments are used.",
    applying((learningRate0, steps) => learningRate0 * 0.5 ** steps),
  ),
  variant(
    "default-tenth",
    "When no factor is given, it is 0.1 instead of 0.5.",
    "A parameter that is left out has the value shown in the signature of the handout. Look at the default of factor.",
    (learningRate0, epochNum, interval, factor = 0.1) => learningRate0 * factor ** Math.floor(epochNum / interval),
  ),
  variant(
    "initial-rate-missing",
    "The power is returned without the initial learning rate.",
    "The power says what share of the initial rate is left. At epoch 0 it is 1, and the result is to be the initial rate.",
    applying((_, steps, factor) => factor ** steps),
  ),
];
