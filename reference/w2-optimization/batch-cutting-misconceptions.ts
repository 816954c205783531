import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type Batch, type BatchesVariant, variant } from "./mini-batch-variant.ts";

const takeColumns = (matrix: tf.Tensor2D, columns: readonly number[]): tf.Tensor2D =>
  tf.gather(matrix, tf.tensor1d([...columns], "int32"), 1);

/** The batches with the columns that a function chooses from the permutation. @param k Number of the batch, from 0. */
const choosing =
  (choose: (order: readonly number[], size: number, k: number, count: number) => readonly number[]): BatchesVariant =>
  (X, Y, size = 64, rng) => {
    const order = rng.permutation(X.shape[1]);
    const count = Math.ceil(order.length / size);
    return Array.from({ length: count }, (_, k) => ({
      X: takeColumns(X, choose(order, size, k, count)),
      Y: takeColumns(Y, choose(order, size, k, count)),
    }));
  };

type Choose = Parameters<typeof choosing>[0];

const right: Choose = (order, size, k) => order.slice(k * size, (k + 1) * size);

/** The last batch in the old order of the examples. */
const remainderInOldOrder: Choose = (order, size, k) =>
  (k + 1) * size <= order.length
    ? order.slice(k * size, (k + 1) * size)
    : order.map((_, j) => j).slice(k * size, order.length);

/** What students get wrong where the shuffled columns are cut. */
export const batchCuttingMisconceptions: readonly Misconception[] = [
  variant(
    "remainder-not-shuffled",
    "The last, smaller batch is cut from X and Y as they were before shuffling.",
    "What is left over are the last shuffled columns. Cut from the old ones, it holds examples that are in other batches " +
      "already, and lacks the ones that are missing there.",
    choosing(remainderInOldOrder),
  ),
  variant(
    "remainder-filled-up",
    "The last batch is filled up to full size with columns of the batch before.",
    "Each example is to be in one batch, once. When the size does not divide the number of examples, the last batch is " +
      "simply smaller.",
    choosing((order, size, k) => order.slice(Math.max(0, Math.min(k * size, order.length - size))).slice(0, size)),
  ),
  variant(
    "remainder-from-start",
    "The last batch is filled up to full size with columns from the start.",
    "Each example is to be in one batch, once. When the size does not divide the number of examples, the last batch is " +
      "simply smaller.",
    choosing((order, size, k) => Array.from({ length: size }, (_, j) => order[(k * size + j) % order.length] ?? 0)),
  ),
  variant(
    "dealt-out",
    "The shuffled columns are dealt out like cards instead of cut into blocks.",
    "The first batch is the first columns of the shuffled data, the second one the next, and so on. Taking every n-th " +
      "column makes other batches.",
    choosing((order, _, k, count) => order.filter((_, j) => j % count === k)),
  ),
  variant(
    "end-taken-for-size",
    "The third argument of slice is taken for the end of the batch; it is its size.",
    "From the second batch on, too many columns are taken. In TensorFlow.js slice has a beginning and a size, whereas " +
      "the slice of a JavaScript list has a beginning and an end.",
    choosing((order, size, k) => order.slice(k * size, k * size + (k + 1) * size)),
  ),
  variant(
    "remainder-first",
    "The smaller batch comes first instead of last.",
    "The full batches are cut first, and what is left over is the last batch. Look at the order in which batches are put " +
      "into the list.",
    (X, Y, size, rng) => {
      const batches = choosing(right)(X, Y, size, rng) as Batch[];
      const last = batches.at(-1);
      const isSmaller = last !== undefined && last.X.shape[1] < (size ?? 64);
      return isSmaller ? [last, ...batches.slice(0, -1)] : batches;
    },
  ),
  variant(
    "one-column-missing",
    "Full batches lack their last column.",
    "A batch of s columns ends right before the next one begins. One column of each is lost: look at the end of the range.",
    choosing((order, size, k) => {
      const columns = order.slice(k * size, (k + 1) * size);
      return columns.length === size ? columns.slice(0, -1) : columns;
    }),
  ),
  variant(
    "size-ignored",
    "All batches have 64 columns, whatever size is asked for.",
    "64 is the size only when none is given. Look at where the parameter is used.",
    (X, Y, _, rng) => choosing(right)(X, Y, 64, rng),
  ),
  variant(
    "default-32",
    "When no size is given, it is 32 instead of 64.",
    "A parameter that is left out has the value shown in the signature. Look at the default of miniBatchSize.",
    (X, Y, size, rng) => choosing(right)(X, Y, size ?? 32, rng),
  ),
  variant(
    "shuffled-in-each-batch",
    "The columns of each batch are in another order than in the shuffled data.",
    "The permutation has put the columns into their order already. A batch holds them as they come, without sorting or " +
      "shuffling them again.",
    choosing((order, size, k) => [...right(order, size, k, 0)].sort((a, b) => a - b)),
  ),
];
