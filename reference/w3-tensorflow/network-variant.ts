import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";

/** Trainable parameters `W1, b1, ..., W3, b3`. */
export type Parameters = Record<string, tf.Variable<tf.Rank.R2>>;

/** Rows and columns. */
export type Shape = [rows: number, columns: number];

/** The parameters of the network 12288-25-12-6. */
export const parameterShapes: Readonly<Record<string, Shape>> = {
  W1: [25, 12288],
  b1: [25, 1],
  W2: [12, 25],
  b2: [12, 1],
  W3: [6, 12],
  b3: [6, 1],
};

/** An activation. */
type Activation = (Z: tf.Tensor2D) => tf.Tensor2D;

/** A right draw of one array; `place` tells the six arrays apart. */
export function drawGlorot(shape: Shape, seed: number, place: number): tf.Tensor2D {
  return tf.truncatedNormal(shape, 0, Math.sqrt(2 / (shape[0] + shape[1])) / 0.88, "float32", seed + 0.1 * place);
}

/** The tensor under a name. @throws TypeError where there is none. */
export function entryOf(dictionary: Params, name: string): tf.Tensor2D {
  const tensor = dictionary[name];
  if (tensor === undefined) throw new TypeError(`Cannot read ${name}: it is missing`);
  return tensor;
}

/** `W A + b` of one layer. */
export const linear = (parameters: Params, layer: number, A: tf.Tensor2D): tf.Tensor2D =>
  tf.add(tf.matMul(entryOf(parameters, `W${layer}`), A), entryOf(parameters, `b${layer}`));

/** The forward pass with its activations and layers to choose; right by default. */
export function forward(
  X: tf.Tensor2D,
  parameters: Params,
  activation: Activation = tf.relu,
  layer: typeof linear = linear,
): tf.Tensor2D {
  const A1 = activation(layer(parameters, 1, X));
  const A2 = activation(layer(parameters, 2, A1));
  return layer(parameters, 3, A2);
}

/** Softmax cross-entropy summed over the columns. */
export const totalLoss = (logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar =>
  tf.neg(tf.sum(tf.mul(tf.transpose(labels), tf.logSoftmax(tf.transpose(logits)))));

/** Softmax of each column. */
export const softmaxOfColumns = (logits: tf.Tensor2D): tf.Tensor2D => tf.transpose(tf.softmax(tf.transpose(logits)));

/** A loss of a batch under parameters. */
export type BatchLoss = (X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Parameters) => tf.Scalar;

/** The right one: {@link totalLoss} of {@link forward}. */
export const batchLoss: BatchLoss = (X, labels, parameters) => totalLoss(forward(X, parameters), labels);

/** A loss and its gradients under `dW1, db1, ...`. */
export function differentiate(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Parameters,
  lossOf: BatchLoss = batchLoss,
): { loss: tf.Scalar; grads: Params } {
  const { value, grads } = tf.variableGrads(() => lossOf(X, labels, parameters), Object.values(parameters));
  const named = Object.entries(parameters).map(([name, variable]) => [`d${name}`, grads[variable.name]]);
  return { loss: value, grads: Object.fromEntries(named) };
}

/** One step of the optimizer along gradients that stand under `dW1, db1, ...`; those left out stay as they are. */
export function applyStep(parameters: Parameters, grads: Params, optimizer: tf.Optimizer): void {
  optimizer.applyGradients(
    Object.entries(grads).flatMap(([name, tensor]) => {
      const variable = parameters[name.slice(1)];
      return variable === undefined ? [] : [{ name: variable.name, tensor }];
    }),
  );
}

/** The number in a scalar. */
export const numberIn = (scalar: tf.Tensor): number => scalar.dataSync()[0] ?? Number.NaN;
