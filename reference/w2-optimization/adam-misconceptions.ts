import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { isBeforeLastLayer, isWeight } from "../variants/dictionaries.ts";
import { adamWith, average, normalised, rightAdam, variant } from "./adam-variant.ts";

/** What students write instead of a step of Adam, besides {@link adamCorrectionMisconceptions}. */
export const adamMisconceptions: readonly Misconception[] = [
  variant(
    "epsilon-inside-root",
    "epsilon is added under the square root instead of to the root.",
    "Under the root, epsilon counts as its own square root: 0.01 acts like 0.1. Where the squared gradients are " +
      "small, that is no small thing. Adam takes the root first and adds epsilon to it.",
    adamWith({
      step: ({ vCorrected, sCorrected }, epsilon) => tf.div(vCorrected, tf.sqrt(tf.add(sCorrected, epsilon))),
    }),
  ),
  variant(
    "epsilon-left-out",
    "epsilon is not added to the denominator.",
    "epsilon keeps the division from failing where no gradient has come yet, and it shortens steps where " +
      "gradients are tiny. It is an argument of the function: a large one must be seen in the result.",
    adamWith({ step: ({ vCorrected, sCorrected }) => tf.div(vCorrected, tf.sqrt(sCorrected)) }),
  ),
  variant(
    "no-root",
    "The step is divided by s itself, without the square root.",
    "s is an average of squares. Its root has the size of a gradient, so that the quotient has a size of about " +
      "one, whatever the scale of the gradients. Without the root, small gradients make huge steps.",
    adamWith({ step: ({ vCorrected, sCorrected }, epsilon) => tf.div(vCorrected, tf.add(sCorrected, epsilon)) }),
  ),
  variant(
    "v-and-s-exchanged",
    "v and s are exchanged in the step: s is divided by the root of v.",
    "v says where to go and belongs on top; s says how large gradients have been and belongs below, under the " +
      "root. v may be negative and then has no root: NaN in the result comes from there.",
    adamWith({ step: ({ vCorrected, sCorrected }, epsilon) => normalised(sCorrected, vCorrected, epsilon) }),
  ),
  variant(
    "gradients-not-squared",
    "s averages the gradients themselves; they are not squared.",
    "s measures how large the gradients are, whatever their sign, and for that they have to be squared, element " +
      "by element. An average of plain gradients can be negative, and its root is then NaN.",
    adamWith({ s: average }),
  ),
  variant(
    "absolute-gradients",
    "s averages the absolute values of the gradients; they are not squared.",
    "The step divides by the root of s, which has the size of a gradient only if s holds squares. The root of " +
      "an average of absolute values has another scale, and steps come out too short or too long.",
    adamWith({ s: (s, gradient, beta2) => average(s, tf.abs(gradient), beta2) }),
  ),
  variant(
    "same-beta-for-both",
    "beta1 is used for both averages; beta2 is not used.",
    "The two averages have memories of different length: v follows the gradients within some ten steps, s keeps " +
      "their size over about a thousand. Each has a beta of its own, in the average and in its correction.",
    adamWith({
      s: (s, gradient, _beta2, beta1) => average(s, tf.square(gradient), beta1),
      sDivisor: (_beta2, t, beta1) => 1 - beta1 ** t,
    }),
  ),
  variant(
    "weights-exchanged",
    "beta and (1 - beta) are exchanged in both averages.",
    "beta is the weight of the past: at 0.9 the average keeps nine tenths of what it was. Exchanged, the " +
      "averages nearly forget the past, and s follows each single gradient. See what should happen at beta 0.",
    adamWith({
      v: (v, gradient, beta1) => average(v, gradient, 1 - beta1),
      s: (s, gradient, beta2) => average(s, tf.square(gradient), 1 - beta2),
    }),
  ),
  variant(
    "gradient-instead-of-v",
    "The step has the plain gradient on top instead of the average v.",
    "The momentum of Adam lies in v: the step goes along the average of the gradients, corrected for its start " +
      "at zero. With the plain gradient on top, v is computed but has no effect, and what remains is RMSprop.",
    adamWith({ step: ({ gradient, sCorrected }, epsilon) => normalised(gradient, sCorrected, epsilon) }),
  ),
  variant(
    "adds-the-step",
    "The step is added to the parameters instead of subtracted.",
    "v is an average of gradients, and they point to where the cost grows. A step that is to lower the cost " +
      "goes against it. Look at the sign in front of the learning rate.",
    adamWith({ sign: 1 }),
  ),
  variant(
    "biases-not-updated",
    "Only the weights move; the biases stay as they were.",
    "A bias is a parameter like any other: it has a gradient and averages of its own and is learned. Each layer " +
      "has two parameters to update.",
    adamWith({ moves: isWeight }),
  ),
  variant(
    "last-layer-not-updated",
    "The parameters of the last layer are not updated: the loop ends one layer too early.",
    "Layers are counted from 1 to L, with the last one included, and half the number of keys is L. A loop that " +
      "runs while the layer is less than L never reaches the output layer.",
    adamWith({ moves: isBeforeLastLayer }),
  ),
  variant(
    "returns-old-averages",
    "v and s come back as they were passed in.",
    "The next step continues the averages of this one. When the old ones are returned, they stay zero for ever " +
      "and every step starts anew. Look at which dictionaries the result holds under v and s.",
    (parameters, grads, v, s, t, ...options) => ({ ...rightAdam(parameters, grads, v, s, t, ...options), v, s }),
  ),
  variant(
    "assigns-into-its-inputs",
    "The new values are written into the dictionaries that were passed in.",
    "The caller's dictionaries are the same objects as the parameters of the function, so the old values are " +
      "lost to whoever still needs them. Collect the new tensors in dictionaries of your own.",
    (parameters, grads, v, s, t, ...options) => {
      const result = rightAdam(parameters, grads, v, s, t, ...options);
      Object.assign(parameters, result.parameters);
      return { ...result, parameters, v: Object.assign(v, result.v), s: Object.assign(s, result.s) };
    },
  ),
];
