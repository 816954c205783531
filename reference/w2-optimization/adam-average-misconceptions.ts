import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { type AdamVariant, adamWith, average, normalised, rightAdam, variant } from "./adam-variant.ts";

/** Adam with other values where arguments are left out. */
const withDefaults =
  ({ rate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }): AdamVariant =>
  (parameters, grads, v, s, t, ...[givenRate, givenBeta1, givenBeta2, givenEpsilon]) =>
    rightAdam(
      parameters,
      grads,
      v,
      s,
      t,
      givenRate ?? rate,
      givenBeta1 ?? beta1,
      givenBeta2 ?? beta2,
      givenEpsilon ?? epsilon,
    );

const defaults = "A parameter that is left out has the value shown in the signature of the handout.";

/** What students get wrong in the averages of Adam, their corrections one by one, and the defaults. */
export const adamAverageMisconceptions: readonly Misconception[] = [
  variant(
    "v-corrected-by-beta2",
    "v is corrected with beta2 instead of beta1.",
    "Each average is corrected with its own beta. v was averaged with beta1, so its correction has beta1 as well.",
    (parameters, grads, v, s, t, rate, beta1, beta2, epsilon) =>
      adamWith({ vDivisor: (_, step) => 1 - (beta2 ?? 0.999) ** step })(
        parameters,
        grads,
        v,
        s,
        t,
        rate,
        beta1,
        beta2,
        epsilon,
      ),
  ),
  variant(
    "squares-of-velocity",
    "s averages the squares of v instead of those of the gradients.",
    "s measures how large the gradients are. v is an average in which gradients of different signs cancel; its square is " +
      "smaller. Look at what is squared.",
    (parameters, grads, v, s, t, rate, beta1 = 0.9, beta2, epsilon) => {
      const right = rightAdam(parameters, grads, v, s, t, rate, beta1, beta2, epsilon);
      const swapped = adamWith({ v: (past) => past });
      return { ...swapped(parameters, right.v, right.v, s, t, rate, beta1, beta2, epsilon), v: right.v };
    },
  ),
  variant(
    "weight-squared-with-gradient",
    "(1 - beta2) is squared along with the gradient.",
    "Only the gradient is squared. Its square is then multiplied by 1 - beta2; squared as well, that weight is tiny.",
    adamWith({ s: (s, gradient, beta2) => tf.add(tf.mul(beta2, s), tf.square(tf.mul(1 - beta2, gradient))) }),
  ),
  variant(
    "s-weighted-by-beta1",
    "The squares enter s with the weight 1 - beta1 instead of 1 - beta2.",
    "The two weights of an average add up to 1. They are beta2 for the past and 1 - beta2 for the new square.",
    adamWith({
      s: (s, gradient, beta2, beta1) => tf.add(tf.mul(beta2, s), tf.mul(1 - beta1, tf.square(gradient))),
    }),
  ),
  variant(
    "uncorrected-v-in-step",
    "The step uses v without correction; s is corrected.",
    "Both averages are too small in the first steps, and both are corrected before the step uses them. Look at what " +
      "stands on top of the fraction.",
    adamWith({ step: ({ v, sCorrected }, epsilon) => normalised(v, sCorrected, epsilon) }),
  ),
  variant(
    "uncorrected-s-in-step",
    "The step uses s without correction; v is corrected.",
    "Both averages are too small in the first steps, and both are corrected before the step uses them. Look at what " +
      "stands under the root.",
    adamWith({ step: ({ vCorrected, s }, epsilon) => normalised(vCorrected, s, epsilon) }),
  ),
  variant(
    "epsilon-in-both-places",
    "epsilon is added under the root and to the root.",
    "epsilon is added once, to the root. Under it, it counts as its own square root: 0.01 acts like 0.1.",
    adamWith({
      step: ({ vCorrected, sCorrected }, epsilon) => normalised(vCorrected, tf.add(sCorrected, epsilon), epsilon),
    }),
  ),
  variant(
    "epsilon-fixed",
    "epsilon is always 1e-8, whatever is passed.",
    "epsilon is a parameter of the function, and 1e-8 is only what it is when it is left out. A large one must be seen " +
      "in the result.",
    (parameters, grads, v, s, t, rate, beta1, beta2) => rightAdam(parameters, grads, v, s, t, rate, beta1, beta2),
  ),
  variant(
    "epsilon-added-to-quotient",
    "epsilon is added to the quotient instead of to the denominator.",
    "The root and epsilon stand together below the line. Without brackets the division comes first.",
    adamWith({
      step: ({ vCorrected, sCorrected }, epsilon) => tf.add(tf.div(vCorrected, tf.sqrt(sCorrected)), epsilon),
    }),
  ),
  variant(
    "epsilon-before-correction",
    "The correction is put into the learning rate, so that epsilon is added to the root of the uncorrected s.",
    "That short form changes what epsilon means: beside the uncorrected root it is larger. It agrees only where epsilon " +
      "is tiny.",
    (parameters, grads, v, s, t, rate, beta1, beta2 = 0.999, epsilon) =>
      adamWith({
        step: ({ vCorrected, s: squares }, added) =>
          tf.mul(Math.sqrt(1 - beta2 ** t), normalised(vCorrected, squares, added)),
      })(parameters, grads, v, s, t, rate, beta1, beta2, epsilon),
  ),
  variant(
    "gradients-added-unweighted",
    "The gradient and its square are added to the averages at full weight, without 1 - beta.",
    "The two weights of an average add up to 1: beta for the past and 1 - beta for what is new. At full weight the " +
      "averages are many times too large.",
    adamWith({
      v: (v, gradient, beta1) => tf.add(tf.mul(beta1, v), gradient),
      s: (s, gradient, beta2) => tf.add(tf.mul(beta2, s), tf.square(gradient)),
    }),
  ),
  variant(
    "corrected-averages-averaged",
    "The correction of v is applied twice: the corrected v is divided again in the step.",
    "The corrected average is ready for use. Divided once more, it is far too large in the first steps.",
    (parameters, grads, v, s, t, rate, beta1 = 0.9, beta2, epsilon) =>
      adamWith({
        step: ({ vCorrected, sCorrected }, added) => tf.div(normalised(vCorrected, sCorrected, added), 1 - beta1 ** t),
      })(parameters, grads, v, s, t, rate, beta1, beta2, epsilon),
  ),
  variant(
    "betas-exchanged",
    "beta1 and beta2 are exchanged.",
    "beta1 belongs to v, the average of the gradients, and beta2 to s, the average of their squares. Look at the order of " +
      "the parameters.",
    (parameters, grads, v, s, t, rate, beta1 = 0.9, beta2 = 0.999, epsilon) =>
      rightAdam(parameters, grads, v, s, t, rate, beta2, beta1, epsilon),
  ),
  variant(
    "default-rate-of-paper",
    "When no learning rate is given, it is a tenth of what it should be.",
    `${defaults} 0.001 is the default of the paper and of Keras.`,
    withDefaults({ rate: 0.001 }),
  ),
  variant(
    "default-epsilon-of-keras",
    "When no epsilon is given, it is 1e-7 instead of 1e-8.",
    `${defaults} 1e-7 is the default of Keras.`,
    withDefaults({ epsilon: 1e-7 }),
  ),
  variant(
    "default-beta2-shorter",
    "When no beta2 is given, it has one nine too few.",
    `${defaults} Count the nines.`,
    withDefaults({ beta2: 0.99 }),
  ),
  variant(
    "squares-of-past-too",
    "s is made from the square of the whole new average.",
    "The square belongs to the gradient alone. The past is kept as it is, because it consists of squares already.",
    adamWith({ s: (s, gradient, beta2) => tf.square(average(s, gradient, beta2)) }),
  ),
];
