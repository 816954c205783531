import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { numberValue } from "../../values/case-value.ts";
import { drawNumber, drawPoints, pointsValue, type Range } from "./draw-numbers.ts";

type Scenario = {
  readonly title: string;
  /** How many points of A and of B. */
  readonly counts: readonly [a: number, b: number];
  readonly dimensions: number;
  readonly lengthScale: Range;
  /** Of coordinates; default -2 to 2. */
  readonly range?: Range;
  /** How many points of B are also in A, in the opposite order. */
  readonly shared?: number;
  readonly isSameSet?: true;
};

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "2 points and 3 points in 2 dimensions", counts: [2, 3], dimensions: 2, lengthScale: [1.5, 1.5] },
    { title: "4 points with themselves", counts: [4, 4], dimensions: 1, lengthScale: [0.5, 0.9], isSameSet: true },
    { title: "one point and one point", counts: [1, 1], dimensions: 3, lengthScale: [2, 3] },
  ],
  hidden: [
    { title: "5 points and 2 points in 3 dimensions", counts: [5, 2], dimensions: 3, lengthScale: [1.2, 2.8] },
    { title: "equal points among others", counts: [3, 4], dimensions: 2, lengthScale: [0.4, 0.8], shared: 2 },
    { title: "one dimension", counts: [3, 4], dimensions: 1, lengthScale: [0.6, 0.9] },
    {
      title: "a short length scale",
      counts: [3, 3],
      dimensions: 2,
      lengthScale: [0.1, 0.2],
      range: [0, 0.5],
      shared: 1,
    },
    { title: "a long length scale", counts: [3, 2], dimensions: 4, lengthScale: [20, 90] },
    { title: "70 points and 2 points", counts: [70, 2], dimensions: 2, lengthScale: [1.2, 2.8] },
    { title: "2 points and 70 points", counts: [2, 70], dimensions: 2, lengthScale: [1.2, 2.8] },
    { title: "far from 0", counts: [3, 3], dimensions: 2, lengthScale: [20, 90], range: [100, 300] },
    {
      title: "tiny coordinates and a tiny length scale",
      counts: [2, 3],
      dimensions: 2,
      lengthScale: [1e-8, 3e-8],
      range: [-2e-8, 2e-8],
    },
    { title: "2 points in 70 dimensions", counts: [2, 2], dimensions: 70, lengthScale: [6, 9] },
  ],
  small: [
    { title: "one point and one point", counts: [1, 1], dimensions: 1, lengthScale: [0.5, 0.9] },
    { title: "one point and one point in 2 dimensions", counts: [1, 1], dimensions: 2, lengthScale: [1.2, 2.8] },
    { title: "one point and 2 points", counts: [1, 2], dimensions: 1, lengthScale: [1.2, 2.8] },
    { title: "2 points and one point", counts: [2, 1], dimensions: 2, lengthScale: [1.2, 2.8] },
    { title: "2 points with themselves", counts: [2, 2], dimensions: 1, lengthScale: [0.5, 0.9], isSameSet: true },
    { title: "a short length scale", counts: [1, 2], dimensions: 1, lengthScale: [0.2, 0.3], range: [0, 1] },
    { title: "a long length scale", counts: [1, 1], dimensions: 2, lengthScale: [20, 90] },
    { title: "far from 0", counts: [1, 1], dimensions: 1, lengthScale: [20, 90], range: [100, 300] },
  ],
};

/** Cases of `rbfKernel`. */
export const rbfKernelCases: CaseGenerator = (random, index, list) => {
  const {
    title,
    counts: [a, b],
    dimensions,
    lengthScale,
    range = [-2, 2],
    shared = 0,
    isSameSet,
  } = pickScenario(scenarios, index, list);
  const ranges = Array.from({ length: dimensions }, () => range);
  const A = drawPoints(random, a, ranges);
  const others = drawPoints(random, b - shared, ranges);
  const B = isSameSet ? A : [...others, ...A.slice(0, shared).reverse()];
  return { title, args: [pointsValue(A), pointsValue(B), numberValue(drawNumber(random, lengthScale))] };
};
