import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  entryOf,
  isBeforeLastLayer,
  isWeight,
  mapTensors,
  stepAlong,
  stepAlongSome,
} from "../variants/dictionaries.ts";

type Result = { readonly parameters: Params; readonly v: Grads };
type Variant = (parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) => Result;

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `momentum-${id}`,
  exercise: "updateParametersWithMomentum",
  name,
  explanation,
  implementation,
});

/** `past * v + present * gradient`, key by key. */
const weigh = (v: Grads, grads: Grads, past: number, present: number): Grads =>
  mapTensors(v, (average, name) => tf.add(tf.mul(past, average), tf.mul(present, entryOf(grads, name))));

const averaged = (v: Grads, grads: Grads, beta: number): Grads => weigh(v, grads, beta, 1 - beta);

/** A right step along a velocity that is made in a wrong way. */
const withVelocity =
  (make: (v: Grads, grads: Grads, beta: number) => Grads): Variant =>
  (parameters, grads, v, beta, learningRate) => {
    const velocity = make(v, grads, beta);
    return { parameters: stepAlong(parameters, velocity, learningRate), v: velocity };
  };

/** The right velocity, with parameters that are moved in a wrong way. */
const withStep =
  (move: (parameters: Params, velocity: Grads, learningRate: number) => Params): Variant =>
  (parameters, grads, v, beta, learningRate) => {
    const velocity = averaged(v, grads, beta);
    return { parameters: move(parameters, velocity, learningRate), v: velocity };
  };

/** What students write instead of a step with momentum. */
export const momentumMisconceptions: readonly Misconception[] = [
  variant(
    "no-one-minus-beta",
    "The gradient is added to the velocity at full weight, without (1 - beta).",
    "The velocity is an average, so its two weights add up to 1. With the full gradient it grows to about 1 / " +
      "(1 - beta) times the gradients, ten times for 0.9, and the steps with it. Some books define momentum that " +
      "way; here it is an average.",
    withVelocity((v, grads, beta) => weigh(v, grads, beta, 1)),
  ),
  variant(
    "weights-exchanged",
    "beta and (1 - beta) are exchanged.",
    "beta is the weight of the past: at 0.9 the velocity keeps nine tenths of what it was. Exchanged, it nearly " +
      "forgets the past and follows each new gradient, and there is little momentum left. See what should happen " +
      "at beta 0.",
    withVelocity((v, grads, beta) => weigh(v, grads, 1 - beta, beta)),
  ),
  variant(
    "past-forgotten",
    "The velocity is made from the new gradient alone; the old velocity is not used.",
    "What makes momentum is memory: each velocity continues the one before. Without the old velocity the result " +
      "is plain gradient descent with shorter steps. Check that the argument v is used.",
    withVelocity((v, grads, beta) => weigh(v, grads, 0, 1 - beta)),
  ),
  variant(
    "gradient-subtracted",
    "The gradient is subtracted from the velocity, and then the velocity from the parameters.",
    "Two minus signs make a plus: the parameters end up going along with the gradient, uphill. Here the " +
      "velocity is an average of the gradients as they are, and only the step of the parameters has a minus.",
    withVelocity((v, grads, beta) => weigh(v, grads, beta, beta - 1)),
  ),
  variant(
    "steps-along-old-velocity",
    "The parameters take their step along the velocity from before the update.",
    "The new gradient has to get into the velocity first, and the step then goes along the new velocity. With " +
      "the old one every gradient comes a step too late, and the first step, where the velocity is zero, does not " +
      "move at all.",
    (parameters, grads, v, beta, learningRate) => ({
      parameters: stepAlong(parameters, v, learningRate),
      v: averaged(v, grads, beta),
    }),
  ),
  variant(
    "returns-old-velocity",
    "The velocity comes back as it was passed in.",
    "The next step needs the new velocity. When the old one is returned, it stays zero for ever and every step " +
      "is the first one. Look at which dictionary the result holds under v.",
    (parameters, grads, v, beta, learningRate) => ({
      parameters: stepAlong(parameters, averaged(v, grads, beta), learningRate),
      v,
    }),
  ),
  variant(
    "steps-along-gradient",
    "The parameters take their step along the gradient; the velocity is computed but not used.",
    "Momentum smooths the path because the parameters follow the average and not the single gradient. When they " +
      "follow the gradient, the velocity has no effect and the result is plain gradient descent.",
    (parameters, grads, v, beta, learningRate) => ({
      parameters: stepAlong(parameters, grads, learningRate),
      v: averaged(v, grads, beta),
    }),
  ),
  variant(
    "adds-the-step",
    "The step is added to the parameters instead of subtracted.",
    "The velocity is an average of gradients, and they point to where the cost grows. A step that is to lower " +
      "the cost goes against it. Look at the sign in front of the learning rate.",
    withStep((parameters, velocity, learningRate) => stepAlong(parameters, velocity, -learningRate)),
  ),
  variant(
    "no-learning-rate",
    "The whole velocity is subtracted, without the learning rate.",
    "The velocity says in which direction to go, the learning rate how far. Without it the steps are usually " +
      "far too long, and training diverges. Check that all five arguments are used.",
    withStep((parameters, velocity) => stepAlong(parameters, velocity, 1)),
  ),
  variant(
    "biases-not-updated",
    "Only the weights move; the biases stay as they were.",
    "A bias is a parameter like any other: it has a gradient and a velocity and is learned. Each layer has two " +
      "parameters to update.",
    withStep((parameters, velocity, learningRate) => stepAlongSome(parameters, velocity, learningRate, isWeight)),
  ),
  variant(
    "last-layer-not-updated",
    "The parameters of the last layer are not updated: the loop ends one layer too early.",
    "Layers are counted from 1 to L, with the last one included, and half the number of keys is L. A loop that " +
      "runs while the layer is less than L never reaches the output layer.",
    withStep((parameters, velocity, learningRate) =>
      stepAlongSome(parameters, velocity, learningRate, isBeforeLastLayer),
    ),
  ),
  variant(
    "assigns-into-its-inputs",
    "The new values are written into the dictionaries that were passed in.",
    "The caller's dictionaries are the same objects as the parameters of the function, so the old values are " +
      "lost to whoever still needs them. Collect the new tensors in dictionaries of your own.",
    (parameters, grads, v, beta, learningRate) => {
      Object.assign(v, averaged(v, grads, beta));
      return { parameters: Object.assign(parameters, stepAlong(parameters, v, learningRate)), v };
    },
  ),
];
