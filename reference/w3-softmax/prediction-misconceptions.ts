import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { columnsOf, firstOfLargest, oneHotColumns, scoresOf, softmaxOfRows } from "./regression-variant.ts";

type Predict = (X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D) => unknown;

const predict = (id: string, name: string, explanation: string, implementation: Predict): Misconception => ({
  id: `predict-${id}`,
  exercise: "predictClasses",
  name,
  explanation,
  implementation,
});

/** Something of each column of the scores, or of what is made of them. */
const ofScores =
  <T>(of: (column: readonly number[]) => T, change = (Z: tf.Tensor2D): tf.Tensor2D => Z) =>
  (X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): T[] =>
    columnsOf(change(scoresOf(X, W, b))).map(of);

/** A loop whose largest so far begins with 0. */
function aboveZero(column: readonly number[]): number {
  let [largest, found] = [0, 0];
  for (const [k, score] of column.entries()) if (score > largest) [largest, found] = [score, k];
  return found;
}

/** Exponentials of the scores as they are, by their sum, in float32: NaN where they are infinite. Equal scores stay equal on every backend. */
function overflowing(column: readonly number[]): number[] {
  const exponentials = column.map((score) => Math.fround(Math.exp(score)));
  const sum = exponentials.reduce((total, value) => Math.fround(total + value), 0);
  return exponentials.map((value) => value / sum);
}

/** A search that no NaN is larger in. */
function searched(column: readonly number[]): number {
  let found = 0;
  for (const [k, score] of column.entries()) if (score > (column[found] ?? 0)) found = k;
  return found;
}

/** What students write instead of the class of each example. */
export const predictionMisconceptions: readonly Misconception[] = [
  predict(
    "tensor",
    "A tensor is returned instead of a list of numbers.",
    "The numbers of the classes are an answer for people and programs that know nothing of tensors: [2, 0, 1] for three examples. dataSync or " +
      "arraySync take the numbers out of a tensor.",
    (...args) => tf.tensor1d(ofScores(firstOfLargest)(...args), "int32"),
  ),
  predict(
    "from-one",
    "Classes are counted from 1.",
    "The first row of the scores is class 0. With C classes, the last one is C - 1.",
    ofScores((column) => firstOfLargest(column) + 1),
  ),
  predict(
    "last-of-equals",
    "Where several scores are equal and the largest, the last of them is taken.",
    "A search that also accepts an equal score moves on to the last one. Of classes that are equal, the first one counts. Look at the " +
      "comparison, and at the order in which you go through the classes.",
    ofScores((column) => column.lastIndexOf(Math.max(...column))),
  ),
  predict(
    "over-examples",
    "The largest score is looked for along the examples instead of along the classes.",
    "There is an answer for each example, so for each column of the scores. Along the other dimension you get, for each class, the example " +
      "that suits it best.",
    (X, W, b) => scoresOf(X, W, b).arraySync().map(firstOfLargest),
  ),
  predict(
    "biases-forgotten",
    "The biases are not added to the scores.",
    "A class that is frequent has learned a large bias. Without it the class is chosen less often than it should be.",
    (X, W, b) => ofScores(firstOfLargest)(X, W, tf.zerosLike(b)),
  ),
  predict(
    "one-hot",
    "One-hot columns are returned instead of the numbers of the classes.",
    "Asked for is one whole number for each example: the row in which the 1 stands.",
    (X, W, b) => oneHotColumns(ofScores(firstOfLargest)(X, W, b), W.shape[0]).arraySync(),
  ),
  predict(
    "nested",
    "Each number stands in a list of its own.",
    "The answer is one flat list: [2, 0, 1], not [[2], [0], [1]] and not [[2, 0, 1]].",
    ofScores((column) => [firstOfLargest(column)]),
  ),
  predict(
    "nested-once",
    "The list of numbers stands in another list.",
    "The answer is one flat list: [2, 0, 1], not [[2, 0, 1]]. A tensor of shape [1, m] becomes a list with one list in it.",
    (...args) => [ofScores(firstOfLargest)(...args)],
  ),
  predict(
    "largest-score",
    "The largest score is returned instead of the class that has it.",
    "Which class it is, is the place of the largest score, counted from 0. Functions that find a maximum and those that find its place have " +
      "similar names.",
    ofScores((column) => Math.max(...column)),
  ),
  predict(
    "probabilities-overflow",
    "The probabilities that are compared are NaN where scores are large.",
    "Exponentials of large scores are infinite, and infinity by infinity is NaN, which is neither larger nor smaller than anything. Softmax " +
      "keeps the order of the scores: compare them as they are, or use a softmax that can take them.",
    ofScores((column) => searched(overflowing(column))),
  ),
  predict(
    "sigmoid",
    "Sigmoids of the scores are compared.",
    "Above 17 a sigmoid is 1 in float32, whatever the score, and below -104 it is 0: classes that differ become equal. The scores themselves " +
      "keep their order.",
    ofScores(firstOfLargest, (Z) => tf.sigmoid(Z)),
  ),
  predict(
    "softmax-over-examples",
    "Probabilities along the examples are compared instead of those along the classes.",
    "Divided by a sum along the examples, each class gets another factor, and the order of the classes in an example changes. Compare the " +
      "scores, or look at the dimension of your softmax.",
    ofScores(firstOfLargest, softmaxOfRows),
  ),
  predict(
    "search-begins-with-zero",
    "The search for the largest score begins with 0, so negative scores are never found.",
    "Where all scores of an example are negative, none is above 0, and the search keeps the class that it began with. Begin with a score of " +
      "the column itself, or with minus infinity.",
    ofScores(aboveZero),
  ),
];
