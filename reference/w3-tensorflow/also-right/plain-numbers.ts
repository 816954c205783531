import * as tf from "@tensorflow/tfjs";
import { type Params, type Rng as Random, Rng } from "gradecheck";

/** Everything in plain numbers, in float64, and by hand: rounded to float32 only where it becomes a tensor. */
type Matrix = { rows: number; columns: number; data: number[] };

type Variables = Record<string, tf.Variable<tf.Rank.R2>>;

type Options = { learningRate: number; numEpochs: number; miniBatchSize: number; printCost: boolean; seed: number };

const read = (tensor: tf.Tensor2D): Matrix => ({
  rows: tensor.shape[0],
  columns: tensor.shape[1],
  data: Array.from(tensor.dataSync()),
});

const write = ({ rows, columns, data }: Matrix): tf.Tensor2D => tf.tensor2d(data, [rows, columns]);

const at = ({ columns, data }: Matrix, i: number, j: number): number => data[i * columns + j] ?? 0;

function made(rows: number, columns: number, element: (i: number, j: number) => number): Matrix {
  const data: number[] = [];
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) data.push(element(i, j));
  return { rows, columns, data };
}

/** The sum of the products, from the last to the first. */
const product = (a: Matrix, b: Matrix): Matrix =>
  made(a.rows, b.columns, (i, j) => {
    let sum = 0;
    for (let k = a.columns - 1; k >= 0; k--) sum += at(a, i, k) * at(b, k, j);
    return sum;
  });

const transposed = (a: Matrix): Matrix => made(a.columns, a.rows, (i, j) => at(a, j, i));

const layer = (parameters: Params, l: number): { W: Matrix; b: Matrix } => ({
  W: read(parameters[`W${l}`] as tf.Tensor2D),
  b: read(parameters[`b${l}`] as tf.Tensor2D),
});

function forward(X: Matrix, parameters: Params): { A: Matrix[]; logits: Matrix } {
  const A = [X];
  let Z = X;
  for (const l of [1, 2, 3]) {
    const { W, b } = layer(parameters, l);
    const sums = product(W, A[l - 1] as Matrix);
    Z = made(sums.rows, sums.columns, (i, j) => at(sums, i, j) + at(b, i, 0));
    if (l < 3) A.push(made(Z.rows, Z.columns, (i, j) => (at(Z, i, j) > 0 ? at(Z, i, j) : 0)));
  }
  return { A, logits: Z };
}

/** Probabilities, and the loss by the logarithm of each example's sum of exponentials. */
function softmax(logits: Matrix, labels: Matrix): { P: Matrix; loss: number } {
  let loss = 0;
  const sums: number[] = [];
  for (let j = 0; j < logits.columns; j++) {
    let [largest, sum] = [Number.NEGATIVE_INFINITY, 0];
    for (let i = 0; i < logits.rows; i++) largest = Math.max(largest, at(logits, i, j));
    for (let i = 0; i < logits.rows; i++) sum += Math.exp(at(logits, i, j) - largest);
    sums.push(largest + Math.log(sum));
    for (let i = 0; i < logits.rows; i++) loss += at(labels, i, j) * ((sums[j] ?? 0) - at(logits, i, j));
  }
  return { P: made(logits.rows, logits.columns, (i, j) => Math.exp(at(logits, i, j) - (sums[j] ?? 0))), loss };
}

export function linearFunction(rng: Random): tf.Tensor2D {
  const [X, W, b] = [rng.randn<tf.Rank.R2>([3, 1]), rng.randn<tf.Rank.R2>([4, 3]), rng.randn<tf.Rank.R2>([4, 1])];
  const sums = product(read(W), read(X));
  return write(made(4, 1, (i) => at(sums, i, 0) + at(read(b), i, 0)));
}

export function sigmoid(z: number | number[] | tf.Tensor): number | tf.Tensor {
  // By the hyperbolic tangent, half of each.
  const of = (x: number): number => 0.5 + 0.5 * Math.tanh(x / 2);
  if (typeof z === "number") return of(z);
  return Array.isArray(z) ? tf.tensor1d(z.map(of)) : tf.tensor(Array.from(z.dataSync(), of), z.shape, "float32");
}

export function oneHotMatrix(label: number, C = 6): tf.Tensor1D {
  const entries: number[] = [];
  while (entries.length < C) entries.push(entries.length === label ? 1 : 0);
  return tf.tensor1d(entries, "int32");
}

export async function initializeParameters(seed = 1): Promise<Variables> {
  await Promise.resolve();
  const rng = new Rng(seed);
  const shapes: Record<string, [number, number]> = {
    b3: [6, 1],
    W3: [6, 12],
    b2: [12, 1],
    W2: [12, 25],
    b1: [25, 1],
    W1: [25, 12288],
  };
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const draws = rng.randn<tf.Rank.R2>(shape);
      return [name, tf.variable(tf.div(draws, Math.sqrt((shape[0] + shape[1]) / 2)))];
    }),
  );
}

export function forwardPropagation(X: tf.Tensor2D, parameters: Params): tf.Tensor2D {
  return write(forward(read(X), parameters).logits);
}

export function computeTotalLoss(logits: tf.Tensor2D, labels: tf.Tensor2D): number {
  return softmax(read(logits), read(labels)).loss;
}

export function gradientTape(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Params,
): { loss: number; grads: Params } {
  const Y = read(labels);
  const { A, logits } = forward(read(X), parameters);
  const { P, loss } = softmax(logits, Y);
  const grads: Params = {};
  let dZ = made(P.rows, P.columns, (i, j) => at(P, i, j) - at(Y, i, j));
  for (const l of [3, 2, 1]) {
    const before = A[l - 1] as Matrix;
    const { W } = layer(parameters, l);
    grads[`dW${l}`] = write(product(dZ, transposed(before)));
    grads[`db${l}`] = write(product(dZ, made(dZ.columns, 1, () => 1)));
    const dA = product(transposed(W), dZ);
    dZ = made(dA.rows, dA.columns, (i, j) => (at(before, i, j) > 0 ? at(dA, i, j) : 0));
  }
  return { loss, grads };
}

export function trainStep(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Variables,
  optimizer: tf.Optimizer,
): number {
  const { loss, grads } = gradientTape(X, labels, parameters);
  const named = Object.entries(parameters).map(([name, variable]) => ({
    name: variable.name,
    tensor: grads[`d${name}`] as tf.Tensor,
  }));
  optimizer.applyGradients(named);
  return loss;
}

const share = (X: tf.Tensor2D, Y: tf.Tensor2D, parameters: Params): number => {
  const { logits } = forward(read(X), parameters);
  const labels = read(Y);
  let right = 0;
  for (let j = 0; j < logits.columns; j++) {
    const column = Array.from({ length: logits.rows }, (_, i) => at(logits, i, j));
    if (at(labels, column.indexOf(Math.max(...column)), j) === 1) right += 1;
  }
  return Number((right / logits.columns).toFixed(4));
};

export async function model(
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  { learningRate, numEpochs, miniBatchSize, seed }: Options,
): Promise<{ parameters: Params; costs: Float32Array; trainAccuracy: number; testAccuracy: number }> {
  const parameters = await initializeParameters(seed);
  const optimizer = tf.train.adam(learningRate);
  const m = XTrain.shape[1];
  const costs = new Float32Array(numEpochs);
  for (const epoch of costs.keys()) {
    for (let start = 0; start < m; start += miniBatchSize) {
      const size = Math.min(miniBatchSize, m - start);
      const [X, Y] = [XTrain.slice([0, start], [-1, size]), YTrain.slice([0, start], [-1, size])];
      costs[epoch] = (costs[epoch] ?? 0) + trainStep(X, Y, parameters, optimizer) / m;
    }
  }
  const plain = Object.fromEntries(Object.entries(parameters).map(([name, variable]) => [name, tf.clone(variable)]));
  return {
    parameters: plain,
    costs,
    trainAccuracy: share(XTrain, YTrain, parameters),
    testAccuracy: share(XTest, YTest, parameters),
  };
}
