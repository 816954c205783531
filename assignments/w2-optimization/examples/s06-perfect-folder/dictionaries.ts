import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";

/** a * x + b * y, key by key. */
export function combine(x: Grads, a: number, y: Grads, b: number): Grads {
  const result: Grads = {};
  for (const key of Object.keys(x)) result[key] = x[key].mul(a).add(y[key].mul(b));
  return result;
}

/** factor * x, key by key. */
export function scaled(x: Grads, factor: number): Grads {
  const result: Grads = {};
  for (const key of Object.keys(x)) result[key] = x[key].mul(factor);
  return result;
}

/** parameters - rate * direction; the direction's keys have a "d" in front. */
export function descend(parameters: Params, direction: Grads, rate: number): Params {
  const result: Params = {};
  for (const key of Object.keys(parameters)) result[key] = parameters[key].sub(direction["d" + key].mul(rate));
  return result;
}

/** Zeros under "dW1", "db1", ... */
export function zerosFor(parameters: Params): Grads {
  const result: Grads = {};
  for (const key of Object.keys(parameters)) result["d" + key] = tf.zerosLike(parameters[key]);
  return result;
}
