import type { Line } from "gradecheck/{{id}}";

/**
 * Fits a line to points by least squares (README, exercise 1).
 *
 * @param x What the line depends on, [n], not constant
 * @param y What was measured, [n], not constant
 * @returns `{ slope, intercept, rSquared }`
 */
export function fitLine(x: number[], y: number[]): Line {
  throw new Error("Not implemented: fitLine");
}
