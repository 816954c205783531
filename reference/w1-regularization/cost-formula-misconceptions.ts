import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { tensorIn } from "./back-propagate.ts";
import { type CostFunction, costWith, logLikelihoods, rightPenalty, squares, total, weights } from "./cost-variant.ts";

const variant = (id: string, name: string, explanation: string, implementation: CostFunction): Misconception => ({
  id: `cost-${id}`,
  exercise: "computeCostWithRegularization",
  name,
  explanation,
  implementation,
});

const seen = "The case with lambd 0 shows this part of the cost alone.";

/** Formulas that students write instead of the cost with L2 regularization. */
export const costFormulaMisconceptions: readonly Misconception[] = [
  variant(
    "logarithm-to-base-10",
    "The cross-entropy uses the logarithm to base 10.",
    `ln is the natural logarithm, which TensorFlow.js and JavaScript call log. Math.log10 is another one. ${seen}`,
    costWith(rightPenalty, (A3, Y) => tf.div(tf.neg(tf.mean(logLikelihoods(A3, Y))), Math.LN10)),
  ),
  variant(
    "logarithm-to-base-2",
    "The cross-entropy uses the logarithm to base 2.",
    `ln is the natural logarithm, which TensorFlow.js and JavaScript call log. Math.log2 is another one. ${seen}`,
    costWith(rightPenalty, (A3, Y) => tf.div(tf.neg(tf.mean(logLikelihoods(A3, Y))), Math.LN2)),
  ),
  variant(
    "nothing-divided-by-m",
    "Neither part of the cost is divided by the number of examples.",
    "Examples are columns, so m is the second number of the shape. The first one is the number of rows, which is 1 for " +
      "the labels. With a single example the difference cannot be seen.",
    costWith(
      (parameters, lambd) => tf.mul(squares(parameters), lambd / 2),
      (A3, Y) => tf.neg(tf.sum(logLikelihoods(A3, Y))),
    ),
  ),
  variant(
    "weights-times-transposed",
    "The weights are multiplied by their transposes as matrices instead of being squared.",
    "The penalty adds up the square of each weight. A matrix product adds up products of different weights as well. Square " +
      "element by element.",
    costWith((parameters, lambd, m) =>
      tf.mul(
        tf.addN(
          weights.map((key) => tf.sum(tf.matMul(tensorIn(parameters, key), tensorIn(parameters, key), false, true))),
        ),
        lambd / (2 * m),
      ),
    ),
  ),
  variant(
    "sum-squared",
    "The weights are added up first, and the sum is squared.",
    "Positive and negative weights cancel in a sum. Each weight is squared first, and the squares are added up.",
    costWith((parameters, lambd, m) =>
      tf.mul(tf.addN(weights.map((key) => tf.square(tf.sum(tensorIn(parameters, key))))), lambd / (2 * m)),
    ),
  ),
  variant(
    "mean-of-squares",
    "The penalty takes the mean of the squares of each matrix instead of their sum.",
    "Every weight counts alike, whatever the size of its matrix. A mean divides by the number of weights.",
    costWith((parameters, lambd, m) =>
      tf.mul(tf.addN(weights.map((key) => tf.mean(tf.square(tensorIn(parameters, key))))), lambd / (2 * m)),
    ),
  ),
  variant(
    "first-layer-not-penalized",
    "The weights of the first layer are left out of the penalty.",
    "All three layers have weights, and the penalty counts all of them. Look at where your loop begins.",
    costWith((parameters, lambd, m) => tf.mul(squares(parameters, ["W2", "W3"]), lambd / (2 * m))),
  ),
  variant(
    "multiplied-by-m",
    "The penalty is multiplied by m / 2 instead of divided by 2 m.",
    "a / 2 * m divides by 2 and multiplies by m. What stands under the fraction needs brackets in code.",
    costWith((parameters, lambd, m) => tf.mul(squares(parameters), (lambd / 2) * m)),
  ),
  variant(
    "penalty-subtracted",
    "The penalty is subtracted from the cross-entropy.",
    "Large weights are to cost something, so the penalty makes the cost larger. Look at the sign between the two parts.",
    costWith((parameters, lambd, m) => tf.neg(rightPenalty(parameters, lambd, m))),
  ),
  variant(
    "sign-of-cross-entropy",
    "The minus in front of the cross-entropy is missing.",
    `Logarithms of probabilities are negative, and the minus makes a cost of them. ${seen}`,
    costWith(rightPenalty, (A3, Y) => tf.mean(logLikelihoods(A3, Y))),
  ),
  variant(
    "lambda-ignored",
    "The penalty is missing: the cost is the cross-entropy alone.",
    "The second part of the cost is a price on large weights. Without it lambd has no effect.",
    costWith(() => tf.scalar(0)),
  ),
  variant(
    "lambda-squared",
    "The penalty has the square of lambd.",
    "lambd is a factor of the penalty as it is. Only the weights are squared.",
    costWith((parameters, lambd, m) => tf.mul(squares(parameters), lambd ** 2 / (2 * m))),
  ),
  variant(
    "absolute-values-without-half",
    "The penalty is lambd / m times the sum of absolute values.",
    "That is L1 regularization. L2 regularization adds up squares and has a 2 in the denominator.",
    costWith((parameters, lambd, m) => tf.mul(total(parameters, weights, tf.abs), lambd / m)),
  ),
  variant(
    "labels-and-outputs-exchanged",
    "Labels and outputs are exchanged in the cross-entropy.",
    `The logarithm is taken of the outputs of the network, and the labels choose which one counts. ${seen}`,
    costWith(rightPenalty, (A3, Y) => {
      const near = 1e-8;
      return tf.neg(
        tf.mean(tf.add(tf.mul(A3, tf.log(tf.add(Y, near))), tf.mul(tf.sub(1, A3), tf.log(tf.add(tf.sub(1, Y), near))))),
      );
    }),
  ),
  variant(
    "squared-error",
    "The first part of the cost is the mean squared error instead of the cross-entropy.",
    `The squared distance of outputs and labels is another cost. The cross-entropy takes logarithms. ${seen}`,
    costWith(rightPenalty, (A3, Y) => tf.mean(tf.square(tf.sub(A3, Y)))),
  ),
];
