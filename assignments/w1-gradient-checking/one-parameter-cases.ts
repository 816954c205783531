import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";
import { isNoise, showsRounding, type Wanted } from "./wanted-draws.ts";

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
    { title: "small numbers", x: [1e-9, 9e-9], theta: [0.01, 0.09] },
    { title: "x between 0 and 1", x: [0.1, 0.9], theta: [3, 9] },
    { title: "numbers of the size of a thousand million", x: [-9e9, -2e9], theta: [2e9, 9e9] },
    { title: "a tiny x and a huge theta", x: [1e-6, 9e-6], theta: [-9e12, -2e12] },
  ],
  small: [
    { title: "a negative x", x: [-4, -1], theta: [1, 4] },
    { title: "both negative", x: [-4, -1], theta: [-4, -1] },
    { title: "x is 0", x: [0, 0], theta: [1, 4] },
    { title: "both 0", x: [0, 0], theta: [0, 0] },
    { title: "x between 0 and 1", x: [0.1, 0.9], theta: [1, 4] },
    { title: "large numbers", x: [10_000, 90_000], theta: [10_000, 90_000] },
    { title: "huge numbers", x: [1e10, 9e10], theta: [1e10, 9e10] },
    { title: "small numbers", x: [1e-7, 9e-7], theta: [1e-3, 9e-3] },
    { title: "a small x and a large theta", x: [1e-4, 9e-4], theta: [-9e6, -1e6] },
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
   * By default the difference is nothing but rounding, which differs from one right answer to the next, and only properties judge. The cost
   * is a line, so that every way to measure its slope gives the same; only where theta is so large that the computer rounds what is near it
   * is the difference one to speak of. What right answers there are then, the reference's alternatives tell.
   */
  readonly isRounded?: true;
};

const checks: Scenarios<Check> = {
  visible: [
    { title: "x is 3, theta is 4, default epsilon", x: [3, 3], theta: [4, 4] },
    { title: "negative x and theta, epsilon 0.01", x: [-9, -5], theta: [-4, -1], epsilon: 0.01 },
    { title: "a negative x, epsilon passed as undefined", x: [-9, -1], theta: [2, 8], epsilon: undefined },
    {
      title: "theta is so large that theta + epsilon is rounded, default epsilon",
      x: [1.05, 1.95],
      theta: [2 ** 29, 2 ** 30 - 1],
      isRounded: true,
    },
  ],
  hidden: [
    {
      title: "large x and theta, default epsilon",
      x: [1.05e9, 1.95e9],
      theta: [2 ** 29, 2 ** 30 - 1],
      isRounded: true,
    },
    { title: "x is -3, theta is 4, default epsilon", x: [-3, -3], theta: [4, 4] },
    { title: "a large x, epsilon passed as undefined", x: [1e6, 9e6], theta: [2, 8], epsilon: undefined },
    { title: "a small x", x: [0.001, 0.009], theta: [2, 8], epsilon: 1e-6 },
    { title: "theta is 0", x: [8, 8], theta: [0, 0], epsilon: 1e-3 },
    { title: "both negative, epsilon 0.002", x: [-9, -2], theta: [-9, -2], epsilon: 0.002 },
    { title: "a large negative x", x: [-9e8, -2e8], theta: [-8, -2], epsilon: 1e-5 },
    { title: "epsilon is larger than theta", x: [0.25, 0.25], theta: [0.0625, 0.0625], epsilon: 0.5 },
    { title: "a negative theta, default epsilon", x: [0.2, 0.9], theta: [-0.9, -0.2] },
    { title: "a tiny x, default epsilon", x: [1e-12, 9e-12], theta: [0.2, 0.9] },
  ],
  small: [
    { title: "a negative x, default epsilon", x: [-4, -1], theta: [1, 4] },
    { title: "both negative, epsilon 0.001", x: [-4, -1], theta: [-4, -1], epsilon: 0.001 },
    { title: "theta is 0, epsilon 0.01", x: [4, 4], theta: [0, 0], epsilon: 0.01 },
    { title: "theta is 0, epsilon passed as undefined", x: [3, 3], theta: [0, 0], epsilon: undefined },
    { title: "epsilon is larger than theta", x: [0.5, 0.5], theta: [0.125, 0.125], epsilon: 1 },
    { title: "a large x", x: [1e5, 9e5], theta: [1, 4], epsilon: 1e-4 },
    { title: "a tiny x", x: [1e-8, 9e-8], theta: [0.2, 0.9], epsilon: 1e-4 },
  ],
};

/** Cases of `gradientCheck`. */
export const gradientCheckCases: CaseGenerator = (random, index, visibility) => {
  const check = pickScenario(checks, index, visibility);
  const { title, x, theta, epsilon = 1e-7, isRounded } = check;
  const isWanted: Wanted = isRounded ? showsRounding : (...drawn) => isNoise(...drawn, epsilon);
  const isFixed = x[0] === x[1] && theta[0] === theta[1];
  let drawn: readonly [x: number, theta: number];
  do {
    const parameter = draw(random, theta);
    drawn = [draw(random, x), isRounded ? Math.round(parameter) : parameter];
  } while (!isFixed && !isWanted(...drawn));
  const args = drawn.map(numberValue);
  if ("epsilon" in check) args.push(check.epsilon === undefined ? absent : numberValue(epsilon));
  return { title, args, judgedBy: isRounded ? "value" : "properties" };
};

/** Thirteen digits, far more than float32 keeps. */
function draw(random: RandomState, [low, high]: Range): number {
  return low === high ? low : Number((low + random.random() * (high - low)).toPrecision(13));
}
