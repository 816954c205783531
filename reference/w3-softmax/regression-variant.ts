import * as tf from "@tensorflow/tfjs";

/** Probabilities of logits. */
export type Probabilities = (Z: tf.Tensor2D) => tf.Tensor2D;
/** A number for each element of predictions and labels. */
export type Gradient = (A: tf.Tensor2D, Y: tf.Tensor2D) => tf.Tensor2D;
/** A cost of predictions and labels. */
export type Cost = (A: tf.Tensor2D, Y: tf.Tensor2D) => number;

/** The number in a tensor of one element. */
export const numberIn = (tensor: tf.Tensor): number => tensor.dataSync()[0] ?? Number.NaN;

/** Rows for columns. */
export const turned = (matrix: tf.Tensor2D): tf.Tensor2D => tf.transpose(matrix);

/** The numbers of a matrix in rows of the other length. */
export const reshaped = (matrix: tf.Tensor2D): tf.Tensor2D => tf.reshape(matrix, [matrix.shape[1], matrix.shape[0]]);

/** Softmax of each column. */
export const softmaxOfColumns: Probabilities = (Z) => turned(tf.softmax(turned(Z)));

/** Softmax of each row. */
export const softmaxOfRows: Probabilities = (Z) => tf.softmax(Z);

/** `-sum(Y log A)` over everything; 0 where a label is 0. */
export const summedCost: Cost = (A, Y) => {
  const logarithms = tf.log(tf.where(tf.notEqual(Y, 0), A, tf.onesLike(A)));
  return -numberIn(tf.sum(tf.mul(Y, logarithms)));
};

/** The right cost. */
export const meanCost: Cost = (A, Y) => summedCost(A, Y) / A.shape[1];

/** The right gradient. */
export const meanGradient: Gradient = (A, Y) => tf.div(tf.sub(A, Y), A.shape[1]);

/** `W X + b`. */
export const scoresOf = (X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): tf.Tensor2D => tf.add(tf.matMul(W, X), b);

/** The columns of a matrix as lists. */
export const columnsOf = (matrix: tf.Tensor2D): number[][] => turned(matrix).arraySync();

/** The first place of the largest number. */
export const firstOfLargest = (numbers: readonly number[]): number => numbers.indexOf(Math.max(...numbers));

/** Columns with a 1 where a number stands for a row; also for a single class, which `tf.oneHot` refuses. */
export const oneHotColumns = (rows: readonly number[], classes: number): tf.Tensor2D =>
  tf.tensor2d(
    Array.from({ length: classes }, (_, i) => rows.map((row) => Number(row === i))),
    [classes, rows.length],
    "float32",
  );
