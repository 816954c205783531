import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { countsOf, cut, inOrder, splitVariant, take } from "./split-variant.ts";

/** What students get wrong where a dataset is shuffled and cut. */
export const splitMisconceptions: readonly Misconception[] = [
  splitVariant(
    "not-shuffled",
    "The examples are split in their old order.",
    "Data often come sorted, by class or by date. Cut in that order, the three sets come from different distributions, and a dev error says " +
      "nothing about the test. Look at where the permutation is used, if it is drawn.",
    (X, Y, dev, test) => cut(X, Y, countsOf(X.shape[1], dev, test), inOrder(X.shape[1])),
  ),
  splitVariant(
    "separate-permutations",
    "X and Y are shuffled by two different permutations.",
    "Every draw from the generator gives another permutation. Shuffled by two of them, an example gets the label of some other example, " +
      "and nothing can be learned from the pairs. Draw once and use the same order for both.",
    (X, Y, dev, test, rng) => {
      const m = X.shape[1];
      return cut(X, Y, countsOf(m, dev, test), rng.permutation(m), rng.permutation(m));
    },
  ),
  splitVariant(
    "only-x-shuffled",
    "X is shuffled, but Y keeps its old order.",
    "A column of Y is the label of the column of X in the same place. When only one of them is shuffled, an example gets the label of some " +
      "other example. Both must be rearranged, by one permutation.",
    (X, Y, dev, test, rng) => {
      const m = X.shape[1];
      return cut(X, Y, countsOf(m, dev, test), rng.permutation(m), inOrder(m));
    },
  ),
  splitVariant(
    "inverse-permutation",
    "Column j is put at place permutation[j] instead of being taken from there.",
    "A permutation can be read in two ways: as where each column goes, or as which column comes to each place. Here the second is asked " +
      "for. The other reading is the inverse permutation: it shuffles as well, but differently.",
    (X, Y, dev, test, rng) => {
      const order = rng.permutation(X.shape[1]);
      const inverse = order.map((_, j) => order.indexOf(j));
      return cut(X, Y, countsOf(order.length, dev, test), inverse);
    },
  ),
  splitVariant(
    "rows-shuffled",
    "The rows of X are shuffled instead of its columns.",
    "An example is a column here; a row is one feature of all examples. Shuffling rows exchanges the features and leaves the examples in " +
      "their old order. Look at the axis along which the permutation is drawn and applied.",
    (X, Y, dev, test, rng) => {
      const rows = tf.tensor1d(rng.permutation(X.shape[0]), "int32");
      return cut(tf.gather(X, rows, 0), Y, countsOf(X.shape[1], dev, test), inOrder(X.shape[1]));
    },
  ),
  splitVariant(
    "drawn-with-replacement",
    "The examples are drawn one by one, so that some come twice and others never.",
    "An example that is in two sets is known already when it is tested. A permutation lists each column exactly one time; independent " +
      "draws repeat some columns and miss about a third of the others.",
    (X, Y, dev, test, rng) => {
      const m = X.shape[1];
      return cut(X, Y, countsOf(m, dev, test), rng.randint(0, m, m));
    },
  ),
  splitVariant(
    "permutation-for-each-set",
    "A new permutation is drawn for each of the three sets, so that they overlap.",
    "The three sets must have no example in common, or the dev and test errors are too good. That holds when they are pieces of one " +
      "shuffled row of columns. Pieces of different permutations overlap.",
    (X, Y, dev, test, rng) => {
      const m = X.shape[1];
      const counts = countsOf(m, dev, test);
      const [first, second, third] = [0, 1, 2].map(() => cut(X, Y, counts, rng.permutation(m)));
      return { train: first?.train, dev: second?.dev, test: third?.test };
    },
  ),
  splitVariant(
    "train-last",
    "Dev and test take the first shuffled columns, train the last.",
    "Any piece of shuffled columns would be as good, but everybody is to get the same sets. The shuffled columns are handed out in the " +
      "order train, dev, test.",
    (X, Y, dev, test, rng) => {
      const order = rng.permutation(X.shape[1]);
      const { train, ...rest } = countsOf(order.length, dev, test);
      return cut(X, Y, { train, ...rest }, [...order.slice(order.length - train), ...order]);
    },
  ),
  splitVariant(
    "test-before-dev",
    "The test set takes its columns before the dev set.",
    "Any piece of shuffled columns would be as good, but everybody is to get the same sets. The shuffled columns are handed out in the " +
      "order train, dev, test.",
    (X, Y, dev, test, rng) => {
      const order = rng.permutation(X.shape[1]);
      const counts = countsOf(order.length, dev, test);
      const start = counts.train + counts.test;
      return {
        train: take(X, Y, order.slice(0, counts.train)),
        dev: take(X, Y, order.slice(start)),
        test: take(X, Y, order.slice(counts.train, start)),
      };
    },
  ),
  splitVariant(
    "columns-sorted",
    "Within each set the columns are back in their old order.",
    "The permutation has put the columns into an order already, and each set is a piece of it as it stands. Sorting the chosen columns, or " +
      "filtering the old ones, undoes the shuffling.",
    (X, Y, dev, test, rng) => {
      const order = rng.permutation(X.shape[1]);
      const { train, dev: devSize } = countsOf(order.length, dev, test);
      const sorted = (from: number, to?: number) =>
        take(
          X,
          Y,
          order.slice(from, to).toSorted((a, b) => a - b),
        );
      return { train: sorted(0, train), dev: sorted(train, train + devSize), test: sorted(train + devSize) };
    },
  ),
  splitVariant(
    "size-taken-for-end",
    "The size of a set is taken for the end of its piece.",
    "The slice of a JavaScript list takes a beginning and an end, not a beginning and a size. From the second set on, the two are not the " +
      "same. Work out for 10 examples at which column each piece begins and ends.",
    (X, Y, dev, test, rng) => {
      const order = rng.permutation(X.shape[1]);
      const counts = countsOf(order.length, dev, test);
      const start = counts.train + counts.dev;
      return {
        train: take(X, Y, order.slice(0, counts.train)),
        dev: take(X, Y, order.slice(counts.train, counts.dev)),
        test: take(X, Y, order.slice(start, counts.test)),
      };
    },
  ),
  splitVariant(
    "one-column-missing",
    "One column is lost at the end of the training set.",
    "The end of a range is not part of it: a piece of 6 columns that begins at 0 ends at 6. With one less, an example is in no set at all. " +
      "Add up the three sizes.",
    (X, Y, dev, test, rng) => {
      const order = rng.permutation(X.shape[1]);
      const { train } = countsOf(order.length, dev, test);
      const sets = cut(X, Y, countsOf(order.length, dev, test), order);
      return { ...sets, train: take(X, Y, order.slice(0, Math.max(0, train - 1))) };
    },
  ),
  splitVariant(
    "empty-left-out",
    "A split of no examples is left out of the result.",
    "Whoever uses the result expects all three sets. One that is empty is still there, with its rows but without columns, so that code that " +
      "goes through its examples simply finds none.",
    (X, Y, dev, test, rng) => {
      const sets = cut(X, Y, countsOf(X.shape[1], dev, test), rng.permutation(X.shape[1]));
      return Object.fromEntries(Object.entries(sets).filter(([, split]) => split.X.shape[1] > 0));
    },
  ),
  splitVariant(
    "first-label-row-only",
    "Of the labels, only the first row is kept.",
    "Y may have one row for each class. A column of Y belongs to its example as a whole, as a column of X does. Look at how Y is cut.",
    (X, Y, dev, test, rng) => {
      const first = tf.slice(Y, [0, 0], [1, Y.shape[1]]);
      return cut(X, first, countsOf(X.shape[1], dev, test), rng.permutation(X.shape[1]));
    },
  ),
];
