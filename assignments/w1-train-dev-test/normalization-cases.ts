import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue, tensorValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";

/** Mean and deviation that the numbers of a feature are drawn with; a deviation of 0 makes all of them the mean. */
type Feature = readonly [mean: number, deviation: number];

type FitScenario = { readonly title: string; readonly features: readonly Feature[]; readonly m: number };

/** Means that fractions of two hold exactly, and so do their sums and squares. */
const usual: readonly Feature[] = [
  [1.5, 2],
  [-3, 1.25],
  [0.5, 0.75],
];

const repeated = (count: number): readonly Feature[] =>
  Array.from({ length: count }, (_, i): Feature => [(i % 5) - 2, 0.5 + (i % 3)]);

const fits: Scenarios<FitScenario> = {
  visible: [
    { title: "3 features, 8 examples", features: usual, m: 8 },
    { title: "2 examples", features: usual.slice(1), m: 2 },
    { title: "one feature", features: [[2, 1.5]], m: 5 },
  ],
  hidden: [
    { title: "as many features as examples", features: usual, m: 3 },
    { title: "one example", features: usual, m: 1 },
    {
      title: "a feature that never varies",
      features: [
        [1, 2],
        [-2.5, 0],
        [0, 0],
      ],
      m: 4,
    },
    {
      title: "features of very different size",
      features: [
        [2000, 900],
        [0.003, 0.002],
        [-30, 20],
      ],
      m: 7,
    },
    { title: "70 features", features: repeated(70), m: 3 },
    { title: "130 examples", features: usual.slice(0, 2), m: 130 },
  ],
  small: [
    { title: "one feature, 2 examples", features: [[1.5, 2]], m: 2 },
    { title: "one example", features: usual.slice(0, 2), m: 1 },
    {
      title: "a feature that never varies",
      features: [
        [1.5, 0],
        [1, 2],
      ],
      m: 2,
    },
    { title: "as many features as examples", features: usual.slice(0, 2), m: 2 },
    { title: "3 examples", features: [[-3, 1.25]], m: 3 },
    {
      title: "features of very different size",
      features: [
        [2000, 900],
        [0.03, 0.02],
      ],
      m: 2,
    },
    { title: "tiny numbers", features: [[1e-8, 1e-8]], m: 3 },
    { title: "70 features", features: repeated(70), m: 2 },
    { title: "70 examples", features: [[1.5, 2]], m: 70 },
  ],
};

/** Cases of `fitNormalization`. */
export const fitCases: CaseGenerator = (random, index, visibility) => {
  const { title, features, m } = pickScenario(fits, index, visibility);
  return { title, args: [tensorValue([features.length, m], drawFeatures(random, features, m))] };
};

type ApplyScenario = {
  readonly title: string;
  /** Variance of each feature of the training set. */
  readonly variances: readonly number[];
  readonly m: number;
  /** As passed; missing where the argument is left out. */
  readonly epsilon?: number | undefined;
};

const many = Array.from({ length: 70 }, (_, i) => 0.5 + (i % 4));

const applications: Scenarios<ApplyScenario> = {
  visible: [
    { title: "3 features, default epsilon", variances: [4, 0.5, 1.5], m: 5 },
    { title: "a variance of 0, epsilon 0.0625", variances: [0.25, 0], m: 3, epsilon: 0.0625 },
    { title: "one example, epsilon passed as undefined", variances: [4, 16, 1], m: 1, epsilon: undefined },
  ],
  hidden: [
    { title: "as many features as examples", variances: [2, 0.1, 9], m: 3, epsilon: 0.5 },
    { title: "a variance of 0, default epsilon", variances: [0, 3], m: 4 },
    { title: "tiny variances, default epsilon", variances: [1e-9, 4e-10, 2e-9], m: 4 },
    { title: "tiny numbers and a tiny epsilon", variances: [4e-18, 1e-18], m: 4, epsilon: 2e-18 },
    { title: "a large epsilon", variances: [1, 30], m: 5, epsilon: 20 },
    { title: "70 features", variances: many, m: 2, epsilon: 0.001 },
    { title: "70 examples of large numbers", variances: [9e6, 4e5], m: 70, epsilon: 1e-5 },
    { title: "one number", variances: [2.5], m: 1, epsilon: 2 },
  ],
  small: [
    { title: "one number, default epsilon", variances: [4], m: 1 },
    { title: "a variance of 0, default epsilon", variances: [0], m: 1 },
    { title: "a tiny variance, default epsilon", variances: [1e-9], m: 2 },
    { title: "a tiny variance, epsilon passed as undefined", variances: [1e-9], m: 2, epsilon: undefined },
    { title: "a variance of 0, epsilon 0.25", variances: [0, 2], m: 2, epsilon: 0.25 },
    { title: "epsilon 0", variances: [0.04], m: 2, epsilon: 0 },
    { title: "tiny numbers and a tiny epsilon", variances: [1e-18], m: 2, epsilon: 2e-18 },
    { title: "a large epsilon", variances: [1], m: 2, epsilon: 20 },
    { title: "as many features as examples", variances: [4, 0.25], m: 2, epsilon: 0.5 },
    { title: "large numbers", variances: [9e6], m: 3, epsilon: 1e-5 },
    { title: "70 features", variances: many, m: 1, epsilon: 0.5 },
    { title: "70 examples", variances: [2], m: 70, epsilon: 0.5 },
  ],
};

/** Cases of `applyNormalization`: the statistics are those of other data than X, as they are for a dev or test set. */
export const applyCases: CaseGenerator = (random, index, visibility) => {
  const scenario = pickScenario(applications, index, visibility);
  const { title, variances, m, epsilon } = scenario;
  const n = variances.length;
  const means = variances.map((variance) => drawMean(random) * (Math.sqrt(variance) || 1));
  const X = drawFeatures(
    random,
    variances.map((variance, i): Feature => [(means[i] ?? 0) + (Math.sqrt(variance) || 0.5), Math.sqrt(variance) || 1]),
    m,
  );
  const args = [tensorValue([n, m], X), tensorValue([n, 1], means), tensorValue([n, 1], variances)];
  if (!("epsilon" in scenario)) return { title, args };
  return { title, args: [...args, epsilon === undefined ? absent : numberValue(epsilon)] };
};

/** From 0.5 to 2.5, to either side of 0. */
const drawMean = (random: RandomState): number => (random.random() < 0.5 ? -1 : 1) * (0.5 + 2 * random.random());

/** Features in rows; deviations of drawn numbers are at least a tenth of what was asked for, so that none is lost in rounding. */
function drawFeatures(random: RandomState, features: readonly Feature[], m: number): Float64Array {
  const data = new Float64Array(features.length * m);
  for (const [i, [mean, deviation]] of features.entries()) {
    const row = data.subarray(i * m, (i + 1) * m);
    do row.set(random.randn(m).map((value) => mean + deviation * value));
    while (m > 1 && Math.max(...row) - Math.min(...row) < 0.2 * deviation);
  }
  return data;
}
