import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads } from "../../assignments/values/params.ts";
import type { Misconception } from "../misconceptions/misconception.ts";
import { backPropagate, type HiddenFacts, plainWeights, type Steps, tensorIn } from "./back-propagate.ts";

type Matrix = tf.Tensor2D;

/** What dropout does to dA, with keepProb at hand. */
type Through = (dA: Matrix, mask: Matrix, keepProb: number, facts: HiddenFacts) => Matrix;

const exercise = "backwardPropagationWithDropout";

const rightThrough = (dA: Matrix, mask: tf.Tensor, keepProb: number): Matrix => tf.div(tf.mul(dA, mask), keepProb);

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
    relu: (dA, { l, A }) => tf.mul(rightThrough(dA, tensorIn(cache, `D${l}`), keepProb), tf.step(A)),
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
    implementation: backWith((dA, mask, keepProb, facts) => (facts.l === 1 ? dA : rightThrough(dA, mask, keepProb))),
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
  {
    id: "dropout-backward-drop-probability",
    exercise,
    name: "The gradients dA are divided by 1 - keepProb.",
    explanation:
      "keepProb is the probability of keeping a unit, and what is kept was divided by it on the way forward. The way back has the same factor.",
    implementation: backWith((dA, D, keepProb) => tf.div(tf.mul(dA, D), 1 - keepProb)),
  },
  {
    id: "dropout-backward-mask-from-activations",
    exercise,
    name: "The mask is taken from where the activations are not 0 instead of from the cache.",
    explanation:
      "A unit may have been kept and silent all the same. Its dA is not 0; only its dZ is, because of relu. The masks are in the cache.",
    implementation: backWith((dA, _, keepProb, { A }) => rightThrough(dA, tf.notEqual(A, 0), keepProb)),
  },
  {
    id: "dropout-backward-activations-scaled-again",
    exercise,
    name: "The cached activations are divided by keepProb once more in dW.",
    explanation:
      "A1 and A2 in the cache are masked and scaled already, as the next layer got them. dW uses them as they are.",
    implementation: (X: Matrix, Y: Matrix, cache: Cache, keepProb: number) =>
      backWith(rightThrough, {
        dW: (facts) => tf.div(plainWeights(facts), facts.l === 1 ? 1 : keepProb),
      })(X, Y, cache, keepProb),
  },
  {
    id: "dropout-backward-second-layer-forgotten",
    exercise,
    name: "Mask and factor are applied to dA1, but not to dA2.",
    explanation:
      "Both hidden layers were dropped on the way forward, each with its own mask. Both gradients go through theirs.",
    implementation: backWith((dA, D, keepProb, { l }) => (l === 2 ? dA : rightThrough(dA, D, keepProb))),
  },
  {
    id: "dropout-backward-first-layer-not-scaled",
    exercise,
    name: "dA1 is masked, but not divided by keepProb.",
    explanation:
      "Both hidden layers were divided by keepProb on the way forward. Both gradients are divided by it on the way back.",
    implementation: backWith((dA, D, keepProb, { l }) => (l === 1 ? tf.mul(dA, D) : rightThrough(dA, D, keepProb))),
  },
  {
    id: "dropout-backward-second-layer-not-scaled",
    exercise,
    name: "dA2 is masked, but not divided by keepProb.",
    explanation:
      "Both hidden layers were divided by keepProb on the way forward. Both gradients are divided by it on the way back.",
    implementation: backWith((dA, D, keepProb, { l }) => (l === 2 ? tf.mul(dA, D) : rightThrough(dA, D, keepProb))),
  },
  {
    id: "dropout-backward-scaled-twice",
    exercise,
    name: "The gradients dA are divided by keepProb twice.",
    explanation:
      "What was kept was divided by keepProb once on the way forward. The way back has the same factor, once.",
    implementation: backWith((dA, D, keepProb) => rightThrough(dA, D, keepProb ** 2)),
  },
  {
    id: "dropout-backward-half",
    exercise,
    name: "The gradients dA are divided by 0.5, whatever keepProb is.",
    explanation: "keepProb is a parameter of the function. Divide by what is passed.",
    implementation: backWith((dA, D) => rightThrough(dA, D, 0.5)),
  },
];
