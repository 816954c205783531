import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { numberValue } from "../../values/case-value.ts";
import type { RandomState } from "../../values/random-state.ts";
import { drawNumber, drawNumbers, drawPoints, pointsValue, type Range, vectorValue } from "./draw-numbers.ts";
import { posterior } from "./gaussian-process.ts";

type Scenario = {
  readonly title: string;
  /** How many observations. */
  readonly n: number;
  readonly dimensions: number;
  readonly lengthScale: Range;
  readonly noise: Range;
  /** How many new points lie near observations, */
  readonly near: number;
  /** how many are observations, */
  readonly observed?: number;
  /** and how many are far from all. */
  readonly far?: number;
  readonly y?: Range;
  /** Two observations are at the same point. */
  readonly isRepeated?: true;
};

const none: Range = [0, 0];
const some: Range = [0.15, 0.45];
const scales: Range = [0.6, 1.8];

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "3 observations, noise 0.1", n: 3, dimensions: 1, lengthScale: [0.8, 0.8], noise: [0.1, 0.1], near: 3 },
    {
      title: "one observation in 2 dimensions",
      n: 1,
      dimensions: 2,
      lengthScale: [2, 2],
      noise: [0.5, 0.5],
      near: 1,
      observed: 1,
    },
    {
      title: "at observations, noise 0",
      n: 4,
      dimensions: 1,
      lengthScale: [1.5, 1.5],
      noise: none,
      near: 1,
      observed: 3,
    },
  ],
  hidden: [
    { title: "4 observations in 2 dimensions", n: 4, dimensions: 2, lengthScale: scales, noise: some, near: 3 },
    {
      title: "at observations with noise",
      n: 4,
      dimensions: 1,
      lengthScale: scales,
      noise: some,
      near: 0,
      observed: 3,
    },
    {
      title: "between and at observations, noise 0",
      n: 6,
      dimensions: 1,
      lengthScale: scales,
      noise: none,
      near: 3,
      observed: 5,
    },
    { title: "3 dimensions, noise 0", n: 5, dimensions: 3, lengthScale: scales, noise: none, near: 2, observed: 4 },
    { title: "far away", n: 3, dimensions: 2, lengthScale: scales, noise: some, near: 1, far: 2 },
    { title: "large noise", n: 5, dimensions: 1, lengthScale: scales, noise: [12, 20], near: 2, observed: 1 },
    {
      title: "two observations at the same point",
      n: 4,
      dimensions: 1,
      lengthScale: scales,
      noise: some,
      near: 1,
      observed: 2,
      isRepeated: true,
    },
    { title: "66 observations", n: 66, dimensions: 2, lengthScale: scales, noise: some, near: 3 },
    { title: "70 new points", n: 3, dimensions: 2, lengthScale: scales, noise: some, near: 70 },
    {
      title: "one new point, large values",
      n: 4,
      dimensions: 1,
      lengthScale: [20, 90],
      noise: some,
      near: 1,
      y: [1e4, 9e4],
    },
    {
      title: "tiny values, and points near each other",
      n: 3,
      dimensions: 2,
      lengthScale: [1e-8, 3e-8],
      noise: some,
      near: 2,
      y: [2e-9, 9e-8],
    },
    { title: "2 observations in 70 dimensions", n: 2, dimensions: 70, lengthScale: scales, noise: some, near: 2 },
  ],
  small: [
    { title: "one observation", n: 1, dimensions: 1, lengthScale: scales, noise: some, near: 1 },
    { title: "one observation, noise 0", n: 1, dimensions: 1, lengthScale: scales, noise: none, near: 1 },
    {
      title: "at the only observation, with noise",
      n: 1,
      dimensions: 1,
      lengthScale: scales,
      noise: some,
      near: 0,
      observed: 1,
    },
    { title: "at observations, noise 0", n: 3, dimensions: 1, lengthScale: scales, noise: none, near: 1, observed: 3 },
    { title: "2 observations", n: 2, dimensions: 1, lengthScale: scales, noise: some, near: 1 },
    { title: "one observation in 2 dimensions", n: 1, dimensions: 2, lengthScale: scales, noise: some, near: 1 },
    { title: "far away", n: 1, dimensions: 1, lengthScale: scales, noise: some, near: 0, far: 1 },
    { title: "large noise", n: 2, dimensions: 1, lengthScale: scales, noise: [2, 5], near: 1 },
    {
      title: "two observations at the same point",
      n: 2,
      dimensions: 1,
      lengthScale: scales,
      noise: some,
      near: 1,
      isRepeated: true,
    },
  ],
};

/** Cases of `gpPosterior`. */
export const gpPosteriorCases: CaseGenerator = (random, index, list) => {
  const scenario = pickScenario(scenarios, index, list);
  const lengthScale = drawNumber(random, scenario.lengthScale);
  const noise = drawNumber(random, scenario.noise);
  for (;;) {
    const X = drawApart(random, scenario, lengthScale);
    const y = drawNumbers(random, scenario.n, scenario.y ?? [-1, 3]);
    const XNew = drawNew(random, scenario, X, lengthScale);
    if (noise === 0 && (scenario.observed ?? 0) > 2 && !roundsBelowZero({ X, y, candidates: XNew, lengthScale, noise }))
      continue;
    return {
      title: scenario.title,
      args: [pointsValue(X), vectorValue(y), pointsValue(XNew), ...[lengthScale, noise].map(numberValue)],
    };
  }
};

/** Whether somebody who takes the root of what rounding leaves at an observation gets no number. */
const roundsBelowZero = (search: Parameters<typeof posterior>[0]): boolean =>
  posterior(search).variance.some((variance) => variance < 0);

/** In units of the length scale: where no noise is added, the covariance of nearer points is nearly singular. */
const leastDistance = 1.2;

/** Points of which neither two are near each other, nor all far apart. */
function drawApart(random: RandomState, { n, dimensions, isRepeated }: Scenario, lengthScale: number): number[][] {
  const reach = lengthScale * Math.max(1.5, 1.2 * n ** (1 / Math.min(dimensions, 3)));
  const ranges = Array.from({ length: dimensions }, (): Range => [-reach, reach]);
  const points: number[][] = [];
  while (points.length < n) {
    const [point = []] = drawPoints(random, 1, ranges);
    const isNear = points.some((other) => distance(point, other) < leastDistance * lengthScale);
    if (!isNear || n > 10) points.push(point);
  }
  return isRepeated ? points.with(-1, points[0] ?? []) : points;
}

function drawNew(
  random: RandomState,
  { near, observed = 0, far = 0, dimensions }: Scenario,
  X: readonly number[][],
  lengthScale: number,
): number[][] {
  const beside = (from: number, least: number, most: number): number[] => {
    const steps = random.randn(dimensions);
    const length = drawNumber(random, [least, most]) * lengthScale;
    return (X[from % X.length] ?? []).map((x, k) => x + ((steps[k] ?? 0) / Math.hypot(...steps)) * length);
  };
  return [
    ...Array.from({ length: near }, (_, i) => beside(i, 0.3, 0.9)),
    ...X.slice(0, observed).reverse(),
    ...Array.from({ length: far }, (_, i) => beside(i, 50, 90)),
  ];
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
