/** A line `y = intercept + slope * x`, and the share of the variation in y that it explains. */
export type Line = { slope: number; intercept: number; rSquared: number };

/** The line of least squares through the points `(x[i], y[i])`; both arrays are [n] and neither is constant. */
export type FitLine = (x: number[], y: number[]) => Line | Promise<Line>;

/** Everything that a submission exports. */
export type Contract = { fitLine: FitLine };
