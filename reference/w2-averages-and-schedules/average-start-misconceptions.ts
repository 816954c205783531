import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type AverageVariant, averageWith, rightAverages, variant } from "./average-variant.ts";

/** The right averages, put into another form. */
const inForm =
  (form: (averages: tf.Tensor1D) => tf.Tensor): AverageVariant =>
  (...args) =>
    form(rightAverages(...args) as tf.Tensor1D);

/** The mean of the last values, about as many as an average with this beta remembers. */
const movingWindow: AverageVariant = (values, beta) => {
  const width = Math.max(1, Math.round(1 / (1 - beta)));
  const series = [...values.dataSync()];
  return tf.tensor1d(
    series.map((_, i) => {
      const window = series.slice(Math.max(0, i + 1 - width), i + 1);
      return window.reduce((sum, value) => sum + value, 0) / window.length;
    }),
  );
};

/** The corrected average goes on into the next one. */
const correctionCarriedOn: AverageVariant = (values, beta, biasCorrection = true) => {
  let average = 0;
  return tf.tensor1d(
    [...values.dataSync()].map((value, i) => {
      average = beta * average + (1 - beta) * value;
      if (biasCorrection) average /= 1 - beta ** (i + 1);
      return average;
    }),
  );
};

/** What students get wrong in where the averages begin, what goes on to the next one, and what is returned. */
export const averageStartMisconceptions: readonly Misconception[] = [
  variant(
    "starts-at-first-value",
    "The averages begin at the first value instead of at 0.",
    "Here the average before the first value is 0, and the bias correction counts on that. Begun at the first value and " +
      "corrected as well, the averages are far too large.",
    averageWith({ start: (first) => first }),
  ),
  variant(
    "start-instead-of-correction",
    "Instead of a correction, the averages begin at the first value.",
    "That too does away with the small start, but it gives the first value a weight that fades only slowly. The " +
      "correction divides each average by the sum of its weights, and leaves their shares as they are.",
    averageWith({ start: (first, biasCorrection) => (biasCorrection ? first : 0), corrected: (average) => average }),
  ),
  variant(
    "correction-carried-on",
    "The next average goes on from the corrected one.",
    "The correction is for what is returned. Carried on into the next average, it is corrected again and again. Keep the " +
      "uncorrected average in a variable of its own.",
    correctionCarriedOn,
  ),
  variant(
    "start-returned-too",
    "The result begins with the 0 from before the first value.",
    "The average before the first value is only where the sum begins. The result has as many elements as there are " +
      "values, and its first one is the average after the first value.",
    inForm((averages) => tf.concat([tf.zeros([1]), averages])),
  ),
  variant(
    "last-average-only",
    "Only the last average is returned.",
    "Asked for is the whole series of averages, one after each value. Look at what you keep in the loop and what you " +
      "return.",
    inForm((averages) => tf.slice(averages, [averages.size - 1], [1])),
  ),
  variant(
    "column",
    "The averages stand in a column or a row, a tensor of two dimensions.",
    "Values come in one dimension, and the averages go out in one. Compare the shape of your result with that of " +
      "the values.",
    inForm((averages) => tf.reshape(averages, [-1, 1])),
  ),
  variant(
    "mean-of-a-window",
    "Each average is the plain mean of the last values.",
    "A window gives some values the same weight and all others none. In an exponentially weighted average each value " +
      "counts, beta times as much as the one after it, however long ago it was.",
    movingWindow,
  ),
  variant(
    "mean-of-all-values",
    "Each average is the plain mean of all values so far.",
    "In a plain mean all values weigh the same. Here a value weighs beta times as much as the one after it. Look at " +
      "where beta is used.",
    averageWith({
      next: (past, value) => past + value,
      corrected: (sum, _, t) => sum / t,
      uncorrected: (sum, _, t) => sum / t,
    }),
  ),
];
