import * as tf from "@tensorflow/tfjs";

// Whatever the library has a function for: softmax, oneHot, a loss, an optimizer. Nothing is freed.

export const softmax = (Z: tf.Tensor2D): tf.Tensor2D => tf.softmax(Z.transpose()).transpose();

export const hardmax = (Z: tf.Tensor2D): tf.Tensor2D =>
  tf.oneHot(tf.argMax(Z, 0) as tf.Tensor1D, Z.shape[0]).transpose() as tf.Tensor2D;

export const crossEntropy = (A: tf.Tensor2D, Y: tf.Tensor2D): tf.Scalar => {
  const terms = tf.where(Y.equal(0), tf.zerosLike(Y), Y.mul(A.log()));
  return terms.sum(0).mean().neg() as tf.Scalar;
};

export const softmaxGradient = (A: tf.Tensor2D, Y: tf.Tensor2D): tf.Tensor2D => A.sub(Y).div(A.shape[1]);

export function trainSoftmaxRegression(X: tf.Tensor2D, Y: tf.Tensor2D, learningRate: number, numIterations: number) {
  const W = tf.variable(tf.zeros([Y.shape[0], X.shape[0]])) as tf.Variable<tf.Rank.R2>;
  const b = tf.variable(tf.zeros([Y.shape[0], 1])) as tf.Variable<tf.Rank.R2>;
  const optimizer = tf.train.sgd(learningRate);
  const labels = Y.transpose();
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const loss = () => tf.losses.softmaxCrossEntropy(labels, W.matMul(X).add(b).transpose()) as tf.Scalar;
    costs.push((optimizer.minimize(loss, true, [W, b]) as tf.Scalar).dataSync()[0]);
  }
  return { W, b, costs };
}

export const predictClasses = (X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): Int32Array =>
  tf.argMax(W.matMul(X).add(b), 0).dataSync() as Int32Array;
