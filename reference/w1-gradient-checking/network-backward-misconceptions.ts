import type { Cache, Grads, Matrix } from "gradecheck/w1-gradient-checking";
import type { Misconception } from "../misconceptions/misconception.ts";
import { backwardPropagationN } from "./solution.ts";

type Backward = (X: Matrix, Y: Matrix, cache: Cache) => Grads;

const variant = (id: string, name: string, explanation: string, implementation: Backward): Misconception => ({
  id: `backward-n-${id}`,
  exercise: "backwardPropagationN",
  name,
  explanation,
  implementation,
});

const scaled = (matrix: Matrix, factor: number): Matrix => matrix.map((row) => row.map((value) => value * factor));

const combine = (left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix =>
  left.map((row, i) => row.map((value, j) => f(value, right[i]?.[j] ?? Number.NaN)));

const product = (left: Matrix, right: Matrix): Matrix =>
  left.map((row) =>
    (right[0] ?? []).map((_, j) => row.reduce((sum, value, k) => sum + value * (right[k]?.[j] ?? Number.NaN), 0)),
  );

const transposed = (matrix: Matrix): Matrix =>
  (matrix[0] ?? []).map((_, j) => matrix.map((row) => row[j] ?? Number.NaN));

/** The right gradients, some of them multiplied by a factor that may depend on the number of examples. */
const withFactors =
  (factorOf: (name: string, m: number) => number): Backward =>
  (X, Y, cache) =>
    Object.fromEntries(
      Object.entries(backwardPropagationN(X, Y, cache)).map(([name, matrix]) => [
        name,
        scaled(matrix, factorOf(name, Y[0]?.length ?? 0)),
      ]),
    );

/** Back-propagation with another start, or another way through relu. */
const withSteps =
  (output: (a: number, y: number) => number, throughRelu: (d: number, a: number) => number): Backward =>
  (X, Y, cache) => {
    const { A1 = [], A2 = [], A3 = [], W2 = [], W3 = [] } = cache;
    const dZ3 = combine(A3, Y, output);
    const dA2 = product(transposed(W3), dZ3);
    const dZ2 = combine(dA2, A2, throughRelu);
    const dA1 = product(transposed(W2), dZ2);
    const dZ1 = combine(dA1, A1, throughRelu);
    const share = 1 / (Y[0]?.length ?? 0);
    const ones = [(Y[0] ?? []).map(() => 1)];
    const mean = (dZ: Matrix, A: Matrix): Matrix => scaled(product(dZ, transposed(A)), share);
    return {
      ...{ dZ3, dW3: mean(dZ3, A2), db3: mean(dZ3, ones) },
      ...{ dA2, dZ2, dW2: mean(dZ2, A1), db2: mean(dZ2, ones) },
      ...{ dA1, dZ1, dW1: mean(dZ1, X), db1: mean(dZ1, ones) },
    };
  };

const residual = (a: number, y: number): number => a - y;
const whereActive = (d: number, a: number): number => (a > 0 ? d : 0);
const isOfParameter = (name: string): boolean => name.startsWith("dW") || name.startsWith("db");

/** What students hand in instead of a mended backward pass. */
export const networkBackwardMisconceptions: readonly Misconception[] = [
  variant(
    "nothing-mended",
    "Both planted mistakes are still there.",
    "Two of the six gradients of parameters are too large, each by a whole factor. Your gradient check finds them: let " +
      "it compare the six one after the other with the measured slopes. Then hold their lines beside those of the " +
      "other layers.",
    withFactors((name) => ({ dW2: 2, db1: 4 })[name] ?? 1),
  ),
  variant(
    "second-layer-left",
    "The mistake in dW2 is still there.",
    "One of the two mistakes is mended. The gradient check still shows a difference, much above rounding: look at the " +
      "weights of each layer alone, and compare how the three are computed.",
    withFactors((name) => (name === "dW2" ? 2 : 1)),
  ),
  variant(
    "first-bias-left",
    "The mistake in db1 is still there.",
    "One of the two mistakes is mended. The gradient check still shows a difference, much above rounding: look at the " +
      "biases of each layer alone, and compare how the three are computed.",
    withFactors((name) => (name === "db1" ? 4 : 1)),
  ),
  variant(
    "no-relu-mask",
    "The gradient passes relu as if every unit were active.",
    "Where a unit's sum was negative, relu gave 0 and would have given 0 a little beside it too. Nothing before it had " +
      "any influence, so no gradient goes back through it. Only active units let it pass.",
    withSteps(residual, (d) => d),
  ),
  variant(
    "output-sign",
    "The error of the output is taken as label minus prediction.",
    "When the prediction is above the label, a larger sum in the last unit makes the cost higher, so its gradient is " +
      "positive. Turned around, every gradient of the network gets the opposite sign, and training would climb.",
    withSteps((a, y) => y - a, whereActive),
  ),
  variant(
    "sigmoid-derivative",
    "The error of the output is multiplied by the derivative of sigmoid.",
    "That factor belongs to a squared error. With cross-entropy, the derivative of the logarithm cancels it, and the " +
      "gradient of the last sum is plainly the error.",
    withSteps((a, y) => (a - y) * a * (1 - a), whereActive),
  ),
  variant(
    "not-averaged",
    "The gradients of the parameters are sums over the examples, not means.",
    "The cost is a mean over m examples, and so is its gradient. Without the division the gradients grow with the " +
      "number of examples. With a single example nothing is seen of it.",
    withFactors((name, m) => (isOfParameter(name) ? m : 1)),
  ),
  variant(
    "errors-averaged",
    "The gradients of Z and A are divided by the number of examples too.",
    "Each column of dZ and dA belongs to one example and is kept as it is here. The mean is taken once, where columns " +
      "are added up: in dW and db.",
    withFactors((name, m) => (isOfParameter(name) ? 1 : 1 / m)),
  ),
  variant(
    "gate-by-gradient",
    "The gradient passes relu where it is positive itself.",
    "Whether a gradient passes depends on the activation in the cache: it passes where that is above 0. The sign of the " +
      "gradient says nothing about it.",
    withSteps(residual, (d) => Math.max(0, d)),
  ),
  variant(
    "gate-by-tanh",
    "The way back goes through the derivative of tanh instead of that of relu.",
    "1 minus the square of the activation is the derivative of tanh. The hidden layers have relu, which lets a gradient " +
      "pass as it is or not at all.",
    withSteps(residual, (d, a) => d * (1 - a * a)),
  ),
  variant(
    "features-as-m",
    "The number of features is taken for the number of examples.",
    "Examples are columns here: X has a row for each feature. The length of a nested array is the number of its rows, " +
      "the length of one of its rows is the number of its columns.",
    (X, Y, cache) => withFactors((name, m) => (isOfParameter(name) ? m / X.length : 1))(X, Y, cache),
  ),
  variant(
    "biases-not-averaged",
    "The gradients of the biases are sums over the examples, not means.",
    "The cost is a mean over m examples, and so are all gradients of parameters. With a single example nothing is seen " +
      "of it.",
    withFactors((name, m) => (name.startsWith("db") ? m : 1)),
  ),
  variant(
    "weights-not-averaged",
    "The gradients of the weights are sums over the examples, not means.",
    "The cost is a mean over m examples, and so are all gradients of parameters. With a single example nothing is seen " +
      "of it.",
    withFactors((name, m) => (name.startsWith("dW") ? m : 1)),
  ),
];
