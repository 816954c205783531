import * as tf from "@tensorflow/tfjs";
import type { Params, Rng } from "gradecheck";

/** Whatever the library has a function for: losses, initializers, minimize, layers. Nothing is freed. */
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

/** Layers hold their weights transposed, and train on the mean of a mini-batch. */
function layersOf(parameters: Params, learningRate: number): tf.Sequential {
  const units = [1, 2, 3].map((l) => named(parameters, `W${l}`).shape[0]);
  const layers = units.map((count, i) =>
    tf.layers.dense({
      units: count,
      ...(i === 0 && { inputShape: [named(parameters, "W1").shape[1]] }),
      ...(i < 2 && { activation: "relu" }),
    }),
  );
  const network = tf.sequential({ layers });
  network.setWeights(
    [1, 2, 3].flatMap((l) => [named(parameters, `W${l}`).transpose(), named(parameters, `b${l}`).as1D()]),
  );
  network.compile({
    optimizer: tf.train.adam(learningRate),
    loss: (labels: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(labels, logits),
  });
  return network;
}

export async function model(
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  { learningRate, numEpochs, miniBatchSize, printCost, seed }: Options,
) {
  const network = layersOf(initializeParameters(seed), learningRate);
  const m = XTrain.shape[1];
  const costs: tf.Scalar[] = [];
  for (let epoch = 0; epoch < numEpochs; epoch++) {
    const order = Array.from({ length: m }, (_, j) => j);
    tf.util.shuffle(order);
    let total = 0;
    for (let start = 0; start < m; start += miniBatchSize) {
      const batch = order.slice(start, start + miniBatchSize);
      const [X, Y] = [XTrain.gather(batch, 1).transpose(), YTrain.gather(batch, 1).transpose()];
      total += batch.length * ((await network.trainOnBatch(X, Y)) as number);
    }
    costs.push(tf.scalar(total / m));
    if (printCost) console.log("epoch", epoch, total / m);
  }
  const parameters: Params = Object.fromEntries(
    network.getWeights().map((weight, i) => {
      const l = Math.floor(i / 2) + 1;
      return i % 2 === 0 ? [`W${l}`, weight.transpose() as tf.Tensor2D] : [`b${l}`, weight.reshape([-1, 1]) as tf.Tensor2D];
    }),
  );
  return {
    parameters,
    costs,
    trainAccuracy: accuracy(XTrain, YTrain, parameters),
    testAccuracy: accuracy(XTest, YTest, parameters),
  };
}
