import * as tf from "@tensorflow/tfjs";
import type { RunningStatistics } from "gradecheck/w3-batch-normalization";
import type { Misconception } from "../misconceptions/misconception.ts";
import type { Matrix } from "./normalization-variant.ts";

type Variant = (running: RunningStatistics, mu: Matrix, sigma2: Matrix, momentum?: number) => RunningStatistics;

/** `past * running + present * new` */
const weigh = (past: number, running: Matrix, present: number, value: Matrix): Matrix =>
  tf.add(tf.mul(past, running), tf.mul(present, value));

/** Weights of the past and of the new batch that are made from the momentum, alike for both statistics. */
const weighedBy =
  (weights: (momentum: number) => readonly [past: number, present: number], byDefault = 0.9): Variant =>
  (running, mu, sigma2, momentum = byDefault) => {
    const [past, present] = weights(momentum);
    return { mu: weigh(past, running.mu, present, mu), sigma2: weigh(past, running.sigma2, present, sigma2) };
  };

const usual = (momentum: number): readonly [number, number] => [momentum, 1 - momentum];
const right = weighedBy(usual);

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `running-${id}`,
  exercise: "updateRunningStatistics",
  name,
  explanation,
  implementation,
});

/** What students write instead of running statistics. */
export const runningMisconceptions: readonly Misconception[] = [
  variant(
    "weights-exchanged",
    "momentum and 1 - momentum are exchanged.",
    "Here momentum is the weight of the past: at 0.9 a single batch changes little. Some libraries call the other weight momentum. See what should happen at momentum 1.",
    weighedBy((momentum) => [1 - momentum, momentum]),
  ),
  variant(
    "batch-at-full-weight",
    "The new batch is added at full weight.",
    "The two weights of an average add up to 1. At full weight the statistics grow to many times those of a batch.",
    weighedBy((momentum) => [momentum, 1]),
  ),
  variant(
    "past-at-full-weight",
    "The past is kept at full weight.",
    "The two weights of an average add up to 1. If nothing of the past is given up, the statistics grow with every batch.",
    weighedBy((momentum) => [1, 1 - momentum]),
  ),
  variant(
    "plain-mean",
    "The past and the new batch have the same weight.",
    "momentum says how much the past counts. Check that the argument is used.",
    weighedBy(() => [0.5, 0.5]),
  ),
  variant(
    "past-forgotten",
    "The statistics of the new batch are returned as they are.",
    "One batch is noisy, which is why an average over many is kept. Check that running is used.",
    weighedBy(() => [0, 1]),
  ),
  variant(
    "past-not-used",
    "The new batch is weighted, but the past is not added.",
    "An average continues the one before. Check that running is used.",
    weighedBy((momentum) => [0, 1 - momentum]),
  ),
  variant(
    "nothing-new",
    "The running statistics come back as they were.",
    "With every batch both of them move a little. Look at what you return.",
    (running) => ({ mu: tf.clone(running.mu), sigma2: tf.clone(running.sigma2) }),
  ),
  variant(
    "only-mean",
    "Only the means are averaged; the variances come back as they were.",
    "Test time needs both, so both follow the batches in the same way.",
    (running, ...rest) => ({ mu: right(running, ...rest).mu, sigma2: tf.clone(running.sigma2) }),
  ),
  variant(
    "newest-variance",
    "Only the means are averaged; the variances are those of the new batch.",
    "The variance of one batch is as noisy as its mean. Both are averaged in the same way.",
    (running, mu, sigma2, momentum) => ({ mu: right(running, mu, sigma2, momentum).mu, sigma2: tf.clone(sigma2) }),
  ),
  variant(
    "bias-corrected",
    "The averages are divided by 1 - momentum, as if they had begun at 0.",
    "Running statistics begin at mean 0 and variance 1 or go on from earlier batches; nothing here says how many there were. There is no correction in this function.",
    (running, mu, sigma2, momentum = 0.9) => {
      const averages = right(running, mu, sigma2, momentum);
      if (momentum === 1) return averages;
      return { mu: tf.div(averages.mu, 1 - momentum), sigma2: tf.div(averages.sigma2, 1 - momentum) };
    },
  ),
  variant(
    "deviations-averaged",
    "The variances are averaged as deviations and squared again.",
    "The average is one of variances. The mean of two roots, squared, is less than the mean of what they are roots of.",
    (running, mu, sigma2, momentum = 0.9) => ({
      mu: right(running, mu, sigma2, momentum).mu,
      sigma2: tf.square(weigh(momentum, tf.sqrt(running.sigma2), 1 - momentum, tf.sqrt(sigma2))),
    }),
  ),
  variant(
    "weights-squared-for-variance",
    "The weights are squared for the variances.",
    "Squared weights belong to the variance of a weighted sum of random numbers. Here an average of variances is kept, and its weights add up to 1.",
    (running, mu, sigma2, momentum = 0.9) => ({
      mu: right(running, mu, sigma2, momentum).mu,
      sigma2: weigh(momentum ** 2, running.sigma2, (1 - momentum) ** 2, sigma2),
    }),
  ),
  variant(
    "momentum-0-taken-for-missing",
    "A momentum of 0 is replaced by the default.",
    "0 is a value that may be meant. The default belongs to an argument that is undefined, and to no other.",
    (running, mu, sigma2, momentum) => right(running, mu, sigma2, momentum || 0.9),
  ),
  variant(
    "default-momentum-099",
    "When no momentum is given, it is 0.99.",
    "0.99 is the default of another library. Compare yours with the signature in the handout.",
    weighedBy(usual, 0.99),
  ),
  variant(
    "changes-its-input",
    "The new averages are assigned into the dictionary that was passed in.",
    "What is passed in belongs to the caller. Make a new dictionary and return that one.",
    (running, mu, sigma2, momentum) => Object.assign(running, right(running, mu, sigma2, momentum)),
  ),
];
