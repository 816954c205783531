import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { isBeforeLastLayer, isWeight, keepEntries } from "../variants/dictionaries.ts";
import { type RmspropVariant, rightRmsprop, rmspropWith, scaleOf, stepBy, variant } from "./rmsprop-variant.ts";

/** RMSprop with other values where arguments are left out. */
const withDefaults =
  ({ rate = 0.01, beta2 = 0.9, epsilon = 1e-8 }): RmspropVariant =>
  (parameters, grads, s, ...[givenRate, givenBeta2, givenEpsilon]) =>
    rightRmsprop(parameters, grads, s, givenRate ?? rate, givenBeta2 ?? beta2, givenEpsilon ?? epsilon);

const defaults = "A parameter that is left out has the value shown in the signature of the handout.";

/** What students get wrong in the step itself, and in the defaults. */
export const rmspropStepMisconceptions: readonly Misconception[] = [
  variant(
    "epsilon-inside-root",
    "epsilon is added under the square root instead of to the root.",
    "Under the root, epsilon counts as its own square root: 1e-8 acts like 1e-4. Where gradients are tiny, that makes " +
      "steps far too short. Take the root first, and add epsilon to it.",
    rmspropWith({ step: (facts) => stepBy(facts, tf.sqrt(tf.add(facts.s, facts.epsilon))) }),
  ),
  variant(
    "epsilon-in-both-places",
    "epsilon is added under the root and to the root.",
    "epsilon is added once, to the root. Under it, it counts as its own square root: 1e-8 acts like 1e-4.",
    rmspropWith({
      step: (facts) => stepBy(facts, scaleOf(tf.add(facts.s, facts.epsilon), facts.epsilon)),
    }),
  ),
  variant(
    "epsilon-left-out",
    "epsilon is not added to the root.",
    "Where all gradients have been 0, so is the root, and 0 divided by 0 is NaN. epsilon is also an argument: a large " +
      "one must be seen in the result.",
    rmspropWith({ step: (facts) => stepBy(facts, tf.sqrt(facts.s)) }),
  ),
  variant(
    "epsilon-fixed",
    "epsilon is always 1e-8, whatever is passed.",
    "1e-8 is only what epsilon is when it is left out. A large one must be seen in the result.",
    (parameters, grads, s, rate, beta2) => rightRmsprop(parameters, grads, s, rate, beta2),
  ),
  variant(
    "epsilon-added-to-quotient",
    "epsilon is added to the quotient instead of to the root.",
    "The root and epsilon stand together below the line. Without brackets the division comes first.",
    rmspropWith({
      step: ({ gradient, s, learningRate, epsilon }) =>
        tf.mul(learningRate, tf.add(tf.div(gradient, tf.sqrt(s)), epsilon)),
    }),
  ),
  variant(
    "epsilon-as-lower-limit",
    "epsilon is taken for the least that the root may be instead of added to it.",
    "That also keeps the division finite, but it leaves all larger roots as they are. Added, epsilon makes every denominator " +
      "larger, and a large epsilon is seen in every step.",
    rmspropWith({ step: (facts) => stepBy(facts, tf.maximum(tf.sqrt(facts.s), facts.epsilon)) }),
  ),
  variant(
    "no-root",
    "The step is divided by s itself, without the square root.",
    "s is an average of squares. Its root has the size of a gradient, so that the quotient is about one, whatever the " +
      "scale. Without the root, small gradients make huge steps.",
    rmspropWith({ step: (facts) => stepBy(facts, tf.add(facts.s, facts.epsilon)) }),
  ),
  variant(
    "multiplied-by-root",
    "The gradient is multiplied by the root of s instead of divided.",
    "Steps are to be short where gradients have been large. Multiplied by the root, they are longest there.",
    rmspropWith({
      step: ({ gradient, s, learningRate, epsilon }) => tf.mul(tf.mul(learningRate, gradient), scaleOf(s, epsilon)),
    }),
  ),
  variant(
    "old-s-in-step",
    "The step divides by the root of s from before the update.",
    "The new square has to get into s first. In the first step the old s is zero, and the gradient is divided by epsilon " +
      "alone.",
    rmspropWith({ step: (facts) => stepBy(facts, scaleOf(facts.old, facts.epsilon)) }),
  ),
  variant(
    "plain-step",
    "The parameters take a plain step along the gradient; s is computed but not used.",
    "What makes RMSprop is the division by the root of s. Without it s has no effect, and this is gradient descent.",
    rmspropWith({ step: (facts) => tf.mul(facts.learningRate, facts.gradient) }),
  ),
  variant(
    "adds-the-step",
    "The step is added to the parameters instead of subtracted.",
    "A gradient points to where the cost grows, and dividing it by a root does not turn it round. Look at the sign in front " +
      "of the learning rate.",
    (parameters, grads, s, rate = 0.01, ...options) => rightRmsprop(parameters, grads, s, -rate, ...options),
  ),
  variant(
    "no-learning-rate",
    "The step is subtracted without the learning rate.",
    "The quotient has a size of about one. The learning rate says how much of that a step takes. Check that all " +
      "arguments are used.",
    (parameters, grads, s, _, ...options) => rightRmsprop(parameters, grads, s, 1, ...options),
  ),
  variant(
    "biases-not-updated",
    "Only the weights move; the biases stay as they were.",
    "A bias is a parameter like any other: it has a gradient and an average of its squares, and is learned. Each layer has " +
      "two parameters to update.",
    rmspropWith({ moves: isWeight }),
  ),
  variant(
    "biases-plain",
    "The biases take plain steps along their gradients; only the weights are divided by the root.",
    "The same rule holds for both parameters of a layer. Look at the line of the biases beside that of the weights.",
    (parameters, grads, s, rate = 0.01, ...options) => {
      const plain = rmspropWith({ step: (facts) => tf.mul(facts.learningRate, facts.gradient) });
      const right = rightRmsprop(parameters, grads, s, rate, ...options);
      const weights = keepEntries(right.parameters, isWeight);
      return { ...right, parameters: { ...plain(parameters, grads, s, rate, ...options).parameters, ...weights } };
    },
  ),
  variant(
    "last-layer-not-updated",
    "The parameters of the last layer are not updated: the loop ends one layer too early.",
    "Layers count from 1 to L, the last one included, and L is half the number of keys. A loop that runs while the layer is " +
      "less than L never reaches it.",
    rmspropWith({ moves: isBeforeLastLayer }),
  ),
  variant(
    "default-rate-of-libraries",
    "When no learning rate is given, it is a tenth of what it should be.",
    `${defaults} 0.001 is what many libraries take.`,
    withDefaults({ rate: 0.001 }),
  ),
  variant(
    "default-beta2-of-adam",
    "When no beta2 is given, it is that of Adam.",
    `${defaults} 0.999 belongs to Adam; here the memory is shorter.`,
    withDefaults({ beta2: 0.999 }),
  ),
  variant(
    "default-epsilon-of-keras",
    "When no epsilon is given, it is 1e-7 instead of 1e-8.",
    `${defaults} 1e-7 is the default of Keras.`,
    withDefaults({ epsilon: 1e-7 }),
  ),
  variant(
    "assigns-into-its-inputs",
    "The new values are written into the dictionaries that were passed in.",
    "The caller's dictionaries are the same objects as the parameters of the function, so the old values are lost to whoever " +
      "still needs them. Collect the new tensors in dictionaries of your own.",
    (parameters, grads, s, ...options) => {
      const result = rightRmsprop(parameters, grads, s, ...options);
      return { parameters: Object.assign(parameters, result.parameters), s: Object.assign(s, result.s) };
    },
  ),
];
