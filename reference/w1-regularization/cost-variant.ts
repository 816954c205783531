import * as tf from "@tensorflow/tfjs";
import type { Params } from "../../assignments/values/params.ts";
import { tensorIn } from "./back-propagate.ts";

/** A function of the signature of `computeCostWithRegularization`. */
export type CostFunction = (A3: tf.Tensor2D, Y: tf.Tensor2D, parameters: Params, lambd: number) => number;
type Penalty = (parameters: Params, lambd: number, m: number) => tf.Tensor;

/** Keys of the weights. */
export const weights = ["W1", "W2", "W3"];

/** Adds up a function of some of the parameters. */
export const total = (parameters: Params, keys: readonly string[], f: (tensor: tf.Tensor2D) => tf.Tensor): tf.Tensor =>
  tf.addN(keys.map((key) => tf.sum(f(tensorIn(parameters, key)))));

/** The sum of the squares of some of the parameters. */
export const squares = (parameters: Params, keys: readonly string[] = weights): tf.Tensor =>
  total(parameters, keys, tf.square);

/** `lambd / (2 m)` times the squares of the weights. */
export const rightPenalty: Penalty = (parameters, lambd, m) => tf.mul(squares(parameters), lambd / (2 * m));

/** `y ln a + (1 - y) ln (1 - a)` of each example. */
export const logLikelihoods = (A3: tf.Tensor2D, Y: tf.Tensor2D): tf.Tensor =>
  tf.add(tf.mul(Y, tf.log(A3)), tf.mul(tf.sub(1, Y), tf.log(tf.sub(1, A3))));

const meanCrossEntropy = (A3: tf.Tensor2D, Y: tf.Tensor2D): tf.Tensor => tf.neg(tf.mean(logLikelihoods(A3, Y)));

/** The cost with parts that a misconception may replace. */
export const costWith =
  (penalty: Penalty, loss: (A3: tf.Tensor2D, Y: tf.Tensor2D) => tf.Tensor = meanCrossEntropy): CostFunction =>
  (A3, Y, parameters, lambd) =>
    tf
      .add(loss(A3, Y), penalty(parameters, lambd, Y.shape[1]))
      .asScalar()
      .arraySync();
