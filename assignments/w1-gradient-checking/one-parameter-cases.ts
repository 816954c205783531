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
    { title: "numbers of the size of a thousand million", x: [-9e9, -2e9], theta: [2e9, 9e9] },
    { title: "a tiny x and a huge theta", x: [1e-6, 9e-6], theta: [-9e12, -2e12] },
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
      title: "a large theta, default epsilon",
      x: [1.05, 1.95],
      theta: [2 ** 29, 2 ** 30 - 1],
      isRounded: true,
    },
    { title: "x is -3, theta is 4, default epsilon", x: [-3, -3], theta: [4, 4] },
    { title: "a large x, epsilon passed as undefined", x: [1e6, 9e6], theta: [2, 8], epsilon: undefined },
    { title: "a small x", x: [0.001, 0.009], theta: [2, 8], epsilon: 1e-6 },
    { title: "theta is 0", x: [2, 9], theta: [0, 0], epsilon: 1e-3 },
    { title: "both negative, epsilon 0.5", x: [-9, -2], theta: [-9, -2], epsilon: 0.5 },
    { title: "a large negative x", x: [-9e8, -2e8], theta: [-8, -2], epsilon: 1e-5 },
    { title: "epsilon is larger than theta", x: [0.2, 0.9], theta: [0.01, 0.09], epsilon: 3 },
  ],
};

/** Cases of `gradientCheck`. */
export const gradientCheckCases: CaseGenerator = (random, index, visibility) => {
  const check = pickScenario(checks, index, visibility);
  const args = (check.isRounded ? drawRounded(random, check) : [draw(random, check.x), draw(random, check.theta)]).map(
    numberValue,
  );
  if ("epsilon" in check) args.push(check.epsilon === undefined ? absent : numberValue(check.epsilon));
  return { title: check.title, args, judgedBy: check.isRounded ? "value" : "properties" };
};

/** Seven decimals, more than float32 keeps of most numbers. */
function draw(random: RandomState, [low, high]: Range): number {
  if (low === high) return low;
  return Math.round((low + random.random() * (high - low)) * 1e7) / 1e7;
}

/**
 * Draws x and theta until rounding shows, and shows alike whatever is drawn, both there and at the changes that the manifest's `variations`
 * make of the case: so the marks for a mistake do not depend on the draw.
 */
function drawRounded(random: RandomState, { x, theta }: Line): [x: number, theta: number] {
  for (;;) {
    const [input, parameter] = [draw(random, x), Math.round(draw(random, theta))];
    const places = [
      [input, parameter],
      [input * 1e-9, parameter],
      [input, parameter / 2],
    ] as const;
    const differences = places.map((place) => differencesAt(...place, 1e-7));
    const small = differencesAt(input, parameter, 1);
    const apart = differences.map(({ right: [first = 0] }) => first);
    if (differences.every(isTelling) && isSpread(apart) && isSmall(small)) return [input, parameter];
  }
}

/** What right and wrong ways to measure the slope say of the right derivative. */
type Differences = { readonly right: readonly number[]; readonly wrong: readonly number[] };

function differencesAt(x: number, theta: number, epsilon: number): Differences {
  const [left, right] = [theta - epsilon, theta + epsilon];
  const [below, here, above] = [left * x, theta * x, right * x];
  const difference = (slope: number): number => Math.abs(x - slope) / (Math.abs(x) + Math.abs(slope));
  return {
    right: [
      (above - below) / (2 * epsilon),
      (above - below) / (right - left),
      above / (2 * epsilon) - below / (2 * epsilon),
    ].map(difference),
    wrong: [
      (above - here) / epsilon,
      (here - below) / epsilon,
      (above - here) / (right - theta),
      (here - below) / (theta - left),
      ...[10 * epsilon, epsilon / 10].map((other) => ((theta + other) * x - (theta - other) * x) / (2 * other)),
    ].map(difference),
  };
}

/** Far more than the tolerance. */
const clear = 2e-3;

/** No right answer is nearly 0 or 1, and no wrong one nearly right. */
const isTelling = ({ right, wrong }: Differences): boolean =>
  right.every((one) => one > clear && one < 0.9 && wrong.every((other) => Math.abs(one - other) > clear));

/** Below what counts as right, far above 0, and another one at a tenth of epsilon. */
const isSmall = ({ right, wrong }: Differences): boolean =>
  right.every((one) => one > 4e-9 && one < 9e-8 && Math.abs(one - (wrong.at(-1) ?? 0)) > 1e-9);

const isSpread = (numbers: readonly number[]): boolean =>
  numbers.every((one, i) => numbers.every((other, j) => i === j || Math.abs(one - other) > clear));
