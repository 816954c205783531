import * as tf from "@tensorflow/tfjs";
import type { Cache, Grads } from "../../assignments/values/params.ts";
import type { Misconception } from "../misconceptions/misconception.ts";
import {
  backPropagate,
  keepWhere,
  meanOverExamples,
  penalizedWeights,
  plainWeights,
  type Steps,
} from "./back-propagate.ts";

const exercise = "backwardPropagationWithRegularization";

const backWith =
  (replaced: Partial<Steps>) =>
  (X: tf.Tensor2D, Y: tf.Tensor2D, cache: Cache, lambd: number): Grads =>
    backPropagate(X, Y, cache, lambd, replaced);

/** The penalty's share in the gradient with another factor of W. */
const shareOf = (factor: (lambd: number, m: number) => number): Partial<Steps> => ({
  dW: (facts) => tf.add(plainWeights(facts), tf.mul(facts.W, factor(facts.lambd, facts.m))),
});

const withoutShareIn = (layer: number): Partial<Steps> => ({
  dW: (facts) => (facts.l === layer ? plainWeights(facts) : penalizedWeights(facts)),
});

const everyLayer = "All three layers have weights, and the penalty counts all of them. Each dW has its share of it.";

/** What students get wrong in the gradients of the penalized cost. */
export const penaltyGradientMisconceptions: readonly Misconception[] = [
  {
    id: "l2-gradient-not-divided-by-m",
    exercise,
    name: "The penalty's share in dW is not divided by the number of examples.",
    explanation:
      "The penalty in the cost is divided by m, so its derivative is as well. With a single example the difference cannot be seen. Compare the term you add to dW with the derivative of the term in the cost.",
    implementation: backWith(shareOf((lambd) => lambd)),
  },
  {
    id: "l2-gradient-missing",
    exercise,
    name: "The gradients are those of the cost without its penalty.",
    explanation:
      "A term in the cost has a derivative. Unless it is added to dW, the weights never feel the penalty, and training goes on as if lambd were 0. The case with lambd 0 passes for that reason.",
    implementation: backWith({ dW: plainWeights }),
  },
  {
    id: "l2-gradient-half",
    exercise,
    name: "The penalty's share in dW is only half as large as it should be.",
    explanation:
      "The factor was taken from the cost as it stands there. Differentiating a square brings down a 2, which cancels the one in the denominator.",
    implementation: backWith(shareOf((lambd, m) => lambd / (2 * m))),
  },
  {
    id: "l2-gradient-double",
    exercise,
    name: "The penalty's share in dW is twice as large as it should be.",
    explanation:
      "Differentiating a square brings down a 2. The cost has a 2 under its fraction just so that the two cancel. Put both into your derivative, or neither.",
    implementation: backWith(shareOf((lambd, m) => (2 * lambd) / m)),
  },
  {
    id: "l2-gradient-subtracted",
    exercise,
    name: "The penalty's share is subtracted from dW.",
    explanation:
      "The penalty is added to the cost, so its derivative is added to the gradient. The step of gradient descent turns the sign around later, which makes weights shrink. With the sign turned here, they would grow.",
    implementation: backWith(shareOf((lambd, m) => -lambd / m)),
  },
  {
    id: "l2-gradient-output-layer-only",
    exercise,
    name: "Only dW3 has the penalty's share.",
    explanation:
      "The penalty holds the squares of the weights of all three layers, so each of the three gradients dW gets a term with its own weights. Compare dW3, which is right, with dW2 and dW1.",
    implementation: backWith({ dW: (facts) => (facts.l === 3 ? penalizedWeights(facts) : plainWeights(facts)) }),
  },
  {
    id: "l2-gradient-biases-too",
    exercise,
    name: "The gradients of the biases have a share of the penalty as well.",
    explanation:
      "The penalty in the cost holds no bias, so its derivative with respect to a bias is zero. db is the mean of dZ over the examples, whatever lambd is.",
    implementation: backWith({
      db: (facts) => tf.add(meanOverExamples(facts), tf.mul(facts.b, facts.lambd / facts.m)),
    }),
  },
  {
    id: "l2-dz-averaged",
    exercise,
    name: "dZ3 is divided by the number of examples, and dW and db are divided once more.",
    explanation:
      "Here dZ and dA are kept for each example by itself, and the mean is taken where the examples are added up: in dW and db. Dividing dZ as well divides twice. With a single example the difference cannot be seen.",
    implementation: backWith({ dZ3: (A3, Y) => tf.div(tf.sub(A3, Y), Y.shape[1]) }),
  },
  {
    id: "l2-sigmoid-derivative-twice",
    exercise,
    name: "dZ3 is multiplied by the derivative of the sigmoid, which it already contains.",
    explanation:
      "The derivative of the cross-entropy has A3 (1 - A3) in its denominator, and that of the sigmoid has it in its numerator. In dZ3 they have cancelled, which is why its formula is so short. Multiplying again counts the sigmoid twice.",
    implementation: backWith({ dZ3: (A3, Y) => tf.mul(tf.sub(A3, Y), tf.mul(A3, tf.sub(1, A3))) }),
  },
  {
    id: "l2-relu-derivative-ignored",
    exercise,
    name: "The gradient passes through relu everywhere, even where the unit was silent.",
    explanation:
      "Where relu gave 0, a small change of its input changes nothing, so no gradient comes through. dZ equals dA only where the activation is above 0. Look at the step from dA to dZ in both hidden layers.",
    implementation: backWith({ relu: (dA) => dA }),
  },
  {
    id: "l2-relu-of-the-gradient",
    exercise,
    name: "Relu is applied to the gradient instead of its derivative being multiplied to it.",
    explanation:
      "Whether a gradient comes through depends on the unit's activation, not on the sign of the gradient itself. Gradients of active units may well be negative. The derivative of relu is a pattern of ones and zeros that comes from the cache.",
    implementation: backWith({ relu: (dA) => tf.relu(dA) }),
  },
  {
    id: "l2-relu-derivative-one-at-zero",
    exercise,
    name: "The derivative of relu is taken as 1 where its input is exactly 0.",
    explanation:
      "At 0 relu has a corner and mathematics leaves the choice open; this course chooses 0. The condition is that the activation is greater than 0, not greater than or equal. It matters for units whose sum is exactly 0.",
    implementation: backWith({ relu: (dA, { Z }) => keepWhere(dA, tf.greaterEqual(Z, 0)) }),
  },
  {
    id: "l2-gradient-of-absolute-values",
    exercise,
    name: "The penalty's share in dW has the signs of the weights instead of the weights.",
    explanation:
      "The derivative of an absolute value is a sign; that is L1 regularization. The derivative of a square is twice the weight itself.",
    implementation: backWith({
      dW: (facts) => tf.add(plainWeights(facts), tf.mul(tf.sign(facts.W), facts.lambd / facts.m)),
    }),
  },
  {
    id: "l2-gradient-first-layer-missing",
    exercise,
    name: "dW1 lacks the penalty's share.",
    explanation: everyLayer,
    implementation: backWith(withoutShareIn(1)),
  },
  {
    id: "l2-gradient-second-layer-missing",
    exercise,
    name: "dW2 lacks the penalty's share.",
    explanation: everyLayer,
    implementation: backWith(withoutShareIn(2)),
  },
  {
    id: "l2-gradient-third-layer-missing",
    exercise,
    name: "dW3 lacks the penalty's share.",
    explanation: everyLayer,
    implementation: backWith(withoutShareIn(3)),
  },
  {
    id: "l2-gradient-squares",
    exercise,
    name: "The penalty's share in dW has the squares of the weights.",
    explanation: "The cost has squares. Its gradient has their derivative, in which the weights are no longer squared.",
    implementation: backWith({
      dW: (facts) => tf.add(plainWeights(facts), tf.mul(tf.square(facts.W), facts.lambd / facts.m)),
    }),
  },
];
