import * as tf from "@tensorflow/tfjs";
import type { Grads, Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import { entryOf, isWeight, mapTensors, stepAlong, stepAlongSome } from "../variants/dictionaries.ts";

type Descent = (parameters: Params, grads: Grads, learningRate: number) => Params;
type Result = { readonly parameters: Params; readonly v: Grads };
type Momentum = (parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) => Result;

const descent = (id: string, name: string, explanation: string, implementation: Descent): Misconception => ({
  id: `gd-${id}`,
  exercise: "updateParametersWithGd",
  name,
  explanation,
  implementation,
});

const momentum = (id: string, name: string, explanation: string, implementation: Momentum): Misconception => ({
  id: `momentum-${id}`,
  exercise: "updateParametersWithMomentum",
  name,
  explanation,
  implementation,
});

const averaged = (v: Grads, grads: Grads, beta: number): Grads =>
  mapTensors(v, (past, name) => tf.add(tf.mul(beta, past), tf.mul(1 - beta, entryOf(grads, name))));

/** Steps that follow another rule than the one asked for. */
export const stepVariantMisconceptions: readonly Misconception[] = [
  descent(
    "biases-full-step",
    "The biases move by the whole gradient, without the learning rate.",
    "The learning rate belongs to every parameter. The weights take a step of the right length, the biases one that is " +
      "too long. Compare the two lines.",
    (parameters, grads, learningRate) => ({
      ...stepAlong(parameters, grads, 1),
      ...stepAlong(weightsOf(parameters), grads, learningRate),
    }),
  ),
  descent(
    "weights-full-step",
    "The weights move by the whole gradient, without the learning rate.",
    "The learning rate belongs to every parameter. The biases take a step of the right length, the weights one that is " +
      "too long. Compare the two lines.",
    (parameters, grads, learningRate) => ({
      ...stepAlong(parameters, grads, learningRate),
      ...stepAlong(weightsOf(parameters), grads, 1),
    }),
  ),
  descent(
    "mixes-with-gradient",
    "The parameters are multiplied by 1 - learningRate before the step.",
    "That is how an average is updated. A step of gradient descent leaves the parameters as they are and only subtracts " +
      "from them. Look at what should come out where the gradient is 0.",
    (parameters, grads, learningRate) =>
      mapTensors(parameters, (tensor, name) =>
        tf.sub(tf.mul(1 - learningRate, tensor), tf.mul(learningRate, entryOf(grads, `d${name}`))),
      ),
  ),
  descent(
    "returns-steps",
    "What is returned is the step itself, not the parameters after it.",
    "The new parameters are the old ones minus the step. Only the product of learning rate and gradient is there.",
    (parameters, grads, learningRate) =>
      mapTensors(parameters, (_, name) => tf.mul(learningRate, entryOf(grads, `d${name}`))),
  ),
  descent(
    "divides-by-learning-rate",
    "The gradient is divided by the learning rate instead of multiplied by it.",
    "A small learning rate is to make small steps. Divided by it, the step is the longer the smaller the rate is.",
    (parameters, grads, learningRate) => stepAlong(parameters, grads, 1 / learningRate),
  ),
  momentum(
    "nesterov",
    "The step looks ahead, as in the method of Nesterov.",
    "Nesterov's step adds the gradient to the new velocity once more. Here the step follows the new velocity alone. " +
      "With a beta of 0 the two are the same.",
    (parameters, grads, v, beta, learningRate) => {
      const velocity = averaged(v, grads, beta);
      return { parameters: stepAlong(parameters, averaged(velocity, grads, beta), learningRate), v: velocity };
    },
  ),
  momentum(
    "nesterov-without-weights",
    "The step looks ahead, as in the method of Nesterov, with the whole gradient.",
    "Nesterov's step adds the gradient to the new velocity once more. Here the step follows the new velocity alone.",
    (parameters, grads, v, beta, learningRate) => {
      const velocity = averaged(v, grads, beta);
      const ahead = mapTensors(velocity, (one, name) => tf.add(tf.mul(beta, one), entryOf(grads, name)));
      return { parameters: stepAlong(parameters, ahead, learningRate), v: velocity };
    },
  ),
  momentum(
    "rate-in-velocity",
    "The learning rate is part of the velocity: the gradient is multiplied by it before it is averaged.",
    "The velocity is an average of gradients, whatever the learning rate is. The rate comes in when the parameters " +
      "move. Otherwise what is remembered depends on the rates of earlier steps.",
    (parameters, grads, v, beta, learningRate) => {
      const scaled = mapTensors(grads, (gradient) => tf.mul(learningRate, gradient));
      const velocity = averaged(v, scaled, beta);
      return { parameters: stepAlong(parameters, velocity, 1), v: velocity };
    },
  ),
  momentum(
    "rate-in-velocity-full-gradient",
    "The velocity is beta * v + learningRate * gradient, without (1 - beta).",
    "The velocity is an average of gradients with the weights beta and 1 - beta, whatever the learning rate is. The " +
      "rate comes in when the parameters move.",
    (parameters, grads, v, beta, learningRate) => {
      const velocity = mapTensors(v, (past, name) =>
        tf.add(tf.mul(beta, past), tf.mul(learningRate, entryOf(grads, name))),
      );
      return { parameters: stepAlong(parameters, velocity, 1), v: velocity };
    },
  ),
  momentum(
    "biases-plain",
    "The biases take a plain step along their gradient; only the weights have momentum.",
    "A bias is a parameter like any other and has a velocity of its own. It is averaged and followed in the same way " +
      "as those of the weights.",
    (parameters, grads, v, beta, learningRate) => {
      const velocity = { ...v, ...averaged(gradientsOfWeights(v), grads, beta) };
      const moved = stepAlongSome(parameters, velocity, learningRate, isWeight);
      return { parameters: { ...stepAlong(parameters, grads, learningRate), ...weightsOf(moved) }, v: velocity };
    },
  ),
  momentum(
    "bias-corrected",
    "The velocity is divided by 1 - beta before the step.",
    "Adam corrects its averages for their start at zero; this function does not. The step follows the new velocity as " +
      "it is returned.",
    (parameters, grads, v, beta, learningRate) => {
      const velocity = averaged(v, grads, beta);
      return { parameters: stepAlong(parameters, velocity, learningRate / (1 - beta)), v: velocity };
    },
  ),
];

const weightsOf = (parameters: Params): Params =>
  Object.fromEntries(Object.entries(parameters).filter(([name]) => name.startsWith("W")));

const gradientsOfWeights = (grads: Grads): Grads =>
  Object.fromEntries(Object.entries(grads).filter(([name]) => name.startsWith("dW")));
