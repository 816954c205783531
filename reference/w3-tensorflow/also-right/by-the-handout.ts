import * as tf from "@tensorflow/tfjs";
import { type Grads, type Params, Rng } from "gradecheck";
import type { ModelOptions, Trained, Variables } from "gradecheck/w3-tensorflow";

export function linearFunction(rng: Rng) {
  const X = rng.randn([3, 1]);
  const W = rng.randn([4, 3]);
  const b = rng.randn([4, 1]);
  return tf.matMul(W, X).add(b);
}

export const sigmoid = (z: number | number[] | tf.Tensor) => {
  const x = z instanceof tf.Tensor ? z.toFloat() : tf.tensor(z, undefined, "float32");
  return tf.sigmoid(x);
};

export const oneHotMatrix = (label: number, C = 6) => {
  const numbers = new Array(C).fill(0);
  numbers[label] = 1;
  return tf.tensor1d(numbers);
};

// the initializer of the layers library draws truncated normals; every array gets the same seed, as in the course
export function initializeParameters(seed = 1): Variables {
  const initializer = tf.initializers.glorotNormal({ seed });
  const make = (rows: number, columns: number) => tf.variable(initializer.apply([rows, columns]) as tf.Tensor2D);
  return {
    W1: make(25, 12288),
    b1: make(25, 1),
    W2: make(12, 25),
    b2: make(12, 1),
    W3: make(6, 12),
    b3: make(6, 1),
  };
}

export function forwardPropagation(X: tf.Tensor2D, { W1, b1, W2, b2, W3, b3 }: Params) {
  const A1 = tf.relu(W1.matMul(X).add(b1));
  const A2 = tf.relu(W2.matMul(A1).add(b2));
  return W3.matMul(A2).add(b3) as tf.Tensor2D;
}

export function computeTotalLoss(logits: tf.Tensor2D, labels: tf.Tensor2D) {
  const { SUM } = tf.Reduction;
  return tf.losses.softmaxCrossEntropy(labels.transpose(), logits.transpose(), undefined, 0, SUM) as tf.Scalar;
}

export function gradientTape(X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Variables) {
  const { value, grads: found } = tf.variableGrads(() => computeTotalLoss(forwardPropagation(X, parameters), labels));
  const grads: Grads = {};
  for (const [key, variable] of Object.entries(parameters)) grads["d" + key] = found[variable.name] as tf.Tensor2D;
  return { loss: value, grads };
}

export function trainStep(X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Variables, optimizer: tf.Optimizer) {
  const cost = optimizer.minimize(
    () => computeTotalLoss(forwardPropagation(X, parameters), labels),
    true,
    Object.values(parameters),
  );
  return cost!.dataSync()[0];
}

function accuracy(X: tf.Tensor2D, Y: tf.Tensor2D, parameters: Params) {
  return tf.tidy(() => forwardPropagation(X, parameters).argMax(0).equal(Y.argMax(0)).toFloat().mean().dataSync()[0]);
}

export function model(
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  options: ModelOptions,
): Trained {
  const { learningRate, numEpochs, miniBatchSize, printCost, seed } = options;
  const parameters = initializeParameters(seed);
  const optimizer = tf.train.adam(learningRate);
  const rng = new Rng(seed);
  const m = XTrain.shape[1];
  const costs: number[] = [];
  for (let epoch = 0; epoch < numEpochs; epoch++) {
    const order = rng.permutation(m);
    let total = 0;
    for (let k = 0; k < m; k += miniBatchSize) {
      const columns = order.slice(k, k + miniBatchSize);
      total += tf.tidy(() => trainStep(XTrain.gather(columns, 1), YTrain.gather(columns, 1), parameters, optimizer));
    }
    costs.push(total / m);
    if (printCost && epoch % 10 === 0) console.log("epoch", epoch, "cost", total / m);
  }
  return {
    parameters,
    costs,
    trainAccuracy: accuracy(XTrain, YTrain, parameters),
    testAccuracy: accuracy(XTest, YTest, parameters),
  };
}
