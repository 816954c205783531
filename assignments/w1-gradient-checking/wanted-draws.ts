// Which x and theta a case of `gradientCheck` may have, so that the marks for a mistake do not depend on the draw.

/** Whether a case may have these. */
export type Wanted = (x: number, theta: number) => boolean;

/** What right and wrong ways to measure the slope say of the right derivative. */
type Differences = {
  readonly right: readonly number[];
  readonly wrong: readonly number[];
  /** Whether the reference measures a slope that is too large: the difference is negative, were its sign kept. */
  readonly isAbove: boolean;
};

const difference = (x: number, slope: number): number => (x - slope) / (Math.abs(x) + Math.abs(slope));

function differencesAt(x: number, theta: number, epsilon: number): Differences {
  const [left, right] = [theta - epsilon, theta + epsilon];
  const [below, here, above] = [left * x, theta * x, right * x];
  const size = (slope: number): number => Math.abs(difference(x, slope));
  return {
    isAbove: difference(x, (above - below) / (2 * epsilon)) < 0,
    right: [
      (above - below) / (2 * epsilon),
      (above - below) / (right - left),
      above / (2 * epsilon) - below / (2 * epsilon),
    ].map(size),
    wrong: [
      (above - here) / epsilon,
      (here - below) / epsilon,
      (above - here) / (right - theta),
      (here - below) / (theta - left),
      ...[10 * epsilon, epsilon / 10].map((other) => ((theta + other) * x - (theta - other) * x) / (2 * other)),
    ].map(size),
  };
}

/** Far more than the tolerance. */
const clear = 1e-3;

const isApart = (numbers: readonly number[], least: number): boolean =>
  numbers.every((one, i) => numbers.every((other, j) => i === j || Math.abs(one - other) > least));

/** No right answer is nearly 0 or 1, and no wrong one nearly right. */
const isTelling = ({ right, wrong }: Differences): boolean =>
  right.every((one) => one > clear && one < 0.9 && isFar(one, wrong, clear));

const isFar = (one: number, others: readonly number[], least: number): boolean =>
  others.every((other) => Math.abs(one - other) > least);

/** Below what counts as right, and far above 0. */
const isSmall = ({ right, wrong }: Differences): boolean =>
  right.every((one) => one > 3e-10 && one < 9e-8 && isFar(one, wrong, one / 100));

/** Whether rounding shows, both there and at the changes that the manifest's `variations` make of the case. */
export const showsRounding: Wanted = (x, theta) => {
  const differences = [
    differencesAt(x, theta, 1e-7),
    differencesAt(x, theta, 3e-7),
    differencesAt(x * 1e-18, theta, 1e-7),
    differencesAt(x, theta / 2, 1e-7),
  ];
  const firsts = differences.map(({ right: [first = 0] }) => first);
  const small = differencesAt(x, theta, 16);
  const areAbove = [...differences, small].every(({ isAbove }) => isAbove);
  return areAbove && differences.every(isTelling) && isApart(firsts, clear) && isSmall(small);
};

/** Whether the difference is noise and, were its sign kept, negative; in float32 it is no longer noise. */
export function isNoise(x: number, theta: number, epsilon: number): boolean {
  const [above, below] = [(theta + epsilon) * x, (theta - epsilon) * x];
  const signed = difference(x, (above - below) / (2 * epsilon));
  const rounded = Math.fround(Math.fround(above) - Math.fround(below)) / (2 * epsilon);
  return signed < 0 && signed > -1e-8 && Math.abs(difference(x, rounded)) > 1e-6;
}
