import type * as tf from "@tensorflow/tfjs";
import type { Rng } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";

/** One mini-batch, as the exercise returns it. */
export type Batch = { readonly X: tf.Tensor2D; readonly Y: tf.Tensor2D };

/** A function of the exercise's parameters; what it returns may be of another form. */
export type BatchesVariant = (
  X: tf.Tensor2D,
  Y: tf.Tensor2D,
  miniBatchSize: number | undefined,
  rng: Rng,
) => readonly unknown[];

/** A wrong way to make mini-batches. @param id Without `batches-`. */
export const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: BatchesVariant,
): Misconception => ({
  id: `batches-${id}`,
  exercise: "randomMiniBatches",
  name,
  explanation,
  implementation,
});
