import * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { Split } from "gradecheck/w1-train-dev-test";
import type { Misconception } from "../misconceptions/misconception.ts";

/** A function of the exercise's parameters; what it returns may be of another form. */
type SplitVariant = (X: tf.Tensor2D, Y: tf.Tensor2D, devFraction: number, testFraction: number, rng: Rng) => unknown;

/** Examples of the three splits. */
export type Counts = { readonly train: number; readonly dev: number; readonly test: number };

/** A wrong way to split a dataset. @param id Without `split-`. */
export const splitVariant = (
  id: string,
  name: string,
  explanation: string,
  implementation: SplitVariant,
): Misconception => ({ id: `split-${id}`, exercise: "splitDataset", name, explanation, implementation });

/** How many examples each split has. */
export function countsOf(m: number, devFraction: number, testFraction: number): Counts {
  const [dev, test] = [Math.floor(devFraction * m), Math.floor(testFraction * m)];
  return { train: m - dev - test, dev, test };
}

/** The columns of X and Y that are named. */
export const take = (X: tf.Tensor2D, Y: tf.Tensor2D, columns: readonly number[], labels = columns): Split => ({
  X: takeColumns(X, columns),
  Y: takeColumns(Y, labels),
});

/** All columns in their old order. */
export const inOrder = (m: number): number[] => Array.from({ length: m }, (_, j) => j);

/** Train, dev and test one after the other, in the given orders of the columns. */
export function cut(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  { train, dev, test }: Counts,
  order: readonly number[],
  labels = order,
): Record<"train" | "dev" | "test", Split> {
  const piece = (from: number, size: number): Split =>
    take(X, Y, order.slice(from, from + size), labels.slice(from, from + size));
  return { train: piece(0, train), dev: piece(train, dev), test: piece(train + dev, test) };
}

function takeColumns(matrix: tf.Tensor2D, columns: readonly number[]): tf.Tensor2D {
  return tf.gather(matrix, tf.tensor1d([...columns], "int32"), 1);
}
