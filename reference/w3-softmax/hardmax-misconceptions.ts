import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { columnsOf, firstOfLargest, oneHotColumns, softmaxOfColumns, turned } from "./regression-variant.ts";

const hardmax = (
  id: string,
  name: string,
  explanation: string,
  implementation: (Z: tf.Tensor2D) => tf.Tensor,
): Misconception => ({ id: `hardmax-${id}`, exercise: "hardmax", name, explanation, implementation });

/** One-hot columns of the row that is found in each. */
const ofRows =
  (find: (column: readonly number[]) => number) =>
  (Z: tf.Tensor2D): tf.Tensor2D =>
    oneHotColumns(columnsOf(Z).map(find), Z.shape[0]);

/** 1 where an element is equal to the largest along a dimension. */
const equalToLargest = (Z: tf.Tensor2D, axis?: number): tf.Tensor2D =>
  tf.cast<tf.Tensor2D>(tf.equal(Z, tf.max(Z, axis, true)), "float32");

/** A loop whose largest so far begins with 0. */
function aboveZero(column: readonly number[]): number {
  let [largest, found] = [0, 0];
  for (const [row, logit] of column.entries()) if (logit > largest) [largest, found] = [logit, row];
  return found;
}

/** What students write instead of hardmax. */
export const hardmaxMisconceptions: readonly Misconception[] = [
  hardmax(
    "all-of-equals",
    "Where several logits are equal and the largest, each of them gets a 1.",
    "A one-hot column holds a single 1, or an example would belong to two classes. A comparison with the maximum is true for all that are " +
      "equal to it; of those, the first one counts.",
    (Z) => equalToLargest(Z, 0),
  ),
  hardmax(
    "equals-share",
    "Where several logits are equal and the largest, they share the 1.",
    "Halves and thirds are no decision: hardmax chooses one class for each example. Of classes that are equal, the first one counts.",
    (Z) => {
      const marked = equalToLargest(Z, 0);
      return tf.div(marked, tf.sum(marked, 0, true));
    },
  ),
  hardmax(
    "last-of-equals",
    "Where several logits are equal and the largest, the last of them is taken.",
    "A search that also accepts an equal logit moves on to the last one. Of classes that are equal, the first one counts. Look at the " +
      "comparison, and at the order in which you go through the classes.",
    ofRows((column) => column.lastIndexOf(Math.max(...column))),
  ),
  hardmax(
    "over-examples",
    "The largest logit is looked for along the examples instead of along the classes.",
    "An example is a column, and each column gets its own 1. Along the other dimension, each class marks the example in which it is " +
      "largest, and an example may get several marks or none.",
    (Z) => turned(ofRows(firstOfLargest)(turned(Z))),
  ),
  hardmax(
    "over-all",
    "Only the largest logit of the whole matrix is marked.",
    "Each example is decided on its own, so there are as many 1s as columns. Look at the dimension along which you take the maximum.",
    (Z) => equalToLargest(Z),
  ),
  hardmax(
    "above-one-half",
    "Probabilities are rounded: a class gets its 1 only if its probability is above one half.",
    "With three classes or more, the largest probability may be below one half, and then no class is left. What counts is which logit is the " +
      "largest, not how large it is.",
    (Z) => tf.cast(tf.greater(softmaxOfColumns(Z), 0.5), "float32"),
  ),
  hardmax(
    "search-begins-with-zero",
    "The search for the largest logit begins with 0, so negative logits are never found.",
    "Where all logits of an example are negative, none is above 0, and the search keeps the class that it began with. Begin with a logit of " +
      "the column itself, or with minus infinity.",
    ofRows(aboveZero),
  ),
  hardmax(
    "class-numbers",
    "The numbers of the classes are returned instead of one-hot columns.",
    "Hardmax has the shape of its logits: the place of the 1 says which class it is. Numbers of classes are what predictClasses is for.",
    (Z) => tf.tensor1d(columnsOf(Z).map(firstOfLargest)),
  ),
  hardmax(
    "transposed",
    "The result is [m, C]: one-hot rows instead of columns.",
    "A function that makes one-hot vectors of class numbers puts the classes last. Here a column is an example, and the result has the shape " +
      "of Z.",
    (Z) => turned(ofRows(firstOfLargest)(Z)),
  ),
  hardmax(
    "keeps-the-logit",
    "The largest logit itself stays, instead of a 1.",
    "A one-hot column says which class it is and nothing about how sure that is: the entry is exactly 1, whatever the logit.",
    (Z) => tf.mul(ofRows(firstOfLargest)(Z), Z),
  ),
];
