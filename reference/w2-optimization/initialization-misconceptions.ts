import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import { isBeforeLastLayer, isWeight, keepEntries, mapTensors, mapToGradients } from "../variants/dictionaries.ts";

/** One dictionary of averages at the start, as some students make it. */
type Start = (parameters: Params) => Grads;

type Mistake = {
  readonly id: string;
  readonly name: string;
  readonly explanation: string;
  readonly start: Start;
};

const zeros: Start = (parameters) => mapToGradients(parameters, tf.zerosLike);

const mistakes: readonly Mistake[] = [
  {
    id: "ones",
    name: "The averages start at one instead of zero.",
    explanation:
      "Before the first step no gradient has been seen, so there is nothing that an average of gradients could " +
      "hold. Starting at one, the parameters would be pushed in the first steps by something that no example has " +
      "asked for.",
    start: (parameters) => mapToGradients(parameters, tf.onesLike),
  },
  {
    id: "weights-only",
    name: "There are averages for the weights, but none for the biases.",
    explanation:
      "Biases are updated by the same rule as weights, and each needs an average of its own. The step that uses " +
      "this dictionary will look for one beside every gradient. Each layer has two entries.",
    start: (parameters) => zeros(keepEntries(parameters, isWeight)),
  },
  {
    id: "transposed",
    name: "The averages have the shape of the transposed parameters.",
    explanation:
      "An average is added to gradients and subtracted from parameters, element by element, so it has their " +
      "shape: rows first, columns second. Compare the order of the two extents with that of the parameter's " +
      "shape.",
    start: (parameters) => mapToGradients(parameters, ({ shape: [rows, columns] }) => tf.zeros([columns, rows])),
  },
  {
    id: "parameter-keys",
    name: "The averages stand under the names of the parameters, without the d.",
    explanation:
      "What is averaged are gradients, and the dictionary goes by their names: the step that uses it will look " +
      "for the same keys as in the gradients. Compare the keys of your result with those of the handout.",
    start: (parameters) => mapTensors(parameters, tf.zerosLike),
  },
  {
    id: "copies-of-parameters",
    name: "The averages start as copies of the parameters.",
    explanation:
      "Parameters and averages have the same shapes but mean different things: an average holds past gradients, " +
      "and before the first step there are none. Only the shapes are to be taken over.",
    start: (parameters) => mapToGradients(parameters, (tensor) => tensor.clone()),
  },
  {
    id: "last-layer-left-out",
    name: "The last layer has no averages: the loop ends one layer too early.",
    explanation:
      "Layers are counted from 1 to L, with the last one included, and half the number of keys is L. A loop that " +
      "runs while the layer is less than L never reaches the output layer. With a single layer nothing is made at " +
      "all.",
    start: (parameters) => zeros(keepEntries(parameters, isBeforeLastLayer)),
  },
];

const adamOnly: readonly Misconception[] = [
  {
    id: "adam-init-s-ones",
    exercise: "initializeAdam",
    name: "v starts at zero as it should, but s starts at one.",
    explanation:
      "Starting s at one looks safer, because the step divides by its root. That division is taken care of by " +
      "epsilon and by the bias correction, which counts on both averages having started at zero.",
    implementation: (parameters: Params) => ({
      v: zeros(parameters),
      s: mapToGradients(parameters, tf.onesLike),
    }),
  },
];

/** What students write instead of the zeros that momentum and Adam start from. */
export const initializationMisconceptions: readonly Misconception[] = [
  ...mistakes.map(
    ({ id, start, ...text }): Misconception => ({
      id: `velocity-${id}`,
      exercise: "initializeVelocity",
      ...text,
      implementation: start,
    }),
  ),
  ...mistakes.map(
    ({ id, start, ...text }): Misconception => ({
      id: `adam-init-${id}`,
      exercise: "initializeAdam",
      ...text,
      implementation: (parameters: Params) => ({ v: start(parameters), s: start(parameters) }),
    }),
  ),
  ...adamOnly,
];
