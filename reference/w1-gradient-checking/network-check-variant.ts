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

/** A wrong `gradientCheckN`; its id is completed. */
export const variant = (id: string, name: string, explanation: string, implementation: Check): Misconception => ({
  id: `check-n-${id}`,
  exercise: "gradientCheckN",
  name,
  explanation,
  implementation,
});

type CostOf = (vector: number[]) => number;
/** Measures the slope of each number of the vector. */
export type Slopes = (cost: CostOf, theta: number[], epsilon: number) => number[];
/** What is returned for the given and the measured gradients. */
export type Comparison = (grad: number[], approx: number[]) => number;

const combine = (left: number[], right: number[], f: (left: number, right: number) => number): number[] =>
  left.map((value, i) => f(value, right[i] ?? Number.NaN));

/** The difference, number by number. */
export const minus = (left: number[], right: number[]): number[] => combine(left, right, (a, b) => a - b);
/** The sum, number by number. */
export const plus = (left: number[], right: number[]): number[] => combine(left, right, (a, b) => a + b);
/** The square of the Euclidean norm. */
export const sumOfSquares = (vector: number[]): number => vector.reduce((sum, value) => sum + value * value, 0);
/** The Euclidean norm. */
export const norm = (vector: number[]): number => Math.sqrt(sumOfSquares(vector));
/** The sum of the absolute values. */
export const sumOfSizes = (vector: number[]): number => vector.reduce((sum, value) => sum + Math.abs(value), 0);
/** The largest absolute value. */
export const largest = (vector: number[]): number => Math.max(...vector.map(Math.abs));

/** A comparison that measures all three vectors alike. */
export const relativeBy =
  (length: (vector: number[]) => number): Comparison =>
  (grad, approx) =>
    length(minus(grad, approx)) / (length(grad) + length(approx));

/** The right comparison. */
export const relative = relativeBy(norm);

/** The right slopes. */
export const centred: Slopes = (cost, theta, epsilon) =>
  theta.map(
    (value, i) => (cost(theta.with(i, value + epsilon)) - cost(theta.with(i, value - epsilon))) / (2 * epsilon),
  );

/** A check that measures and compares as given. */
export const checkWith =
  (slopes: Slopes, compare: Comparison): Check =>
  (parameters, gradients, X, Y, epsilon = 1e-7) => {
    const cost: CostOf = (vector) => forwardPropagationN(X, Y, vectorToDictionary(vector)).cost;
    return compare(gradientsToVector(gradients), slopes(cost, dictionaryToVector(parameters), epsilon));
  };
