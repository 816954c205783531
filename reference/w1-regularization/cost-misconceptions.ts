import * as tf from "@tensorflow/tfjs";
import type { Misconception } from "../misconceptions/misconception.ts";
import { tensorIn } from "./back-propagate.ts";
import { costWith, logLikelihoods, rightPenalty, squares, total, weights } from "./cost-variant.ts";

const exercise = "computeCostWithRegularization";

/** What students get wrong in the cost with L2 regularization. */
export const costMisconceptions: readonly Misconception[] = [
  {
    id: "cost-lambda-not-divided-by-m",
    exercise,
    name: "The penalty is not divided by the number of examples.",
    explanation:
      "The cross-entropy is a mean over the examples, and the penalty is divided by m along with it. Otherwise its weight beside the data would depend on how many examples there are. With a single example the difference cannot be seen.",
    implementation: costWith((parameters, lambd) => tf.mul(squares(parameters), lambd / 2)),
  },
  {
    id: "cost-half-missing",
    exercise,
    name: "The penalty lacks the factor one half, so it is twice as large.",
    explanation:
      "There is a 2 beside m under the fraction. It is there so that the derivative of the square comes out without a factor, which the backward pass counts on. Read the denominator again, and check what your brackets divide by.",
    implementation: costWith((parameters, lambd, m) => tf.mul(squares(parameters), lambd / m)),
  },
  {
    id: "cost-biases-penalized",
    exercise,
    name: "The biases are penalized along with the weights.",
    explanation:
      "Large weights make the output change quickly with the input, and that is what regularization holds down. A bias only shifts a unit. The sum runs over the weights of the three layers and nothing else in the dictionary.",
    implementation: costWith((parameters, lambd, m) =>
      tf.mul(squares(parameters, [...weights, "b1", "b2", "b3"]), lambd / (2 * m)),
    ),
  },
  {
    id: "cost-output-layer-not-penalized",
    exercise,
    name: "The weights of the last layer are left out of the penalty.",
    explanation:
      "All three layers have weights, the output layer too, and the penalty counts all of them. Look at how your sum chooses its terms, and whether a loop ends one layer too early.",
    implementation: costWith((parameters, lambd, m) => tf.mul(squares(parameters, ["W1", "W2"]), lambd / (2 * m))),
  },
  {
    id: "cost-absolute-values",
    exercise,
    name: "The penalty adds up absolute values instead of squares.",
    explanation:
      "The sum of absolute values is L1 regularization, which drives weights to exactly zero. L2 regularization adds up squares: large weights cost much more than small ones.",
    implementation: costWith((parameters, lambd, m) => tf.mul(total(parameters, weights, tf.abs), lambd / (2 * m))),
  },
  {
    id: "cost-norms-not-squared",
    exercise,
    name: "The penalty adds up the norms of the weight matrices instead of their squares.",
    explanation:
      "The Frobenius norm is the square root of the sum of squares. The penalty uses its square, so no root is taken. Check whether a function for norms took one for you.",
    implementation: costWith((parameters, lambd, m) =>
      tf.mul(tf.addN(weights.map((key) => tf.norm(tensorIn(parameters, key)))), lambd / (2 * m)),
    ),
  },
  {
    id: "cost-cross-entropy-not-averaged",
    exercise,
    name: "The cross-entropy is summed over the examples instead of averaged.",
    explanation:
      "The first part of the cost is a mean: the sum over the examples, divided by m. A sum grows with the number of examples and drowns the penalty. The case with lambd 0 shows this part alone.",
    implementation: costWith(rightPenalty, (A3, Y) => tf.neg(tf.sum(logLikelihoods(A3, Y)))),
  },
  {
    id: "cost-only-positive-examples",
    exercise,
    name: "The cross-entropy counts only the examples with label 1.",
    explanation:
      "For an example with label 0, what counts is the probability of that label, which is 1 - A3. Without the second term, a network that always answers 1 would have no cost at all. The case with lambd 0 shows this part alone.",
    implementation: costWith(rightPenalty, (A3, Y) => tf.neg(tf.mean(tf.mul(Y, tf.log(A3))))),
  },
];
