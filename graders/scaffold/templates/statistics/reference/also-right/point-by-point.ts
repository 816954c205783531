import type { Line } from "gradecheck/{{id}}";

/** Means and products of deviations are kept up to date with every point. */
export async function fitLine(x: number[], y: number[]): Promise<Line> {
  let [meanX, meanY, xx, xy, yy] = [0, 0, 0, 0, 0];
  x.forEach((value, i) => {
    const [apartX, apartY] = [value - meanX, y[i] - meanY];
    meanX += apartX / (i + 1);
    meanY += apartY / (i + 1);
    xx += apartX * (value - meanX);
    xy += apartX * (y[i] - meanY);
    yy += apartY * (y[i] - meanY);
  });
  const slope = xy / xx;
  return { rSquared: (slope * xy) / yy, slope, intercept: meanY - slope * meanX };
}
