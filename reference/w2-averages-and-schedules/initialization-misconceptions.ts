import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import { isBeforeLastLayer, isWeight, keepEntries, mapToGradients } from "../variants/dictionaries.ts";

const variant = (
  id: string,
  name: string,
  explanation: string,
  implementation: (parameters: Params) => unknown,
): Misconception => ({ id: `rms-init-${id}`, exercise: "initializeRmsprop", name, explanation, implementation });

const zeros = (parameters: Params): Params => mapToGradients(parameters, tf.zerosLike);

const eachLayer = "Each layer has two parameters, a weight matrix and a bias column.";

/** What students write instead of the zeros that RMSprop starts from. */
export const initializationMisconceptions: readonly Misconception[] = [
  variant(
    "ones",
    "The averages start at one instead of zero.",
    "One looks safer, because steps divide by the root. That division is what epsilon is for. An average of ones says " +
      "that large gradients have been seen, and makes the first steps too short.",
    (parameters) => mapToGradients(parameters, tf.onesLike),
  ),
  variant(
    "weights-only",
    "There are averages for the weights, but none for the biases.",
    `The step divides the gradient of a bias by the root of its average, as it does with a weight. ${eachLayer}`,
    (parameters) => zeros(keepEntries(parameters, isWeight)),
  ),
  variant(
    "transposed",
    "The averages have the shape of the transposed parameters.",
    "An average has a number for each number of its parameter, at the same place. Compare the two shapes, rows first and " +
      "columns second.",
    (parameters) => mapToGradients(parameters, ({ shape: [rows, columns] }) => tf.zeros([columns, rows])),
  ),
  variant(
    "biases-flat",
    "The averages of the biases have one dimension.",
    "A bias is a column, a tensor of two dimensions of which the second has one element. Its average has the same " +
      "shape, or the sum of both takes another one.",
    (parameters) =>
      mapToGradients(parameters, (tensor, name) =>
        isWeight(name, parameters) ? tf.zerosLike(tensor) : (tf.zeros([tensor.size]) as unknown as tf.Tensor2D),
      ),
  ),
  variant(
    "parameter-keys",
    "The averages stand under the names of the parameters, without the d.",
    "What is averaged are squared gradients, and they go by the names of the gradients. The step will look for them there. " +
      "Compare your keys with those of the handout.",
    (parameters) =>
      Object.fromEntries(Object.keys(parameters).map((name) => [name, tf.zeros(shapeOf(parameters, name))])),
  ),
  variant(
    "own-keys",
    "The averages stand under names that begin with s.",
    "The dictionary as a whole is s. Inside it, averages go by the names of the gradients, so that each is found beside " +
      "its gradient.",
    (parameters) =>
      Object.fromEntries(Object.keys(parameters).map((name) => [`sd${name}`, tf.zeros(shapeOf(parameters, name))])),
  ),
  variant(
    "wrapped",
    "The averages stand in another dictionary, under s.",
    "The result is the dictionary of the averages itself. The caller gives it the name s, not you.",
    (parameters) => ({ s: zeros(parameters) }),
  ),
  variant(
    "copies-of-parameters",
    "The averages start as copies of the parameters.",
    "Only the shapes are to be taken over. What is averaged are squares of gradients, of which there are none before " +
      "the first step. An average of squares is never negative, either.",
    (parameters) => mapToGradients(parameters, (tensor) => tensor.clone()),
  ),
  variant(
    "last-layer-left-out",
    "The last layer has no averages: the loop ends one layer too early.",
    "Layers count from 1 to L, the last one included, and L is half the number of keys. With one layer, a loop that ends " +
      "before L does nothing at all.",
    (parameters) => zeros(keepEntries(parameters, isBeforeLastLayer)),
  ),
];

const shapeOf = (parameters: Params, name: string): [number, number] => parameters[name]?.shape ?? [0, 0];
