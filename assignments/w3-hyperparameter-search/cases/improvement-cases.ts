import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { absent, numberValue } from "../../values/case-value.ts";
import type { RandomState } from "../../values/random-state.ts";
import { drawNumber, drawNumbers, type Range, vectorValue } from "./draw-numbers.ts";

type Scenario = {
  readonly title: string;
  readonly best: Range;
  readonly std: Range;
  /** In what range means lie above best and xi, in standard deviations; one candidate for each. */
  readonly above: readonly Range[];
  /** Candidates whose standard deviation is 0, from 0. */
  readonly certain?: readonly number[];
  /** Left out: undefined is passed. */
  readonly xi?: Range;
};

const usual: readonly Range[] = [
  [0.3, 0.9],
  [-0.9, -0.2],
  [1.2, 2],
  [-2, -1.2],
];

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "4 candidates, xi passed as undefined", best: [1, 1], std: [0.2, 0.9], above: usual },
    { title: "xi is 0", best: [0.5, 0.8], std: [0.2, 0.9], above: usual, xi: [0, 0] },
    {
      title: "2 standard deviations of 0, xi is 0.2",
      best: [1, 1.5],
      std: [0.2, 0.9],
      above: usual,
      certain: [1, 2],
      xi: [0.2, 0.2],
    },
  ],
  hidden: [
    { title: "4 candidates, xi is 0.1", best: [1, 1], std: [0.3, 0.9], above: usual, xi: [0.1, 0.1] },
    { title: "small standard deviations, xi passed as undefined", best: [0.2, 0.9], std: [0.02, 0.06], above: usual },
    {
      title: "far below and far above the best",
      best: [1, 2],
      std: [0.1, 0.3],
      above: [
        [40, 90],
        [-90, -40],
        [0.5, 1],
        [1000, 9000],
        [-9000, -1000],
        [5, 8],
        [-8, -5],
      ],
    },
    {
      title: "standard deviations of 0 above and below the best",
      best: [1, 2],
      std: [0.2, 0.9],
      above: [
        [1, 2],
        [-2, -1],
        [1, 2],
        [-2, -1],
        [0.3, 0.9],
      ],
      certain: [0, 1],
    },
    { title: "a negative best", best: [-3, -2], std: [0.3, 0.9], above: usual, xi: [0.02, 0.05] },
    { title: "a negative best, xi is 0", best: [-30, -20], std: [0.3, 0.9], above: usual, xi: [0, 0] },
    { title: "best is 0", best: [0, 0], std: [0.3, 0.9], above: usual, xi: [0.2, 0.4] },
    {
      title: "70 candidates",
      best: [1, 2],
      std: [0.2, 0.9],
      above: Array.from({ length: 70 }, (): Range => [-2.5, 2.5]),
      xi: [0.05, 0.09],
    },
    {
      title: "large values, a large xi",
      best: [2000, 3000],
      std: [200, 900],
      above: [
        [0.3, 0.9],
        [-0.9, -0.2],
        [1.2, 2],
      ],
      xi: [50, 90],
    },
    { title: "one candidate, xi is 1", best: [2, 3], std: [1.5, 2.5], above: [[0.9, 1.2]], xi: [1, 1] },
  ],
  small: [
    { title: "one candidate, xi is 0", best: [1, 1], std: [0.5, 0.9], above: [[0.3, 0.9]], xi: [0, 0] },
    { title: "one candidate, xi passed as undefined", best: [1, 1], std: [0.02, 0.05], above: [[0.3, 0.9]] },
    {
      title: "one candidate below the best, xi is 0.1",
      best: [1, 1],
      std: [0.5, 0.9],
      above: [[-0.9, -0.2]],
      xi: [0.1, 0.1],
    },
    {
      title: "a standard deviation of 0 above the best",
      best: [1, 1],
      std: [0.5, 0.9],
      above: [
        [1, 2],
        [0.3, 0.9],
      ],
      certain: [0],
      xi: [0, 0],
    },
    { title: "far above the best", best: [1, 1], std: [0.1, 0.2], above: [[40, 90]], xi: [0, 0] },
    {
      title: "far below the best, and near it",
      best: [1, 1],
      std: [0.1, 0.2],
      above: [
        [-90, -40],
        [0.3, 0.9],
      ],
      xi: [0, 0],
    },
    { title: "a negative best", best: [-3, -2], std: [0.5, 0.9], above: [[0.3, 0.9]], xi: [0, 0] },
    { title: "one candidate, xi is 1", best: [2, 3], std: [1.5, 2.5], above: [[0.9, 1.2]], xi: [1, 1] },
  ],
};

/** Cases of `expectedImprovement`. */
export const expectedImprovementCases: CaseGenerator = (random, index, list) => {
  const { title, best: bests, std: stds, above, certain = [], xi: xis } = pickScenario(scenarios, index, list);
  const best = drawNumber(random, bests);
  const xi = xis === undefined ? undefined : drawNumber(random, xis);
  const drawn = drawNumbers(random, above.length, stds);
  const mean = drawMeans(random, above, drawn, best + (xi ?? 0.01));
  const std = drawn.map((value, i) => (certain.includes(i) ? 0 : value));
  return {
    title,
    args: [vectorValue(mean), vectorValue(std), numberValue(best), xi === undefined ? absent : numberValue(xi)],
  };
};

const drawMeans = (random: RandomState, above: readonly Range[], std: readonly number[], from: number): number[] =>
  above.map((range, i) => from + drawNumber(random, range) * (std[i] ?? 0));
