import * as tf from "@tensorflow/tfjs";
import type { RunningStatistics } from "gradecheck/w3-batch-normalization";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  type Matrix,
  type NormalizationParts,
  rightParts,
  type WrongPart,
  wordsOn,
  wrongParts,
} from "./normalization-variant.ts";

type Variant = (Z: Matrix, gamma: Matrix, beta: Matrix, running: RunningStatistics, epsilon?: number) => Matrix;

/** What the function normalizes with. */
type Statistics = (Z: Matrix, running: RunningStatistics) => { readonly mu: Matrix; readonly sigma2: Matrix };

const inferenceWith =
  (changes: Partial<NormalizationParts>, statistics: Statistics = (_, running) => running): Variant =>
  (Z, gamma, beta, running, given) => {
    const part = { ...rightParts, ...changes };
    return part.ZTilde(part.ZNorm(Z, statistics(Z, running), part.epsilon(given)), gamma, beta);
  };

const ownMean = rightParts.mu;
const ownVariance = (Z: Matrix): Matrix => rightParts.sigma2(Z, ownMean(Z));
const mixed = (past: Matrix, value: Matrix): Matrix => tf.add(tf.mul(0.9, past), tf.mul(0.1, value));

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `inference-${id}`,
  exercise: "batchNormInference",
  name,
  explanation,
  implementation,
});

/** What students write instead of the normalization at test time. */
export const inferenceMisconceptions: readonly Misconception[] = [
  ...(Object.keys(wrongParts) as WrongPart[]).map((id) => variant(id, ...wordsOn[id], inferenceWith(wrongParts[id]))),
  variant(
    "own-statistics",
    "Z is normalized with its own mean and variance.",
    "At test time an example must not depend on those that happen to come with it, and a single one has no spread. What training has gathered is in running.",
    inferenceWith({}, (Z) => ({ mu: ownMean(Z), sigma2: ownVariance(Z) })),
  ),
  variant(
    "own-mean",
    "The variance is the running one, but the mean is that of Z itself.",
    "Both come from running at test time. With its own mean subtracted, a single example gives beta whatever it is.",
    inferenceWith({}, (Z, { sigma2 }) => ({ mu: ownMean(Z), sigma2 })),
  ),
  variant(
    "own-variance",
    "The mean is the running one, but the variance is that of Z itself.",
    "Both come from running at test time. A single example has the variance 0.",
    inferenceWith({}, (Z, { mu }) => ({ mu, sigma2: ownVariance(Z) })),
  ),
  variant(
    "statistics-updated-first",
    "The batch at test time is taken into the running statistics before they are used.",
    "Running statistics are gathered in training and stay as they are afterwards. If each test batch moved them, results would depend on the order of the examples.",
    inferenceWith({}, (Z, { mu, sigma2 }) => ({ mu: mixed(mu, ownMean(Z)), sigma2: mixed(sigma2, ownVariance(Z)) })),
  ),
  variant(
    "deviation-squared",
    "sigma2 is squared before the root is taken.",
    "The name says what it is: sigma2 is a variance already. Squared once more, the root gives it back unchanged.",
    inferenceWith({
      ZNorm: (Z, { mu, sigma2 }, epsilon) => tf.div(tf.sub(Z, mu), tf.sqrt(tf.add(tf.square(sigma2), epsilon))),
    }),
  ),
];
