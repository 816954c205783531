import { RandomState } from "../../../assignments/values/random-state.ts";

/** A point of one of the curves: 0 before, 1 normalized, 2 scaled and shifted. */
type DensityPoint = { readonly stage: 0 | 1 | 2; readonly z: number; readonly density: number };

/** How the values of one unit are distributed at the three stages of the way forward: normal densities that each stage moves and stretches. */
export function unitDensities(): DensityPoint[] {
  const before = { mean: 4, spread: 1.6 };
  const [gamma, beta] = [0.6, 2];
  const stages = [before, { mean: 0, spread: 1 }, { mean: beta, spread: gamma }];
  return stages.flatMap(({ mean, spread }, stage) =>
    Array.from({ length: 61 }, (_, i) => {
      const deviations = (i - 30) / 10;
      const density = Math.exp(-(deviations ** 2) / 2) / (spread * Math.sqrt(2 * Math.PI));
      return { stage: stage as 0 | 1 | 2, z: rounded(mean + spread * deviations), density: rounded(density) };
    }),
  );
}

/** A point of a line, in the order of its steps. */
type Point = { readonly step: number; readonly x: number; readonly y: number };

/** Contours of a quadratic cost around 0 and the path of gradient descent in it. */
type Descent = { readonly contours: readonly (Point & { readonly level: number })[]; readonly path: readonly Point[] };

/** Of a cost that is sixteen times as steep in one direction as in the other, and of one that is equally steep in both; as many steps each. */
export function descents(): readonly [Descent, Descent] {
  return [descend(1 / 16, 1, 1.85), descend(1, 1, 0.5)];
}

function descend(steepnessX: number, steepnessY: number, learningRate: number): Descent {
  const contours = [1, 2, 3, 4, 5].flatMap((level) =>
    Array.from({ length: 49 }, (_, step) => {
      const angle = (step * Math.PI) / 24;
      const radius = level * Math.sqrt(Math.max(steepnessX, steepnessY)) * 0.9;
      return {
        level,
        step,
        x: rounded((radius * Math.cos(angle)) / Math.sqrt(steepnessX)),
        y: rounded((radius * Math.sin(angle)) / Math.sqrt(steepnessY)),
      };
    }),
  );
  const path: Point[] = [];
  let [x, y] = [-5, 3];
  for (let step = 0; step <= 12; step++) {
    path.push({ step, x: rounded(x), y: rounded(y) });
    x -= learningRate * steepnessX * x;
    y -= learningRate * steepnessY * y;
  }
  return { contours, path };
}

/** What running statistics make of noisy batches. */
type RunningMeans = {
  readonly batches: readonly number[];
  /** The first of each is that before the first batch. */
  readonly means: readonly { readonly momentum: number; readonly averages: readonly number[] }[];
};

/** Means of eighty batches that scatter around 2, and their running means from 0 on. */
export function runningMeans(): RunningMeans {
  const batches = Array.from(new RandomState(3).randn(80), (noise) => rounded(2 + 0.5 * noise));
  const means = [0.5, 0.9, 0.99].map((momentum) => {
    const averages = [0];
    for (const mean of batches) averages.push(momentum * (averages.at(-1) ?? 0) + (1 - momentum) * mean);
    return { momentum, averages: averages.map(rounded) };
  });
  return { batches, means };
}

const rounded = (value: number): number => Number(value.toFixed(3));
