import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";

/** Whatever the library has a function for: losses, initializers, minimize, tf.data. Nothing is freed. */
type Variables = Record<string, tf.Variable<tf.Rank.R2>>;

type Options = { learningRate: number; numEpochs: number; miniBatchSize: number; printCost: boolean; seed: number };

const named = (parameters: Params, name: string): tf.Tensor2D => parameters[name] as tf.Tensor2D;

export function linearFunction(rng: Rng): tf.Tensor {
  const X = rng.randn<tf.Rank.R2>([3, 1]);
  const W = rng.randn<tf.Rank.R2>([4, 3]);
  const b = rng.randn<tf.Rank.R2>([4, 1]);
  return tf.addN([W.dot(X), b]);
}

export const sigmoid = (z: number | number[] | tf.Tensor): tf.Tensor => {
  const x = tf.tidy(() => tf.cast(z, "float32"));
  return tf.onesLike(x).div(x.neg().exp().add(1));
};

export const oneHotMatrix = (label: number, C?: number): tf.Tensor => tf.eye(C ?? 6).gather(label);

export function initializeParameters(seed = 1): Variables {
  const initializer = tf.initializers.glorotNormal({ seed });
  const make = (rows: number, columns: number) => tf.variable(initializer.apply([rows, columns]) as tf.Tensor2D);
  return { W1: make(25, 12288), b1: make(25, 1), W2: make(12, 25), b2: make(12, 1), W3: make(6, 12), b3: make(6, 1) };
}

/** Examples as rows, as the library likes them; maximum instead of relu. */
export function forwardPropagation(X: tf.Tensor2D, parameters: Params): tf.Tensor2D {
  let A: tf.Tensor2D = X.transpose();
  for (const l of [1, 2, 3]) {
    const Z = A.matMul(named(parameters, `W${l}`), false, true).add(named(parameters, `b${l}`).transpose());
    A = (l < 3 ? Z.maximum(0) : Z) as tf.Tensor2D;
  }
  return A.transpose();
}

export const computeTotalLoss = (logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar =>
  tf.losses.softmaxCrossEntropy(labels.transpose(), logits.transpose(), undefined, 0, tf.Reduction.SUM);

export function gradientTape(X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Variables) {
  const names = Object.keys(parameters);
  const slopes = tf.valueAndGrads((...values: tf.Tensor[]) =>
    computeTotalLoss(forwardPropagation(X, Object.fromEntries(names.map((name, i) => [name, values[i] as tf.Tensor]))), labels),
  );
  const { value, grads } = slopes(Object.values(parameters));
  return { loss: value.dataSync()[0], grads: Object.fromEntries(names.map((name, i) => [`d${name}`, grads[i]])) };
}

export function trainStep(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Variables,
  optimizer: tf.Optimizer,
): tf.Scalar | null {
  return optimizer.minimize(
    () => computeTotalLoss(forwardPropagation(X, parameters), labels),
    true,
    Object.values(parameters),
  );
}

const accuracy = (X: tf.Tensor2D, Y: tf.Tensor2D, parameters: Params): tf.Tensor =>
  tf.metrics.categoricalAccuracy(Y.transpose(), forwardPropagation(X, parameters).transpose()).mean();

export async function model(
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  { learningRate, numEpochs, miniBatchSize, printCost, seed }: Options,
) {
  const parameters = initializeParameters(seed);
  const optimizer = tf.train.adam(learningRate);
  const m = XTrain.shape[1];
  const costs: tf.Tensor[] = [];
  for (let epoch = 0; epoch < numEpochs; epoch++) {
    const order = Array.from({ length: m }, (_, j) => j);
    tf.util.shuffle(order);
    const losses: tf.Tensor[] = [];
    for (let start = 0; start < m; start += miniBatchSize) {
      const batch = order.slice(start, start + miniBatchSize);
      const loss = trainStep(XTrain.gather(batch, 1), YTrain.gather(batch, 1), parameters, optimizer);
      if (loss !== null) losses.push(loss);
    }
    costs.push(tf.addN(losses).div(m));
    if (printCost) console.log("epoch", epoch, await costs[epoch]?.data());
  }
  return {
    parameters,
    costs,
    trainAccuracy: accuracy(XTrain, YTrain, parameters),
    testAccuracy: accuracy(XTest, YTest, parameters),
  };
}
