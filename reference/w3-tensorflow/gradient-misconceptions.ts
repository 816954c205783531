import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  applyStep,
  type BatchLoss,
  batchLoss,
  differentiate,
  forward,
  numberIn,
  type Parameters,
  softmaxOfColumns,
  totalLoss,
} from "./network-variant.ts";

type Tape = (X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Parameters) => { loss: tf.Tensor; grads: Params };
type Step = (X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Parameters, optimizer: tf.Optimizer) => number;

const tape = (id: string, name: string, explanation: string, implementation: Tape): Misconception => ({
  id: `tape-${id}`,
  exercise: "gradientTape",
  name,
  explanation,
  implementation,
});

const step = (id: string, name: string, explanation: string, implementation: Step): Misconception => ({
  id: `step-${id}`,
  exercise: "trainStep",
  name,
  explanation,
  implementation,
});

const mapGrads = (grads: Params, change: (gradient: tf.Tensor2D) => tf.Tensor2D): Params =>
  Object.fromEntries(Object.entries(grads).map(([name, gradient]) => [name, change(gradient)]));

const weightsOf = (grads: Params): Params =>
  Object.fromEntries(Object.entries(grads).filter(([name]) => name.startsWith("dW")));

const meanLoss: BatchLoss = (X, labels, parameters) => tf.div(batchLoss(X, labels, parameters), X.shape[1]);

/** A step along gradients that are changed before. */
const stepAlong =
  (change: (grads: Params) => Params): Step =>
  (X, labels, parameters, optimizer) => {
    const { loss, grads } = differentiate(X, labels, parameters);
    applyStep(parameters, change(grads), optimizer);
    return numberIn(loss);
  };

/** What students write instead of automatic differentiation and a step with its gradients. */
export const gradientMisconceptions: readonly Misconception[] = [
  tape(
    "mean-loss",
    "The loss is a mean over the batch, and all gradients are divided by its size.",
    "The loss of this assignment is the sum over the examples. A gradient follows its loss: divide one by the number of " +
      "examples, and the other is divided as well. See that the loss is the one of computeTotalLoss.",
    (X, labels, parameters) => differentiate(X, labels, parameters, meanLoss),
  ),
  tape(
    "mean-gradients",
    "The loss is a sum, but the gradients are divided by the number of examples.",
    "In earlier weeks the gradients held a factor of 1/m, because the cost did. Automatic differentiation gives the " +
      "slope of exactly the loss that it is shown. Nothing has to be divided afterwards.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      return { loss, grads: mapGrads(grads, (gradient) => tf.div(gradient, X.shape[1])) };
    },
  ),
  tape(
    "parameter-keys",
    "The gradients stand under the names of the parameters, without the d.",
    "A dictionary of gradients is read by name: dW1 is the gradient of W1. The names of the variables themselves are " +
      "given by TensorFlow.js and say nothing. Put each gradient under the key that the handout states.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      return {
        loss,
        grads: Object.fromEntries(Object.entries(grads).map(([name, tensor]) => [name.slice(1), tensor])),
      };
    },
  ),
  tape(
    "no-biases",
    "There are gradients of the weights, but none of the biases.",
    "Biases are trained like weights, and the loss depends on them. Without a gradient they would stay where they were " +
      "drawn. Each of the three layers has two entries.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      return { loss, grads: weightsOf(grads) };
    },
  ),
  tape(
    "softmax-before-loss",
    "The forward pass ends with softmax, and the loss applies it once more.",
    "The loss takes logits. When it gets probabilities instead, it applies softmax to numbers between 0 and 1: the loss " +
      "can no longer become small, and the gradients shrink. The last layer has no activation.",
    (X, labels, parameters) =>
      differentiate(X, labels, parameters, (x, y, all) => totalLoss(softmaxOfColumns(forward(x, all)), y)),
  ),
  step(
    "new-tensors",
    "The step makes new tensors; the variables that were passed in stay as they were.",
    "Subtracting from a variable gives a new tensor and leaves the variable alone. Putting it into the dictionary under " +
      "the old key does not help the caller, who holds the variables. A variable changes only when it is assigned to, " +
      "which is what an optimizer does.",
    (X, labels, parameters) => numberIn(batchLoss(X, labels, parameters)),
  ),
  step(
    "loss-after",
    "The returned loss is the one after the step.",
    "The gradients of a step come from the loss before it, and that is the loss to return: it costs nothing more. After " +
      "the step the batch would have to be sent through the network a second time.",
    (X, labels, parameters, optimizer) => {
      applyStep(parameters, differentiate(X, labels, parameters).grads, optimizer);
      return numberIn(batchLoss(X, labels, parameters));
    },
  ),
  step(
    "mean-loss",
    "The step uses the mean of the losses in the batch instead of their sum.",
    "Divided by the number of examples, the gradients are shorter, and with gradient descent so is the step. The " +
      "returned loss is too small by the same factor. Use the total loss.",
    (X, labels, parameters, optimizer) => {
      const { loss, grads } = differentiate(X, labels, parameters, meanLoss);
      applyStep(parameters, grads, optimizer);
      return numberIn(loss);
    },
  ),
  step(
    "uphill",
    "The step goes along the gradient instead of against it.",
    "An optimizer of TensorFlow.js subtracts by itself: it takes gradients as they are. If they are negated before, the " +
      "two signs cancel and every step makes the loss larger.",
    stepAlong((grads) => mapGrads(grads, (gradient) => tf.neg(gradient))),
  ),
  step(
    "weights-only",
    "Only the weights are changed; the biases stay as they were.",
    "Biases have gradients too and are trained in the same step. An optimizer changes only those variables whose " +
      "gradients it gets. Count the gradients that you pass: there are six.",
    stepAlong(weightsOf),
  ),
  step(
    "own-optimizer",
    "The step is taken by an optimizer of the function's own; the one that was passed in is not used.",
    "The caller decides by which rule and how far to step. An optimizer such as Adam also remembers earlier steps, and a " +
      "new one in each call has forgotten them. Use the fourth argument.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      applyStep(parameters, grads, tf.train.adam(0.01));
      return numberIn(loss);
    },
  ),
  step(
    "own-descent",
    "The step is one of gradient descent with a rate of 0.01; the optimizer is not used.",
    "The caller decides by which rule and how far to step. The optimizer that is passed in may be another one, or have " +
      "another rate. Hand it the gradients.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      applyStep(parameters, grads, tf.train.sgd(0.01));
      return numberIn(loss);
    },
  ),
  step(
    "steps-twice",
    "The optimizer takes two steps, the second one along new gradients.",
    "minimize takes a step by itself, and so does applyGradients. One of them is enough.",
    (X, labels, parameters, optimizer) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      applyStep(parameters, grads, optimizer);
      applyStep(parameters, differentiate(X, labels, parameters).grads, optimizer);
      return numberIn(loss);
    },
  ),
  step(
    "steps-twice-along-same",
    "The optimizer takes two steps along the same gradients.",
    "Each call of applyGradients is a step. Call it once, with the gradients of all parameters.",
    (X, labels, parameters, optimizer) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      applyStep(parameters, grads, optimizer);
      applyStep(parameters, grads, optimizer);
      return numberIn(loss);
    },
  ),
  step(
    "mean-gradients",
    "The step goes along gradients that are divided by the number of examples.",
    "The gradients belong to the summed loss. Divided, every step of gradient descent is shorter than asked for.",
    (X, labels, parameters, optimizer) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      applyStep(
        parameters,
        mapGrads(grads, (gradient) => tf.div(gradient, X.shape[1])),
        optimizer,
      );
      return numberIn(loss);
    },
  ),
  tape(
    "biases-zero",
    "The gradients of the biases are zeros.",
    "Biases have gradients too. Give all six variables to the function that differentiates.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      const filled = Object.entries(grads).map(([name, gradient]) => [
        name,
        name.startsWith("db") ? tf.zerosLike(gradient) : gradient,
      ]);
      return { loss, grads: Object.fromEntries(filled) };
    },
  ),
  tape(
    "negated",
    "The gradients have the opposite sign.",
    "A gradient points to where the loss grows. The step turns it round later; this function returns it as it is.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      return { loss, grads: mapGrads(grads, (gradient) => tf.neg(gradient)) };
    },
  ),
  tape(
    "loss-averaged",
    "The gradients are those of the sum, but the returned loss is divided by the number of examples.",
    "Loss and gradients belong together. Return the loss that was differentiated, summed over the examples.",
    (X, labels, parameters) => {
      const { loss, grads } = differentiate(X, labels, parameters);
      return { loss: tf.div(loss, X.shape[1]), grads };
    },
  ),
  tape(
    "arguments-swapped",
    "Labels and logits are exchanged in the call of the loss.",
    "The losses of TensorFlow.js take the labels first and the predictions second. Exchanged, the logits count as labels. " +
      "Check computeTotalLoss by itself first.",
    (X, labels, parameters) => differentiate(X, labels, parameters, (x, y, all) => totalLoss(y, forward(x, all))),
  ),
];
