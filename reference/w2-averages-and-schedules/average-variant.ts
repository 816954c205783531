import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";

/** A way to compute all averages of a series. */
export type AverageVariant = (values: tf.Tensor1D, beta: number, biasCorrection?: boolean) => tf.Tensor;

/** Averages in parts, each of which a student may get wrong. */
type AverageParts = {
  /** The next average. @param value The new value; `before` is the one before it, 0 at first. */
  readonly next: (past: number, value: number, beta: number, before: number) => number;
  /** What is returned of the average after t of n values where the bias is to be corrected. */
  readonly corrected: (average: number, beta: number, t: number, n: number) => number;
  /** The same where it is not. */
  readonly uncorrected: (average: number, beta: number, t: number) => number;
  /** The average before the first value. */
  readonly start: (first: number, biasCorrection: boolean) => number;
};

const rightParts: AverageParts = {
  next: (past, value, beta) => beta * past + (1 - beta) * value,
  corrected: (average, beta, t) => average / (1 - beta ** t),
  uncorrected: (average) => average,
  start: () => 0,
};

/** The averages with some of their parts changed. */
export function averageWith(changes: Partial<AverageParts>): AverageVariant {
  const part = { ...rightParts, ...changes };
  return (values, beta, biasCorrection = true) => {
    const series = [...values.dataSync()];
    let average = part.start(series[0] ?? 0, biasCorrection);
    const averages = series.map((value, i) => {
      average = part.next(average, value, beta, series[i - 1] ?? 0);
      return biasCorrection
        ? part.corrected(average, beta, i + 1, series.length)
        : part.uncorrected(average, beta, i + 1);
    });
    return tf.tensor1d(averages, "float32");
  };
}

/** The averages as they should be. */
export const rightAverages = averageWith({});

/** A wrong way to average. @param id Without `average-`. */
export const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: AverageVariant,
): Misconception => ({
  id: `average-${id}`,
  exercise: "exponentiallyWeightedAverage",
  name,
  explanation,
  implementation,
});
