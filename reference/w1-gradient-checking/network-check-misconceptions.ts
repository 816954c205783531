import {
  dictionaryToVector,
  forwardPropagationN,
  type Grads,
  gradientsToVector,
  type Matrix,
  type Params,
  vectorToDictionary,
} from "gradecheck/w1-gradient-checking";
import type { Misconception } from "../misconceptions/misconception.ts";

type Check = (parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon?: number) => number;

const variant = (id: string, name: string, explanation: string, implementation: Check): Misconception => ({
  id: `check-n-${id}`,
  exercise: "gradientCheckN",
  name,
  explanation,
  implementation,
});

type CostOf = (vector: number[]) => number;
type Slopes = (cost: CostOf, theta: number[], epsilon: number) => number[];
type Comparison = (grad: number[], approx: number[]) => number;

const combine = (left: number[], right: number[], f: (left: number, right: number) => number): number[] =>
  left.map((value, i) => f(value, right[i] ?? Number.NaN));

const minus = (left: number[], right: number[]): number[] => combine(left, right, (a, b) => a - b);
const plus = (left: number[], right: number[]): number[] => combine(left, right, (a, b) => a + b);
const sumOfSquares = (vector: number[]): number => vector.reduce((sum, value) => sum + value * value, 0);
const norm = (vector: number[]): number => Math.sqrt(sumOfSquares(vector));
const sumOfSizes = (vector: number[]): number => vector.reduce((sum, value) => sum + Math.abs(value), 0);
const largest = (vector: number[]): number => Math.max(...vector.map(Math.abs));

/** A comparison that measures all three vectors alike. */
const relativeBy =
  (length: (vector: number[]) => number): Comparison =>
  (grad, approx) =>
    length(minus(grad, approx)) / (length(grad) + length(approx));

const relative = relativeBy(norm);

const centred: Slopes = (cost, theta, epsilon) =>
  theta.map(
    (value, i) => (cost(theta.with(i, value + epsilon)) - cost(theta.with(i, value - epsilon))) / (2 * epsilon),
  );

const checkWith =
  (slopes: Slopes, compare: Comparison): Check =>
  (parameters, gradients, X, Y, epsilon = 1e-7) => {
    const cost: CostOf = (vector) => forwardPropagationN(X, Y, vectorToDictionary(vector)).cost;
    return compare(gradientsToVector(gradients), slopes(cost, dictionaryToVector(parameters), epsilon));
  };

/** Nothing is put back: the next number moves while all before it stay where they were left. */
const notRestored: Slopes = (cost, theta, epsilon) => {
  const moving = [...theta];
  return theta.map((value, i) => {
    moving[i] = value + epsilon;
    const above = cost(moving);
    moving[i] = value - epsilon;
    return (above - cost(moving)) / (2 * epsilon);
  });
};

const allAtOnce: Slopes = (cost, theta, epsilon) => {
  const [above, below] = [epsilon, -epsilon].map((step) => cost(theta.map((value) => value + step)));
  const slope = ((above ?? Number.NaN) - (below ?? Number.NaN)) / (2 * epsilon);
  return theta.map(() => slope);
};

/** Which numbers of the vector belong to W1, W2, W3. */
const weightRanges = [
  [0, 20],
  [25, 40],
  [43, 46],
] as const;

const weightsOf = (vector: number[]): number[] => weightRanges.flatMap(([start, end]) => vector.slice(start, end));

const weightsOnly: Comparison = (grad, approx) => relative(weightsOf(grad), weightsOf(approx));

/** What students write instead of the check of a network's gradients. */
export const networkCheckMisconceptions: readonly Misconception[] = [
  variant(
    "one-sided",
    "The slopes are measured to one side only.",
    "From one side, the curvature of the cost adds an error of the order of epsilon to every slope. Between a point " +
      "on each side it cancels, and the error is of the order of epsilon squared. A large epsilon shows it clearly.",
    checkWith((cost, theta, epsilon) => {
      const here = cost(theta);
      return theta.map((value, i) => (cost(theta.with(i, value + epsilon)) - here) / epsilon);
    }, relative),
  ),
  variant(
    "divided-by-epsilon",
    "The two costs lie 2 epsilon apart, and their difference is divided by epsilon.",
    "A slope is rise over run, and the run goes from epsilon below to epsilon above. Divided by half of it, all " +
      "slopes are twice as large, and right gradients get a difference of 1/3.",
    checkWith((cost, theta, epsilon) => centred(cost, theta, epsilon).map((slope) => 2 * slope), relative),
  ),
  variant(
    "precedence",
    "The difference of the costs is halved and multiplied by epsilon.",
    "Multiplication and division are carried out from left to right: only the next factor is divided by, unless " +
      "parentheses hold the two together. All measured slopes nearly vanish, and the difference is almost 1.",
    checkWith(
      (cost, theta, epsilon) => centred(cost, theta, epsilon).map((slope) => slope * epsilon * epsilon),
      relative,
    ),
  ),
  variant(
    "not-restored",
    "A number that was moved is not put back before the next one moves.",
    "A partial derivative asks what one parameter does while all others stay where they are. If each number stays " +
      "moved, the last slopes are measured at another point of the cost. Start from the original vector every time.",
    checkWith(notRestored, relative),
  ),
  variant(
    "all-at-once",
    "All numbers are moved at the same time.",
    "When everything moves together, the cost changes by the sum of all effects, and no single effect can be told " +
      "from it. Each of the 47 slopes needs two costs of its own, in which one number is moved.",
    checkWith(allAtOnce, relative),
  ),
  variant(
    "epsilon-fixed",
    "The epsilon that is passed in is not used.",
    "1e-7 is what epsilon is when nobody says otherwise. Where one is passed, each number moves that far to both " +
      "sides, and the division is by twice that distance.",
    checkWith((cost, theta) => centred(cost, theta, 1e-7), relative),
  ),
  variant(
    "weights-only",
    "The biases are left out.",
    "A mistake in db1 is as wrong as one in dW1, and is found only where somebody looks. The vector holds all 47 " +
      "numbers, and the norms are taken over all of them.",
    checkWith(centred, weightsOnly),
  ),
  variant(
    "not-normalised",
    "The distance is not divided by the lengths of the two vectors.",
    "A distance of 0.001 is much between short vectors and little between long ones. Divided by the sum of both " +
      "lengths it has no unit and lies between 0 and 1. Look at the formula's denominator.",
    checkWith(centred, (grad, approx) => norm(minus(grad, approx))),
  ),
  variant(
    "norm-of-sum",
    "The distance is divided by the length of the sum instead of the sum of the lengths.",
    "Where the two vectors point apart, their sum is short or even zero, and the result grows without bound. The sum " +
      "of the two lengths does not cancel. Take each norm first, and add them then.",
    checkWith(centred, (grad, approx) => norm(minus(grad, approx)) / norm(plus(grad, approx))),
  ),
  variant(
    "norm-of-gradient-only",
    "The distance is divided by the length of the gradient alone.",
    "The formula treats both vectors alike: neither is known to be the right one. With both lengths below, the result " +
      "never exceeds 1.",
    checkWith(centred, (grad, approx) => norm(minus(grad, approx)) / norm(grad)),
  ),
  variant(
    "squared-norms",
    "The norms are squared: the root is not taken.",
    "The Euclidean norm is the root of the sum of squares. Without the root, small differences look much smaller than " +
      "they are: one part in a thousand becomes one in a million, and mistakes slip below the threshold.",
    checkWith(centred, relativeBy(sumOfSquares)),
  ),
  variant(
    "largest-entry",
    "Only the largest entry of each vector counts.",
    "The largest entry is one way to measure a vector, but not the Euclidean norm, in which every entry has a share. " +
      "All 47 entries are squared and added before the root is taken.",
    checkWith(centred, relativeBy(largest)),
  ),
  variant(
    "sum-of-sizes",
    "The sizes of the entries are added instead of their squares.",
    "The sum of absolute values is another norm than the Euclidean one. There the entries are squared, the squares " +
      "added, and the root is taken of the sum.",
    checkWith(centred, relativeBy(sumOfSizes)),
  ),
];
