import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type Batch, variant } from "./mini-batch-variant.ts";

const defaultSize = 64;

const takeColumns = (matrix: tf.Tensor2D, columns: readonly number[]): tf.Tensor2D =>
  tf.gather(matrix, tf.tensor1d([...columns], "int32"), 1);

const inOrder = (m: number): number[] => Array.from({ length: m }, (_, j) => j);

/** Mini-batches from the columns of X and Y in two given orders. @param count Number of batches; by default all. */
function cut(
  { X, Y }: Batch,
  orders: { readonly X: readonly number[]; readonly Y: readonly number[] },
  size = defaultSize,
  count = Math.ceil(orders.X.length / size),
): Batch[] {
  return Array.from({ length: count }, (_, k) => ({
    X: takeColumns(X, orders.X.slice(k * size, (k + 1) * size)),
    Y: takeColumns(Y, orders.Y.slice(k * size, (k + 1) * size)),
  }));
}

const cutBoth = (batch: Batch, order: readonly number[], size?: number, count?: number): Batch[] =>
  cut(batch, { X: order, Y: order }, size, count);

/** What students write instead of random mini-batches. */
export const miniBatchMisconceptions: readonly Misconception[] = [
  variant(
    "separate-permutations",
    "X and Y are shuffled by two different permutations.",
    "Every draw from the generator gives another permutation. Shuffled by two of them, an example gets the " +
      "label of some other example, and nothing can be learned from the pairs. Draw once and use the same order " +
      "for both.",
    (X, Y, size, rng) => {
      const orders = { X: rng.permutation(X.shape[1]), Y: rng.permutation(X.shape[1]) };
      return cut({ X, Y }, orders, size);
    },
  ),
  variant(
    "only-x-shuffled",
    "X is shuffled, but Y keeps its old order.",
    "A column of Y is the label of the column of X in the same place. When only one of them is shuffled, an " +
      "example gets the label of some other example. Both must be rearranged, by one permutation.",
    (X, Y, size, rng) => cut({ X, Y }, { X: rng.permutation(X.shape[1]), Y: inOrder(X.shape[1]) }, size),
  ),
  variant(
    "not-shuffled",
    "The examples are cut into batches in their old order.",
    "Data often come sorted, and batches of neighbours are then all of one class. Shuffling makes each batch a " +
      "fair sample of the whole set, and another one in every epoch. Look at where the permutation is used, if it " +
      "is drawn.",
    (X, Y, size) => cutBoth({ X, Y }, inOrder(X.shape[1]), size),
  ),
  variant(
    "rows-shuffled",
    "The rows of X are shuffled instead of its columns.",
    "An example is a column here; a row is one feature of all examples. Shuffling rows exchanges the features " +
      "and leaves the examples in their old order. Look at the axis along which the permutation is drawn and " +
      "applied.",
    (X, Y, size, rng) => {
      const order = tf.tensor1d(rng.permutation(X.shape[0]), "int32");
      return cutBoth({ X: tf.gather(X, order, 0), Y }, inOrder(X.shape[1]), size);
    },
  ),
  variant(
    "drawn-with-replacement",
    "The examples of the batches are drawn anew each time, so that some come twice and others never.",
    "In one pass through the data every example comes once. A permutation lists each column exactly one time; independent draws " +
      "repeat some columns and miss about a third of the others.",
    (X, Y, size, rng) => cutBoth({ X, Y }, rng.randint(0, X.shape[1], X.shape[1]), size),
  ),
  variant(
    "inverse-permutation",
    "Column j is put at place permutation[j] instead of being taken from there.",
    "A permutation can be read in two ways: as where each column goes, or as which column comes to each place. " +
      "Here the second is asked for. The other reading is the inverse permutation: it shuffles as well, but " +
      "differently.",
    (X, Y, size, rng) => {
      const order = rng.permutation(X.shape[1]);
      const inverse = order.map((_, j) => order.indexOf(j));
      return cutBoth({ X, Y }, inverse, size);
    },
  ),
  variant(
    "last-batch-dropped",
    "Only full batches are returned; the examples that are left over are dropped.",
    "When the size does not divide the number of examples, some columns remain. They are training data like the " +
      "others and form one more, smaller batch. Where there are fewer examples than one batch holds, dropping it " +
      "leaves nothing.",
    (X, Y, size = defaultSize, rng) => {
      const order = rng.permutation(X.shape[1]);
      return cutBoth({ X, Y }, order, size, Math.floor(order.length / size));
    },
  ),
  variant(
    "empty-batch-at-the-end",
    "When the size divides the number of examples, an empty batch is added at the end.",
    "The last, smaller batch is there for columns that are left over. Without any, there is nothing to add: a " +
      "batch of no examples has no mean and gives NaN as its cost. Ask first whether something is left.",
    (X, Y, size = defaultSize, rng) => {
      const order = rng.permutation(X.shape[1]);
      return cutBoth({ X, Y }, order, size, Math.floor(order.length / size) + 1);
    },
  ),
  variant(
    "permutation-for-each-batch",
    "A new permutation is drawn for every batch, so that examples are repeated and others left out.",
    "In one epoch each example is to be seen exactly once. That holds when the batches are parts of one " +
      "shuffled set. Parts of different permutations overlap. Draw before the loop, not inside it.",
    (X, Y, size = defaultSize, rng) => {
      const m = X.shape[1];
      const orders = Array.from({ length: Math.ceil(m / size) }, () => rng.permutation(m));
      return orders.flatMap((order, k) => cutBoth({ X, Y }, order.slice(k * size, (k + 1) * size), size));
    },
  ),
];
