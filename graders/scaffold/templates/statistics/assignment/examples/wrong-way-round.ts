import type { Line } from "gradecheck/{{id}}";

/** Wrong: the slope is divided by the variation of the wrong quantity. */
export function fitLine(x: number[], y: number[]): Line {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value) / values.length;
  const [centreX, centreY] = [mean(x), mean(y)];
  const xy = mean(x.map((value, i) => (value - centreX) * (y[i] - centreY)));
  const xx = mean(x.map((value) => (value - centreX) ** 2));
  const yy = mean(y.map((value) => (value - centreY) ** 2));
  return { slope: xy / yy, intercept: centreY - (xy / yy) * centreX, rSquared: xy ** 2 / (xx * yy) };
}
