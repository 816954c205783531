import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { numberValue } from "../../values/case-value.ts";
import { nextDrawFrom, RandomState } from "../../values/random-state.ts";
import { drawNumber, type Range } from "./draw-numbers.ts";

type Scenario = {
  readonly title: string;
  readonly low: Range;
  /** Left out: equal to `low`. */
  readonly high?: Range;
  readonly n: number;
};

const logUniform: Scenarios<Scenario> = {
  visible: [
    { title: "4 learning rates from 0.0001 to 1", low: [1e-4, 1e-4], high: [1, 1], n: 4 },
    { title: "one value, from 1 to 1000", low: [1, 1], high: [1000, 1000], n: 1 },
    { title: "low equals high", low: [0.001, 0.1], n: 2 },
  ],
  hidden: [
    { title: "3 values, from a few to hundreds", low: [2, 9], high: [200, 900], n: 3 },
    { title: "6 values over 6 powers of ten", low: [1e-6, 2e-6], high: [0.5, 1], n: 6 },
    { title: "within one power of ten", low: [0.2, 0.25], high: [0.7, 0.9], n: 4 },
    { title: "70 values", low: [1e-4, 9e-4], high: [0.1, 0.9], n: 70 },
    { title: "large bounds", low: [1e4, 9e4], high: [1e6, 9e6], n: 3 },
    { title: "tiny bounds", low: [1e-11, 9e-11], high: [1e-8, 9e-8], n: 3 },
    { title: "low equals high, 4 values", low: [20, 90], n: 4 },
    { title: "one value, low below 1 and high above", low: [0.01, 0.09], high: [20, 90], n: 1 },
  ],
  small: [
    { title: "one value", low: [0.01, 0.09], high: [2, 9], n: 1 },
    { title: "2 values", low: [0.01, 0.09], high: [0.2, 0.9], n: 2 },
    { title: "one value, both bounds above 1", low: [2, 9], high: [20, 90], n: 1 },
    { title: "one value, low equals high", low: [2, 9], n: 1 },
    { title: "one value, tiny bounds", low: [1e-10, 9e-10], high: [1e-8, 9e-8], n: 1 },
    { title: "one value, large bounds", low: [1000, 9000], high: [1e5, 9e5], n: 1 },
    { title: "65 values", low: [0.01, 0.09], high: [2, 9], n: 65 },
  ],
};

const beta: Scenarios<Scenario> = {
  visible: [
    { title: "4 values from 0.9 to 0.999", low: [0.9, 0.9], high: [0.999, 0.999], n: 4 },
    { title: "one value, from 0.5 to 0.99", low: [0.5, 0.5], high: [0.99, 0.99], n: 1 },
    { title: "low equals high", low: [0.8, 0.95], n: 2 },
  ],
  hidden: [
    { title: "3 values, low near 0.9", low: [0.85, 0.93], high: [0.99, 0.998], n: 3 },
    { title: "low is 0", low: [0, 0], high: [0.9, 0.99], n: 4 },
    { title: "a wide range", low: [0.1, 0.3], high: [0.9999, 0.99999], n: 6 },
    { title: "70 values", low: [0.5, 0.8], high: [0.99, 0.999], n: 70 },
    { title: "low equals high, 4 values", low: [0.3, 0.6], n: 4 },
    { title: "one value", low: [0.4, 0.6], high: [0.97, 0.999], n: 1 },
    { title: "both bounds below a half", low: [0.0005, 0.05], high: [0.3, 0.45], n: 4 },
    { title: "low is negative, high is 0", low: [-0.9, -0.5], high: [0, 0], n: 3 },
  ],
  small: [
    { title: "one value", low: [0.85, 0.93], high: [0.99, 0.998], n: 1 },
    { title: "2 values", low: [0.5, 0.7], high: [0.97, 0.99], n: 2 },
    { title: "one value, low is 0", low: [0, 0], high: [0.9, 0.99], n: 1 },
    { title: "one value, low equals high", low: [0.3, 0.9], n: 1 },
    { title: "one value, both bounds below a half", low: [0.0005, 0.05], high: [0.3, 0.45], n: 1 },
    { title: "one value, low is negative", low: [-0.9, -0.5], high: [0, 0], n: 1 },
    { title: "65 values", low: [0.5, 0.8], high: [0.99, 0.999], n: 65 },
  ],
};

const casesOf =
  (scenarios: Scenarios<Scenario>): CaseGenerator =>
  (random, index, list) => {
    const { title, low, high, n } = pickScenario(scenarios, index, list);
    const lowest = drawNumber(random, low);
    const bounds = [lowest, high === undefined ? lowest : drawNumber(random, high), n].map(numberValue);
    return { title, args: [...bounds, { kind: "rng", seed: drawTellingSeed(random, n) }] };
  };

/**
 * A seed of draws that are neither rising nor falling, where there are three or more; and what is drawn next tells them from one draw, and
 * from normal ones.
 */
function drawTellingSeed(random: RandomState, n: number): number {
  for (;;) {
    const [seed = 0] = random.randint(0, 2 ** 32, 1);
    const draws = new RandomState(seed).rand(n);
    const rises = draws.slice(1).map((draw, i) => Number(draw > (draws[i] ?? 0)));
    const isSorted = n > 2 && !(rises.includes(0) && rises.includes(1));
    const next = nextAfter(seed, (again) => again.rand(n));
    const isAlike = next === nextAfter(seed, (again) => again.randn(n));
    if (!isSorted && !isAlike && (n === 1 || next !== nextAfter(seed, (again) => again.rand(1)))) return seed;
  }
}

function nextAfter(seed: number, draw: (again: RandomState) => void): number {
  const again = new RandomState(seed);
  draw(again);
  return nextDrawFrom(again);
}

/** Cases of `sampleLogUniform`. */
export const sampleLogUniformCases: CaseGenerator = casesOf(logUniform);

/** Cases of `sampleBeta`. */
export const sampleBetaCases: CaseGenerator = casesOf(beta);
