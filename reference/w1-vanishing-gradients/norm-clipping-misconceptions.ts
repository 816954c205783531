import * as tf from "@tensorflow/tfjs";
import type { Grads } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import { mapGradients } from "./map-gradients.ts";
import { frobenius, numberOf } from "./network-variant.ts";

type Clipped = { readonly grads: Grads; readonly norm: number };
type Variant = (grads: Grads, maxNorm: number) => Clipped;

const variant = (id: string, name: string, explanation: string, implementation: Variant): Misconception => ({
  id: `norm-${id}`,
  exercise: "clipByGlobalNorm",
  name,
  explanation,
  implementation,
});

const normOf = (grads: Grads): number => numberOf(frobenius(...Object.values(grads)));
const isWeight = (name: string): boolean => name.startsWith("dW");
const weightsOf = (grads: Grads): Grads => Object.fromEntries(Object.entries(grads).filter(([name]) => isWeight(name)));

/** What gradients of a norm are multiplied by. */
const factorOf = (norm: number, maxNorm: number): number => (norm > maxNorm ? maxNorm / norm : 1);

const times = (grads: Grads, factor: number): Grads => mapGradients(grads, (gradient) => tf.mul(gradient, factor));

/** With another number for the norm. */
const measuredBy =
  (measure: (grads: Grads) => number): Variant =>
  (grads, maxNorm) => {
    const norm = measure(grads);
    return { grads: times(grads, factorOf(norm, maxNorm)), norm };
  };

/** With another factor. */
const scaledBy =
  (factor: (norm: number, maxNorm: number) => number): Variant =>
  (grads, maxNorm) => {
    const norm = normOf(grads);
    return { grads: times(grads, factor(norm, maxNorm)), norm };
  };

const length = "The norm is the length of all gradients as one long vector: the root of the sum of all their squares.";

/** What students write instead of clipping by norm. */
export const normClippingMisconceptions: readonly Misconception[] = [
  variant(
    "each-tensor",
    "Each tensor is clipped by its own norm.",
    "Then long tensors become shorter and short ones stay, and the step goes another way. All tensors share one norm and one factor.",
    (grads, maxNorm) => ({
      grads: mapGradients(grads, (gradient) => tf.mul(gradient, factorOf(numberOf(frobenius(gradient)), maxNorm))),
      norm: normOf(grads),
    }),
  ),
  variant(
    "by-value",
    "The elements are clipped one by one: that is clipping by value.",
    "Clipping by norm keeps the direction, so every element gets the same factor. Clipping them one by one turns the step.",
    (grads, maxNorm) => ({
      grads: mapGradients(grads, (gradient) => tf.clipByValue(gradient, -maxNorm, maxNorm)),
      norm: normOf(grads),
    }),
  ),
  variant(
    "always-scaled",
    "Gradients that are short enough are scaled up to the limit.",
    "The limit is the longest that is allowed, not the length that is wanted. Near a minimum gradients are short, and so should steps be; where the norm is 0, there is nothing to divide by.",
    scaledBy((norm, maxNorm) => maxNorm / norm),
  ),
  variant(
    "condition-reversed",
    "Short gradients are scaled up, and long ones stay as they are.",
    "Those that are too long have to become shorter. Look at which way round your comparison is.",
    scaledBy((norm, maxNorm) => (norm < maxNorm ? maxNorm / norm : 1)),
  ),
  variant(
    "zero-by-zero",
    "Where the norm and the limit are both 0, 0 is divided by 0.",
    "Gradients whose norm is 0 are already as short as can be: they stay as they are, whatever the limit is. Look at the case in which both sides of your comparison, or both parts of your fraction, are 0.",
    scaledBy((norm, maxNorm) => (norm < maxNorm ? 1 : maxNorm / norm)),
  ),
  variant(
    "to-unit-length",
    "Gradients that are too long are divided by their norm alone.",
    "Divided by its norm, a vector has the length 1. It should get the length that the limit allows.",
    scaledBy((norm, maxNorm) => (norm > maxNorm ? 1 / norm : 1)),
  ),
  variant(
    "fraction-upside-down",
    "The factor is norm / maxNorm instead of maxNorm / norm.",
    "What is too long has to be multiplied by less than 1. Yours become longer still.",
    scaledBy((norm, maxNorm) => (norm > maxNorm ? norm / maxNorm : 1)),
  ),
  variant(
    "difference-subtracted",
    "The factor is 1 minus what the norm is too long by.",
    "How much shorter a vector has to be is a question of proportion: a factor that is a quotient makes its length exactly the limit.",
    scaledBy((norm, maxNorm) => (norm > maxNorm ? 1 - (norm - maxNorm) : 1)),
  ),
  variant(
    "root-of-factor",
    "The factor is the root of maxNorm / norm.",
    "The norm grows in proportion to the factor, so the factor is the plain quotient. The root has its place inside the norm.",
    scaledBy((norm, maxNorm) => (norm > maxNorm ? Math.sqrt(maxNorm / norm) : 1)),
  ),
  variant(
    "epsilon-added",
    "A small number is added to the norm before dividing.",
    "Some libraries do so, and for tiny gradients it makes the result visibly too short. Here nothing is divided where the norm is 0, so nothing has to be added.",
    scaledBy((norm, maxNorm) => (norm > maxNorm ? maxNorm / (norm + 1e-6) : 1)),
  ),
  variant(
    "squared",
    "The norm is not rooted: it is the sum of squares.",
    `${length} Without the root it is compared with a limit that is not squared.`,
    measuredBy((grads) => normOf(grads) ** 2),
  ),
  variant(
    "sum-of-norms",
    "The norms of the tensors are added up.",
    `${length} Lengths of parts do not add up to the length of the whole; their squares do.`,
    measuredBy((grads) => Object.values(grads).reduce((sum, gradient) => sum + numberOf(frobenius(gradient)), 0)),
  ),
  variant(
    "largest-norm",
    "The norm is that of the longest tensor.",
    `${length} All tensors have a part in it, however short.`,
    measuredBy((grads) => Math.max(...Object.values(grads).map((gradient) => numberOf(frobenius(gradient))))),
  ),
  variant(
    "sum-of-magnitudes",
    "The magnitudes are added up instead of the squares.",
    `${length} The sum of magnitudes is another norm, and a larger one.`,
    measuredBy((grads) => Object.values(grads).reduce((sum, gradient) => sum + numberOf(tf.sum(tf.abs(gradient))), 0)),
  ),
  variant(
    "mean-of-squares",
    "The squares are averaged instead of added up.",
    `${length} A mean does not grow with the number of parameters, a length does.`,
    measuredBy((grads) => {
      const elements = Object.values(grads).reduce((sum, { size }) => sum + size, 0);
      return normOf(grads) / Math.sqrt(elements);
    }),
  ),
  variant(
    "weights-in-the-norm-only",
    "The norm leaves the biases out.",
    `${length} The gradients of the biases are among them.`,
    measuredBy((grads) => normOf(weightsOf(grads))),
  ),
  variant(
    "biases-not-scaled",
    "The gradients of the biases are not scaled.",
    "The direction of the whole step stays the same only if every gradient gets the same factor, those of the biases too.",
    (grads, maxNorm) => {
      const norm = normOf(grads);
      return { grads: { ...grads, ...times(weightsOf(grads), factorOf(norm, maxNorm)) }, norm };
    },
  ),
  variant(
    "norm-after-clipping",
    "norm is that of the clipped gradients.",
    "The norm is returned so that one can see how often and how far gradients explode. After clipping it never says more than the limit.",
    (grads, maxNorm) => {
      const { grads: clipped } = measuredBy(normOf)(grads, maxNorm);
      return { grads: clipped, norm: normOf(clipped) };
    },
  ),
  variant(
    "factor-for-norm",
    "norm is the factor by which the gradients were multiplied.",
    "The norm before clipping is asked for: the length, not what it was multiplied by.",
    (grads, maxNorm) => {
      const factor = factorOf(normOf(grads), maxNorm);
      return { grads: times(grads, factor), norm: factor };
    },
  ),
  variant(
    "returned-unchanged",
    "The gradients come back as they were.",
    "Tensors do not change: a product is a new tensor and leaves the old one alone. What it returns has to be kept under the right key of the result.",
    scaledBy(() => 1),
  ),
  variant(
    "assigns-into-its-input",
    "The clipped gradients are written into the dictionary that was passed in.",
    "The dictionary belongs to the caller, who may still want the gradients as they were. Collect the new tensors in a dictionary of your own.",
    (grads, maxNorm) => {
      const { grads: clipped, norm } = measuredBy(normOf)(grads, maxNorm);
      return { grads: Object.assign(grads, clipped), norm };
    },
  ),
];
