import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { mapTensors } from "../variants/dictionaries.ts";
import { rightRmsprop, rmspropWith, scaleOf, stepBy, variant, weigh } from "./rmsprop-variant.ts";

const weightsAddUp = "The two weights of an average add up to 1: beta2 for the past and 1 - beta2 for the new square.";

/** What students get wrong in the average of the squared gradients. */
export const rmspropAverageMisconceptions: readonly Misconception[] = [
  variant(
    "gradients-not-squared",
    "s averages the gradients themselves; they are not squared.",
    "s measures how large gradients are, whatever their sign, so each number of them is squared. An average of plain " +
      "gradients can be negative, and its root is then NaN.",
    rmspropWith({ average: (s, gradient, beta2) => weigh(s, beta2, gradient, 1 - beta2) }),
  ),
  variant(
    "absolute-gradients",
    "s averages the absolute values of the gradients; they are not squared.",
    "The step divides by the root of s, which has the size of a gradient only if s holds squares. The root of an average " +
      "of absolute values has another scale.",
    rmspropWith({ average: (s, gradient, beta2) => weigh(s, beta2, tf.abs(gradient), 1 - beta2) }),
  ),
  variant(
    "weights-exchanged",
    "beta2 and (1 - beta2) are exchanged.",
    "beta2 is the weight of the past: at 0.9 the average keeps nine tenths of what it was. Exchanged, it nearly forgets " +
      "the past. See what should happen at beta2 0.",
    rmspropWith({ average: (s, gradient, beta2) => weigh(s, 1 - beta2, tf.square(gradient), beta2) }),
  ),
  variant(
    "squares-added-up",
    "The squares are added up; nothing of the past is forgotten.",
    `That is another method, Adagrad: its sum only grows, and steps get shorter and shorter. ${weightsAddUp}`,
    rmspropWith({ average: (s, gradient) => weigh(s, 1, tf.square(gradient), 1) }),
  ),
  variant(
    "squares-unweighted",
    "The new square is added at full weight, without (1 - beta2).",
    `${weightsAddUp} At full weight s is many times too large, and steps are too short.`,
    rmspropWith({ average: (s, gradient, beta2) => weigh(s, beta2, tf.square(gradient), 1) }),
  ),
  variant(
    "weight-squared-with-gradient",
    "(1 - beta2) is squared along with the gradient.",
    "Only the gradient is squared. Its square is then multiplied by 1 - beta2; squared as well, that weight is too small.",
    rmspropWith({ average: (s, gradient, beta2) => weigh(s, beta2, tf.square(tf.mul(1 - beta2, gradient)), 1) }),
  ),
  variant(
    "past-forgotten",
    "s is made from the new gradient alone; the old s is not used.",
    `s is a memory of how large gradients have been. ${weightsAddUp} Check that the argument s is used.`,
    rmspropWith({ average: (s, gradient, beta2) => weigh(s, 0, tf.square(gradient), 1 - beta2) }),
  ),
  variant(
    "average-squared-as-a-whole",
    "The square is taken of the whole average, not of the gradient alone.",
    "s consists of squares already, and is kept as it is. Only the gradient is squared, before it enters the average.",
    rmspropWith({
      average: (s, gradient, beta2) => tf.square(weigh(s, beta2, gradient, 1 - beta2)),
    }),
  ),
  variant(
    "one-number-per-tensor",
    "Each tensor has a single average for all its numbers.",
    "The point of RMSprop is that each number has a step of its own: long where its gradients have been small, short where " +
      "they have been large. Squares are averaged over steps, not over the numbers of a tensor.",
    rmspropWith({
      average: (s, gradient, beta2) =>
        weigh(s, beta2, tf.fill(gradient.shape, tf.mean(tf.square(gradient)).dataSync()[0] ?? 0), 1 - beta2),
    }),
  ),
  variant(
    "root-returned",
    "s comes back as its square root.",
    "The next step goes on from s, and averages squares. The root is taken for the division only.",
    (...args) => {
      const result = rightRmsprop(...args);
      return { ...result, s: mapTensors(result.s, (tensor) => tf.sqrt(tensor)) };
    },
  ),
  variant(
    "returns-old-s",
    "s comes back as it was passed in.",
    "The next step goes on from the average of this one. When the old one is returned, it stays zero for ever. Look at " +
      "which dictionary the result holds under s.",
    (parameters, grads, s, ...options) => ({ ...rightRmsprop(parameters, grads, s, ...options), s }),
  ),
  variant(
    "corrected-like-adam",
    "s is divided by 1 - beta2 in the step, as in the first step of Adam.",
    "Adam corrects its averages for their start at zero; this form of RMSprop does not. The root is taken of s as it is.",
    rmspropWith({
      step: (facts) => stepBy(facts, scaleOf(tf.div(facts.s, 1 - facts.beta2), facts.epsilon)),
    }),
  ),
  variant(
    "corrected-s-returned",
    "s is divided by 1 - beta2, in the step and in the result.",
    "Adam corrects its averages for their start at zero; this form of RMSprop does not. And not even Adam carries the " +
      "corrected average on.",
    rmspropWith({
      average: (s, gradient, beta2) => tf.div(weigh(s, beta2, tf.square(gradient), 1 - beta2), 1 - beta2),
    }),
  ),
];
