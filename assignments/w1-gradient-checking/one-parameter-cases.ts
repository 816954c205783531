import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";

/** Lowest and highest value to draw; equal where the value itself matters. */
type Range = readonly [low: number, high: number];

type Line = { readonly title: string; readonly x: Range; readonly theta: Range };

const lines: Scenarios<Line> = {
  visible: [
    { title: "x is 2, theta is 4", x: [2, 2], theta: [4, 4] },
    { title: "a negative theta", x: [1, 9], theta: [-9, -1] },
    { title: "theta is 0", x: [1, 9], theta: [0, 0] },
  ],
  hidden: [
    { title: "a negative x", x: [-9, -1], theta: [2, 9] },
    { title: "both negative", x: [-9, -5], theta: [-4, -2] },
    { title: "x is 0", x: [0, 0], theta: [1, 9] },
    { title: "large numbers", x: [100_000, 900_000], theta: [2000, 9000] },
    { title: "small numbers", x: [0.001, 0.009], theta: [0.01, 0.09] },
    { title: "x between 0 and 1", x: [0.1, 0.9], theta: [3, 9] },
  ],
};

/** Cases of `forwardPropagation` and `backwardPropagation`. */
export const lineCases: CaseGenerator = (random, index, visibility) => {
  const { title, x, theta } = pickScenario(lines, index, visibility);
  return { title, args: [draw(random, x), draw(random, theta)].map(numberValue) };
};

type Check = Line & {
  /** As passed; missing where the argument is left out. */
  readonly epsilon?: number | undefined;
  /**
   * By default the difference is nothing but rounding, and only properties judge. The cost is a line, so that every way
   * to measure its slope gives the same; only where `theta + epsilon` itself is rounded is the difference real. There
   * theta and x are powers of two: everything else is exact, and every right answer is the same to the last digits.
   */
  readonly real?: true;
};

const thirds = "epsilon is half the spacing of the numbers next to theta";

const checks: Scenarios<Check> = {
  visible: [
    { title: "x is 3, theta is 4, default epsilon", x: [3, 3], theta: [4, 4] },
    { title: "negative x and theta, epsilon 0.01", x: [-9, -5], theta: [-4, -1], epsilon: 0.01 },
    {
      title: `${thirds}: theta + epsilon is rounded to theta`,
      x: [4, 4],
      theta: [1, 1],
      epsilon: 2 ** -53,
      real: true,
    },
    {
      title: "theta is so large that the default epsilon is rounded",
      x: [2, 2],
      theta: [2 ** 27, 2 ** 27],
      real: true,
    },
  ],
  hidden: [
    { title: "x is -3, theta is 4, default epsilon", x: [-3, -3], theta: [4, 4] },
    { title: "a large x, epsilon passed as undefined", x: [1e6, 9e6], theta: [2, 8], epsilon: undefined },
    { title: "a small x", x: [0.001, 0.009], theta: [2, 8], epsilon: 1e-6 },
    { title: "theta is 0", x: [2, 9], theta: [0, 0], epsilon: 1e-3 },
    { title: thirds, x: [-0.5, -0.5], theta: [8, 8], epsilon: 2 ** -50, real: true },
    { title: `${thirds}, which is negative`, x: [-8, -8], theta: [-2, -2], epsilon: 2 ** -52, real: true },
    {
      title: "a large theta, epsilon passed as undefined",
      x: [-16, -16],
      theta: [2 ** 26, 2 ** 26],
      epsilon: undefined,
      real: true,
    },
    { title: "a large negative theta, default epsilon", x: [0.25, 0.25], theta: [-(2 ** 28), -(2 ** 28)], real: true },
  ],
};

/** Cases of `gradientCheck`. */
export const gradientCheckCases: CaseGenerator = (random, index, visibility) => {
  const check = pickScenario(checks, index, visibility);
  const args = [draw(random, check.x), draw(random, check.theta)].map(numberValue);
  if ("epsilon" in check) args.push(check.epsilon === undefined ? absent : numberValue(check.epsilon));
  return { title: check.title, args, judgedBy: check.real ? "value" : "properties" };
};

/** Seven decimals, more than float32 keeps of most numbers. */
function draw(random: RandomState, [low, high]: Range): number {
  if (low === high) return low;
  return Math.round((low + random.random() * (high - low)) * 1e7) / 1e7;
}
