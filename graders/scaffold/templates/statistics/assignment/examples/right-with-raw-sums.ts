import type { Line } from "gradecheck/{{id}}";

/** Right in another way: raw sums, and R squared from the residuals. */
export function fitLine(x: number[], y: number[]): Line {
  const n = x.length;
  let [sumX, sumY, sumXX, sumXY] = [0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    sumX += x[i];
    sumY += y[i];
    sumXX += x[i] * x[i];
    sumXY += x[i] * y[i];
  }
  const slope = (n * sumXY - sumX * sumY) / (n * sumXX - sumX ** 2);
  const intercept = (sumY - slope * sumX) / n;
  let [residual, total] = [0, 0];
  for (let i = 0; i < n; i++) {
    residual += (y[i] - intercept - slope * x[i]) ** 2;
    total += (y[i] - sumY / n) ** 2;
  }
  return { rSquared: 1 - residual / total, intercept, slope };
}
