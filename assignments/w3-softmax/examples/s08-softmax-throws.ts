import * as tf from "@tensorflow/tfjs";

export function softmax(Z: tf.Tensor2D): tf.Tensor2D {
  return tf.softmax(Z, 0);
}

export function hardmax(Z: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.oneHot(tf.argMax(Z, 0).as1D(), Z.shape[0]).transpose() as tf.Tensor2D);
}

export function crossEntropy(A: tf.Tensor2D, Y: tf.Tensor2D): number {
  return tf.tidy(() => {
    const terms = tf.where(tf.equal(Y, 0), tf.zerosLike(A), tf.mul(Y, tf.log(A)));
    return -tf.sum(terms).dataSync()[0] / A.shape[1];
  });
}

export function softmaxGradient(A: tf.Tensor2D, Y: tf.Tensor2D): tf.Tensor2D {
  return tf.tidy(() => tf.div(tf.sub(A, Y), A.shape[1]));
}

export function trainSoftmaxRegression(X: tf.Tensor2D, Y: tf.Tensor2D, learningRate: number, numIterations: number) {
  let W = tf.zeros<tf.Rank.R2>([Y.shape[0], X.shape[0]]);
  let b = tf.zeros<tf.Rank.R2>([Y.shape[0], 1]);
  const costs: number[] = [];
  for (let i = 0; i < numIterations; i++) {
    const A = softmax(W.matMul(X).add(b));
    costs.push(crossEntropy(A, Y));
    const dZ = softmaxGradient(A, Y);
    const dW = dZ.matMul(X.transpose());
    const db = dZ.sum(1, true);
    W = W.sub(dW.mul(learningRate));
    b = b.sub(db.mul(learningRate));
  }
  return { W, b, costs };
}

export function predictClasses(X: tf.Tensor2D, W: tf.Tensor2D, b: tf.Tensor2D): number[] {
  return tf.tidy(() => tf.argMax(W.matMul(X).add(b), 0).arraySync() as number[]);
}
