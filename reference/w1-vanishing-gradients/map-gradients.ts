import type * as tf from "@tensorflow/tfjs";
import type { Grads } from "gradecheck";

/** A new dictionary with the same keys, each tensor made from the old one. */
export function mapGradients(grads: Grads, make: (gradient: tf.Tensor2D, name: string) => tf.Tensor2D): Grads {
  return Object.fromEntries(Object.entries(grads).map(([name, gradient]) => [name, make(gradient, name)]));
}
