import type { Line } from "gradecheck/{{id}}";

export function fitLine(x: number[], y: number[]): Line {
  const [dx, dy] = [deviations(x), deviations(y)];
  const [xx, xy, yy] = [dot(dx, dx), dot(dx, dy), dot(dy, dy)];
  const slope = xy / xx;
  return { slope, intercept: mean(y) - slope * mean(x), rSquared: xy ** 2 / (xx * yy) };
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const dot = (left: number[], right: number[]): number => left.reduce((sum, value, i) => sum + value * right[i], 0);

function deviations(values: number[]): number[] {
  const centre = mean(values);
  return values.map((value) => value - centre);
}
