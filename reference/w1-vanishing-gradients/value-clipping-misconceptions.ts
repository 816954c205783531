import * as tf from "@tensorflow/tfjs";
import type { Grads } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import { mapGradients } from "./map-gradients.ts";
import { frobenius, type Matrix, numberOf } from "./network-variant.ts";

type Variant = (grads: Grads, limit: number) => Grads;

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `value-${id}`,
  exercise: "clipByValue",
  name,
  explanation,
  implementation,
});

const eachTensor =
  (make: (gradient: Matrix, limit: number, name: string) => Matrix): Variant =>
  (grads, limit) =>
    mapGradients(grads, (gradient, name) => make(gradient, limit, name));

const clipped = (gradient: Matrix, limit: number): Matrix => tf.clipByValue(gradient, -limit, limit);

/** What students write instead of clipping by value. */
export const valueClippingMisconceptions: readonly Misconception[] = [
  variant(
    "only-above",
    "Only elements above the limit are clipped, not those below its negative.",
    "A gradient explodes in both directions: an element of -100 makes as wild a step as one of 100. There are two limits.",
    eachTensor((gradient, limit) => tf.minimum(gradient, limit)),
  ),
  variant(
    "from-zero",
    "Everything below 0 becomes 0: the lower limit is 0.",
    "Gradients have both signs, and the sign says which way to go. The lower limit is the negative of the upper one.",
    eachTensor((gradient, limit) => tf.clipByValue(gradient, 0, limit)),
  ),
  variant(
    "sign-lost",
    "The signs are lost: magnitudes are clipped and returned.",
    "The sign of an element says which way its parameter goes. Clipping changes its size alone.",
    eachTensor((gradient, limit) => tf.minimum(tf.abs(gradient), limit)),
  ),
  variant(
    "zero-beyond",
    "Elements beyond the limit become 0.",
    "Clipping moves what is beyond a limit to the limit. A 0 would stop exactly those parameters that have the most to do.",
    eachTensor((gradient, limit) => tf.where(tf.greater(tf.abs(gradient), limit), tf.zerosLike(gradient), gradient)),
  ),
  variant(
    "all-to-the-limit",
    "Every element becomes the limit or its negative.",
    "What lies within the limits stays as it is. Look at the condition under which an element is changed.",
    eachTensor((gradient, limit) => tf.mul(tf.sign(gradient), limit)),
  ),
  variant(
    "rescaled",
    "Each tensor is scaled so that its largest element is the limit.",
    "Clipping by value looks at each element on its own and leaves the others alone. Scaling changes all of them, and makes small gradients larger.",
    eachTensor((gradient, limit) => {
      const most = numberOf(tf.max(tf.abs(gradient)));
      return most === 0 ? tf.clone(gradient) : tf.mul(gradient, limit / most);
    }),
  ),
  variant(
    "by-norm",
    "Each tensor is scaled down where its norm is above the limit: that is clipping by norm.",
    "Here the limit is for single elements, and each of them is looked at on its own. The other function deals with norms.",
    eachTensor((gradient, limit) => {
      const norm = numberOf(frobenius(gradient));
      return norm > limit ? tf.mul(gradient, limit / norm) : tf.clone(gradient);
    }),
  ),
  variant(
    "weights-only",
    "The gradients of the biases are not clipped.",
    "Biases take steps like weights, and their gradients explode in the same way. The rule is for every tensor of the dictionary.",
    eachTensor((gradient, limit, name) => (name.startsWith("dW") ? clipped(gradient, limit) : tf.clone(gradient))),
  ),
  variant(
    "biases-left-out",
    "The gradients of the biases are missing in the result.",
    "Whoever takes the next step needs the gradients of all parameters. Each layer has two of them.",
    (grads, limit) =>
      Object.fromEntries(Object.entries(eachTensor(clipped)(grads, limit)).filter(([name]) => name.startsWith("dW"))),
  ),
  variant(
    "limit-ignored",
    "Everything is clipped at 1, whatever the limit is.",
    "The limit is the second argument. Look at whether it is used.",
    eachTensor((gradient) => clipped(gradient, 1)),
  ),
  variant(
    "zero-is-no-limit",
    "A limit of 0 is taken for no limit, or for the default of 1.",
    "0 is a number like any other, and a limit of 0 leaves nothing but zeros. What JavaScript takes for false may still be an argument.",
    eachTensor((gradient, limit) => clipped(gradient, limit || 1)),
  ),
  variant(
    "returned-unchanged",
    "The gradients come back as they were.",
    "Tensors do not change: clipping makes a new tensor and leaves the old one alone. What it returns has to be kept under the right key of the result.",
    eachTensor((gradient) => tf.clone(gradient)),
  ),
  variant(
    "assigns-into-its-input",
    "The clipped gradients are written into the dictionary that was passed in.",
    "The dictionary belongs to the caller, who may still want to know how large the gradients were. Collect the new tensors in a dictionary of your own.",
    (grads, limit) => Object.assign(grads, eachTensor(clipped)(grads, limit)),
  ),
];
