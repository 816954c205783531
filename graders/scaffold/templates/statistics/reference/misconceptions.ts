import type { Line } from "gradecheck/{{id}}";

type Fit = (x: number[], y: number[]) => Line;

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The mean of the products of deviations. */
function covariance(x: number[], y: number[]): number {
  const [centreX, centreY] = [mean(x), mean(y)];
  return mean(x.map((value, i) => (value - centreX) * (y[i] - centreY)));
}

/** The right line and R squared, of which one is then changed. */
const variant =
  (change: (line: Line, x: number[], y: number[]) => Partial<Line>): Fit =>
  (x, y) => {
    const slope = covariance(x, y) / covariance(x, x);
    const rSquared = (slope * covariance(x, y)) / covariance(y, y);
    const line = { slope, intercept: mean(y) - slope * mean(x), rSquared };
    return { ...line, ...change(line, x, y) };
  };

/** The right intercept and R squared, for a wrong slope. */
const withSlope = (slopeOf: (x: number[], y: number[]) => number): Fit =>
  variant((_line, x, y) => ({ slope: slopeOf(x, y), intercept: mean(y) - slopeOf(x, y) * mean(x) }));

/** What students write instead, and what to tell them. The explanation must not give the answer away. */
export const misconceptions = [
  {
    id: "line-of-x-on-y",
    exercise: "fitLine",
    name: "The slope is divided by the variation of y.",
    explanation:
      "Stretch x to twice its length: the line gets flatter. Which of the two variations must the slope be divided by?",
    implementation: withSlope((x, y) => covariance(x, y) / covariance(y, y)),
  },
  {
    id: "line-mixed-divisors",
    exercise: "fitLine",
    name: "The covariance is divided by n - 1, and the variance by n.",
    explanation:
      "Either divisor does, as long as it is the same above and below. Compare what your two sums are divided by.",
    implementation: withSlope((x, y) => ((covariance(x, y) / covariance(x, x)) * x.length) / (x.length - 1)),
  },
  {
    id: "line-intercept-sign",
    exercise: "fitLine",
    name: "The slope times the mean of x is added to the mean of y.",
    explanation: "The line passes through the point of both means. Put that point into the equation of the line.",
    implementation: variant(({ slope }, x, y) => ({ intercept: mean(y) + slope * mean(x) })),
  },
  {
    id: "line-correlation",
    exercise: "fitLine",
    name: "The correlation is returned, not its square.",
    explanation: "A share of the variation is never negative. Look at the name of what is asked for.",
    implementation: variant(({ slope, rSquared }) => ({ rSquared: Math.sign(slope) * Math.sqrt(rSquared) })),
  },
  {
    id: "line-unexplained-share",
    exercise: "fitLine",
    name: "The share that the line leaves unexplained is returned.",
    explanation: "Points exactly on a line are explained completely. What does yours give for them?",
    implementation: variant(({ rSquared }) => ({ rSquared: 1 - rSquared })),
  },
];
