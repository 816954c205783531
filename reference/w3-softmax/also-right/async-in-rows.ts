import * as tf from "@tensorflow/tfjs";

// Promises; examples in rows, a feature of ones for the biases, and probabilities by differences of logits.

type Matrix = tf.Tensor2D;

/** 1 / sum_i exp(z_i - z_k): an infinite sum is a probability of 0. */
const probabilitiesOf = (rows: Matrix): Matrix =>
  tf.tidy(() => {
    const differences = tf.sub(tf.expandDims(rows, 1), tf.expandDims(rows, 2));
    return tf.sum(tf.exp(differences), 2).reciprocal() as Matrix;
  });

/** Float32 draws no logarithm of 0 where 1 is taken for what does not count. */
const costOf = (A: Matrix, Y: Matrix): tf.Scalar =>
  tf.tidy(() => {
    const counted = tf.maximum(A, tf.cast(tf.equal(Y, 0), "float32"));
    return tf.mean(tf.sum(tf.mul(tf.neg(Y), tf.log(counted)), 1)) as tf.Scalar;
  });

export async function softmax(Z: Matrix) {
  return probabilitiesOf(Z.transpose()).transpose();
}

export async function hardmax(Z: Matrix) {
  const columns = (await Z.transpose().array()) as number[][];
  const marked = columns.map((column) => {
    const place = column.indexOf(column.reduce((a, b) => (a >= b ? a : b)));
    return column.map((_, k) => k === place);
  });
  return tf.tensor2d(marked, [Z.shape[1], Z.shape[0]], "bool").transpose();
}

export async function crossEntropy(A: Matrix, Y: Matrix) {
  return costOf(A.transpose(), Y.transpose());
}

export async function softmaxGradient(A: Matrix, Y: Matrix) {
  return tf.mul(tf.sub(A, Y), 1 / A.shape[1]);
}

export async function trainSoftmaxRegression(X: Matrix, Y: Matrix, learningRate: number, numIterations: number) {
  const [n, m] = X.shape;
  const C = Y.shape[0];
  const inputs = tf.concat([X, tf.ones([1, m])], 0).transpose() as Matrix;
  const labels = Y.transpose();
  let parameters: Matrix = tf.zeros([n + 1, C]);
  const costs: tf.Scalar[] = [];
  for (let i = 0; i < numIterations; i++) {
    const A = probabilitiesOf(tf.matMul(inputs, parameters));
    costs.push(costOf(A, labels));
    const gradient = tf.matMul(inputs, tf.sub(A, labels), true, false).div(m);
    parameters = parameters.sub(gradient.mul(learningRate));
  }
  const both = parameters.transpose();
  return { costs, b: tf.slice(both, [0, n], [C, 1]), W: tf.slice(both, [0, 0], [C, n]) };
}

export async function predictClasses(X: Matrix, W: Matrix, b: Matrix) {
  const [inputs, weights] = [tf.concat([X, tf.ones([1, X.shape[1]])], 0), tf.concat([W, b], 1)];
  return Array.from(await tf.matMul(weights, inputs as Matrix).argMax(0).data());
}
