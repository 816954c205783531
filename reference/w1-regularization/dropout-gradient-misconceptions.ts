import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads } from "../../assignments/values/params.ts";
import type { Misconception } from "../misconceptions/misconception.ts";
import { backPropagate, type HiddenFacts, type Steps, tensorIn } from "./back-propagate.ts";

type Matrix = tf.Tensor2D;

/** What dropout does to dA, with keepProb at hand. */
type Through = (dA: Matrix, mask: Matrix, keepProb: number, facts: HiddenFacts) => Matrix;

const exercise = "backwardPropagationWithDropout";

const rightThrough: Through = (dA, mask, keepProb) => tf.div(tf.mul(dA, mask), keepProb);

const backWith =
  (through: Through, replaced: Partial<Steps> = {}) =>
  (X: Matrix, Y: Matrix, cache: Cache, keepProb: number): Grads =>
    backPropagate(X, Y, cache, 0, {
      dropout: (dA, facts) => through(dA, tensorIn(cache, `D${facts.l}`), keepProb, facts),
      ...replaced,
    });

/** dA is stored as it comes from the next layer; mask and factor come in only on the way to dZ. */
const storedBefore = (X: Matrix, Y: Matrix, cache: Cache, keepProb: number): Grads =>
  backPropagate(X, Y, cache, 0, {
    relu: (dA, { l, A }) => tf.mul(rightThrough(dA, tensorIn(cache, `D${l}`), keepProb, { l, A, Z: A }), tf.step(A)),
  });

/** What students get wrong in the backward pass with dropout. */
export const dropoutGradientMisconceptions: readonly Misconception[] = [
  {
    id: "dropout-backward-not-scaled",
    exercise,
    name: "The gradients dA are not divided by keepProb.",
    explanation:
      "On the way forward, what was kept was divided by keepProb. A factor on the way forward is a factor of the derivative. The mask alone is not enough.",
    implementation: backWith((dA, mask) => tf.mul(dA, mask)),
  },
  {
    id: "dropout-backward-mask-missing",
    exercise,
    name: "The masks are not applied to the gradients dA.",
    explanation:
      "A unit that was dropped had no part in the output, so no gradient belongs to its activation. The units to silence are those of the forward pass, whose masks are in the cache. Dividing by keepProb alone is not enough.",
    implementation: backWith((dA, _, keepProb) => tf.div(dA, keepProb)),
  },
  {
    id: "dropout-backward-no-dropout",
    exercise,
    name: "The way back is that of a network without dropout.",
    explanation:
      "Dropout changes what the hidden layers pass on, and back-propagation has to go through the same change: the same mask, the same factor, in both hidden layers. The case with keepProb 1 passes, because there is nothing to do in it.",
    implementation: backWith((dA) => dA),
  },
  {
    id: "dropout-backward-multiplied-by-keep-prob",
    exercise,
    name: "The gradients dA are multiplied by keepProb instead of divided by it.",
    explanation:
      "The derivative of a division by keepProb is a division by keepProb. Going backward does not turn the factor around: forward and back, it is the same one.",
    implementation: backWith((dA, mask, keepProb) => tf.mul(tf.mul(dA, mask), keepProb)),
  },
  {
    id: "dropout-backward-first-layer-forgotten",
    exercise,
    name: "Mask and factor are applied to dA2, but not to dA1.",
    explanation:
      "Both hidden layers were masked on the way forward, each with a mask of its own. dA2 is right in your answer. The same has to be done to dA1 with D1 before dZ1 is made from it.",
    implementation: backWith((dA, mask, keepProb, facts) =>
      facts.l === 1 ? dA : rightThrough(dA, mask, keepProb, facts),
    ),
  },
  {
    id: "dropout-backward-stored-before-mask",
    exercise,
    name: "The returned dA2 and dA1 are those before mask and factor.",
    explanation:
      "dZ and the gradients of the parameters are right. What is returned as dA, however, is the gradient before dropout was taken into account. Apply mask and factor first, then store the result and go on from it.",
    implementation: storedBefore,
  },
  {
    id: "dropout-backward-relu-ignored",
    exercise,
    name: "The gradient passes through relu everywhere, even where the unit was silent.",
    explanation:
      "A mask does not replace the derivative of relu. A unit that was kept may still have been silent, and then no gradient comes through. dZ equals dA only where the activation in the cache is above 0.",
    implementation: backWith(rightThrough, { relu: (dA) => dA }),
  },
  {
    id: "dropout-dz-averaged",
    exercise,
    name: "dZ3 is divided by the number of examples, and dW and db are divided once more.",
    explanation:
      "dZ and dA are kept for each example by itself. The mean is taken where the examples are added up: in dW and db. With a single example the difference cannot be seen.",
    implementation: backWith(rightThrough, { dZ3: (A3, Y) => tf.div(tf.sub(A3, Y), Y.shape[1]) }),
  },
];
