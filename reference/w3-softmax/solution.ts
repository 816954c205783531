import * as tf from "@tensorflow/tfjs";

/**
 * Softmax of each column: `exp(z_k) / sum_i exp(z_i)`. The largest logit of the column is subtracted first, so that no exponential is
 * larger than 1 and one of them is 1.
 *
 * @param Z Logits, float32 [C, m]
 * @returns Probabilities, float32 [C, m]; each column adds up to 1
 * @see Goodfellow, Bengio & Courville 2016, Deep Learning, sections 4.1 and 6.2.2.3
 */
export function softmax(Z: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const exponentials = tf.exp(tf.sub(Z, tf.max(Z, 0, true)));
    return tf.div(exponentials, tf.sum(exponentials, 0, true));
  });
}

/**
 * One-hot columns of the largest logits.
 *
 * @param Z Logits, float32 [C, m]
 * @returns int32 [C, m]: 1 for the largest of the column, the first of equals, and 0 elsewhere
 */
export function hardmax(Z: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => {
    const [classes] = Z.shape;
    return tf.transpose(tf.oneHot(firstOfLargest(Z), classes) as tf.Tensor2D);
  });
}

/**
 * The mean cross-entropy of predicted probabilities. A class whose label is 0 does not count, whatever its probability.
 *
 * @param A Probabilities, float32 [C, m]; not 0 where `Y` is not 0
 * @param Y Labels, float32 [C, m], shares that add up to 1 in each column: as a rule one-hot
 * @returns Cost, `-sum(Y log A) / m`
 * @see Goodfellow, Bengio & Courville 2016, Deep Learning, section 3.13
 */
export function crossEntropy(A: tf.Tensor2D, Y: tf.Tensor2D): number {
  return tf.tidy(() => {
    const counts = tf.notEqual(Y, 0);
    const terms = tf.mul(Y, tf.log(tf.where(counts, A, tf.onesLike(A))));
    return -tf.sum(terms).arraySync() / A.shape[1];
  });
}

/**
 * The gradient of {@link crossEntropy} with respect to the logits of which `A` is the {@link softmax}.
 *
 * @param A Probabilities, float32 [C, m]
 * @param Y Labels, float32 [C, m]
 * @returns dZ, float32 [C, m]: `(A - Y) / m`
 * @see Bishop 2006, Pattern Recognition and Machine Learning, section 4.3.4
 */
export function softmaxGradient(A: tf.Tensor2D, Y: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.div(tf.sub(A, Y), A.shape[1]));
}

/**
 * Trains a softmax regression by gradient descent on all examples, from zeros.
 *
 * @param X Inputs, float32 [n, m], one example per column
 * @param Y Labels, float32 [C, m]
 * @param learningRate Step length, >= 0
 * @param numIterations Number of steps, an integer >= 0
 * @returns Weights W [C, n] and biases b [C, 1] after the last step; `costs[i]` is the cost before step i
 */
export function trainSoftmaxRegression(
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  learningRate: number,
  numIterations: number,
): { W: tf.Tensor2D; b: tf.Tensor2D; costs: number[] } {
  const costs: number[] = [];
  let W = tf.zeros<tf.Rank.R2>([Y.shape[0], X.shape[0]]);
  let b = tf.zeros<tf.Rank.R2>([Y.shape[0], 1]);
  for (let i = 0; i < numIterations; i++) {
    const [nextW, nextB] = tf.tidy(() => {
      const A = softmax(tf.add(tf.matMul(W, X), b));
      costs.push(crossEntropy(A, Y));
      const dZ = softmaxGradient(A, Y);
      const dW = tf.matMul(dZ, X, false, true);
      const db = tf.sum(dZ, 1, true) as tf.Tensor2D;
      return [tf.sub<tf.Tensor2D>(W, tf.mul(learningRate, dW)), tf.sub<tf.Tensor2D>(b, tf.mul(learningRate, db))];
    });
    tf.dispose([W, b]);
    [W, b] = [nextW, nextB];
  }
  return { W, b, costs };
}

/**
 * The class of each example: that of the largest score `W X + b`. Softmax would not change which one is the largest.
 *
 * @param X Inputs, float32 [n, m]
 * @param W Weights, float32 [C, n]
 * @param b Biases, float32 [C, 1]
 * @returns m classes, integers from 0 to C - 1; the first of equals
 */
export function predictClasses(X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): number[] {
  return tf.tidy(() => firstOfLargest(tf.add(tf.matMul(W, X), b)));
}

/** The row of the largest element of each column. `tf.argMax` promises nothing about equals. */
function firstOfLargest(scores: tf.Tensor2D): number[] {
  const rows = tf.transpose(scores).arraySync();
  return rows.map((row) => row.indexOf(Math.max(...row)));
}
