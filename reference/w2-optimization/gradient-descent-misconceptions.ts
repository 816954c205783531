import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  entryOf,
  isBeforeLastLayer,
  isWeight,
  keepEntries,
  mapTensors,
  stepAlong,
  stepAlongSome,
} from "../variants/dictionaries.ts";

type Variant = (parameters: Params, grads: Grads, learningRate: number) => Params;

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `gd-${id}`,
  exercise: "updateParametersWithGd",
  name,
  explanation,
  implementation,
});

/** What students write instead of a step of gradient descent. */
export const gradientDescentMisconceptions: readonly Misconception[] = [
  variant(
    "adds-the-step",
    "The step is added to the parameters instead of subtracted.",
    "A gradient points to where the cost grows fastest. Going along with it makes the cost larger with every " +
      "step, so a step that is to lower the cost goes against it. Look at the sign in front of the learning rate.",
    (parameters, grads, learningRate) => stepAlong(parameters, grads, -learningRate),
  ),
  variant(
    "no-learning-rate",
    "The whole gradient is subtracted, without the learning rate.",
    "The gradient says in which direction to go, the learning rate how far. Without it every step is as long as " +
      "the gradient, which is usually far too long, and training diverges. Check that all three arguments are " +
      "used.",
    (parameters, grads) => stepAlong(parameters, grads, 1),
  ),
  variant(
    "biases-not-updated",
    "Only the weights move; the biases stay as they were.",
    "A bias is a parameter like any other: it has a gradient and is learned. A network whose biases never move " +
      "cannot shift its activations. Each layer has two entries to update.",
    (parameters, grads, learningRate) => stepAlongSome(parameters, grads, learningRate, isWeight),
  ),
  variant(
    "biases-left-out",
    "The result holds the weights only; the biases are gone.",
    "The next iteration works with the dictionary that is returned here, and it needs every parameter. A bias " +
      "is a parameter like any other, with a gradient of its own. Each layer has two entries to update.",
    (parameters, grads, learningRate) => stepAlong(keepEntries(parameters, isWeight), grads, learningRate),
  ),
  variant(
    "last-layer-not-updated",
    "The last layer is not updated: the loop ends one layer too early.",
    "Layers are counted from 1 to L, with the last one included, and half the number of keys is L. A loop that " +
      "runs while the layer is less than L never reaches the output layer. With a single layer it does nothing at " +
      "all.",
    (parameters, grads, learningRate) => stepAlongSome(parameters, grads, learningRate, isBeforeLastLayer),
  ),
  variant(
    "last-layer-left-out",
    "The last layer is missing in the result: the loop ends one layer too early.",
    "Layers are counted from 1 to L, with the last one included, and half the number of keys is L. A loop that " +
      "runs while the layer is less than L never reaches the output layer. With a single layer the result is " +
      "empty.",
    (parameters, grads, learningRate) => stepAlong(keepEntries(parameters, isBeforeLastLayer), grads, learningRate),
  ),
  variant(
    "returns-old-parameters",
    "The parameters come back as they were.",
    "Tensors do not change: an operation such as a subtraction makes a new tensor and leaves the old one alone. " +
      "What it returns has to be kept, under the right key of the result. Look at what becomes of each " +
      "difference, and at which dictionary is returned.",
    (parameters) => parameters,
  ),
  variant(
    "assigns-into-its-input",
    "The new values are written into the dictionary that was passed in.",
    "The caller's dictionary is the same object as the parameter of the function, so the old values are lost to " +
      "whoever still needs them: a comparison, a second optimizer, a repeated call. Collect the new tensors in a " +
      "dictionary of your own.",
    (parameters, grads, learningRate) => Object.assign(parameters, stepAlong(parameters, grads, learningRate)),
  ),
  variant(
    "disposes-its-inputs",
    "The tensors that were passed in are disposed.",
    "A function may free what it made itself. The old parameters and the gradients belong to the caller, who " +
      "may still read them; after disposal every use of them fails. Free intermediate results only.",
    (parameters, grads, learningRate) =>
      mapTensors(parameters, (tensor, name) => {
        const gradient = entryOf(grads, `d${name}`);
        const updated: tf.Tensor2D = tf.sub(tensor, tf.mul(learningRate, gradient));
        tf.dispose([tensor, gradient]);
        return updated;
      }),
  ),
];
