import type { Properties, Property, PropertyFacts } from "../catalog/property.ts";
import type { Value } from "../values/value.ts";
import {
  dictionaryToVector,
  forwardPropagationN,
  gradientsToVector,
  type Matrix,
  vectorToDictionary,
} from "./contract.ts";
import { matricesOf, matrixOf } from "./matrices-of.ts";

/** Rounding in a quotient of norms. */
const rounding = 1e-12;

const isDifference: Property = {
  id: "difference-not-negative",
  sentence: "The difference must be one finite number that is not negative",
  holds: ({ actual }) => numberOf(actual) >= 0 && Number.isFinite(numberOf(actual)),
};

const atMostOne: Property = {
  id: "difference-at-most-one",
  sentence: "The difference must not be above 1: a distance is at most the sum of the two lengths",
  holds: ({ actual }) => numberOf(actual) <= 1 + rounding,
};

const smallWhereRight: Property = {
  id: "difference-small-where-right",
  sentence: "On a right derivative the difference must be below 1e-7",
  holds: ({ expected, actual }) => numberOf(expected) >= 1e-7 || numberOf(actual) < 1e-7,
};

/** Both signs of x round alike, but for what another order of operations does. */
const mirrored: Property = {
  id: "difference-mirrored",
  sentence: "The difference for -x must be that for x, with the same theta and epsilon",
  holds: ({ args: [x, ...rest], actual, others }) =>
    others
      .filter(({ args: [other] }) => numberOf(other) === -numberOf(x) && numberOf(x) !== 0)
      .filter(({ args: [, ...otherRest] }) => rest.length === otherRest.length)
      .filter(({ args: [, ...otherRest] }) => rest.every((value, i) => sameNumber(value, otherRest[i])))
      .every((other) => Math.abs(numberOf(other.actual) - numberOf(actual)) <= 1e-4),
};

/** The noise of right gradients; another order of operations gives other noise. */
const noise = 1e-6;

const smallWhereAllRight: Property = {
  id: "difference-small-where-right",
  sentence: "On right gradients and with a small epsilon the difference must be rounding only, about 1e-6 at most",
  holds: ({ expected, actual }) => {
    const wanted = numberOf(expected);
    return wanted >= noise || Math.abs(numberOf(actual) - wanted) <= noise;
  },
};

/** An epsilon at which neither rounding nor curvature is seen in the first seven digits of a slope, where inputs are about 1. */
const largestStep = 1e-5;

/** For more, 94 costs take long to compute, and every number is compared anyway. */
const fewExamples = 12;

/** What rounding makes of a slope at this step. */
const slopeRounding = 1e-9;

const agreesWithSlopes: Property = {
  id: "gradients-agree-with-slopes",
  sentence: "dW1 to db3 must agree with the measured slopes of the cost, up to a relative difference of 1e-6",
  holds: (facts) => {
    const gradients = gradientsToVector(matricesOf(facts.actual));
    if (isAtCorner(matricesOf(facts.args[2])) || matrixOf(facts.args[1]).flat().length > fewExamples) return true;
    const slopes = measureSlopes(facts);
    const apart = norm(slopes.map((slope, i) => slope - (gradients[i] ?? Number.NaN)));
    return apart <= slopeRounding + 1e-6 * (norm(slopes) + norm(gradients));
  },
};

/** What every right answer has, by exercise. */
export const properties: Properties = {
  gradientCheck: [isDifference, atMostOne, smallWhereRight, mirrored],
  gradientCheckN: [isDifference, atMostOne, smallWhereAllRight],
  backwardPropagationN: [agreesWithSlopes],
};

/** At relu's corner the cost has another slope on each side. */
const isAtCorner = ({ Z1 = [], Z2 = [] }: Readonly<Record<string, Matrix>>): boolean =>
  [...Z1, ...Z2].flat().some((z) => z === 0);

function measureSlopes({ args: [X, Y, cache] }: PropertyFacts): number[] {
  const [inputs, labels] = [matrixOf(X), matrixOf(Y)];
  const step = largestStep / Math.max(1, ...inputs.flat().map(Math.abs));
  const vector = dictionaryToVector(matricesOf(cache));
  const costAt = (i: number, value: number): number =>
    forwardPropagationN(inputs, labels, vectorToDictionary(vector.with(i, value))).cost;
  return vector.map((value, i) => (costAt(i, value + step) - costAt(i, value - step)) / (2 * step));
}

function norm(vector: readonly number[]): number {
  return Math.hypot(...vector);
}

/** A number or a tensor without dimensions; NaN for anything else. */
function numberOf(value: Value | undefined): number {
  if (value?.kind === "number") return value.value;
  return value?.kind === "tensor" && value.shape.length === 0 ? (value.data[0] ?? Number.NaN) : Number.NaN;
}

function sameNumber(left: Value | undefined, right: Value | undefined): boolean {
  return left?.kind === right?.kind && Object.is(numberOf(left), numberOf(right));
}
