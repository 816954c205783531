import { at, type Matrix, mapMatrix, matrixOf, sumColumns } from "../values/matrix.ts";

/** Rows that are normalized, and with what. */
export type Normalized = {
  /** [n, m] */
  readonly ZNorm: Matrix;
  /** Means of the rows, [n, 1]. */
  readonly mu: Matrix;
  /** Variances of the rows with 1/m, [n, 1]. */
  readonly sigma2: Matrix;
};

/** Each row minus its mean, divided by the root of its variance plus epsilon, in float64. @param Z [n, m] */
export function normalizeRows(Z: Matrix, epsilon: number): Normalized {
  const mu = meanOfRows(Z);
  const centered = mapMatrix(Z, (value, i) => value - at(mu, i, 0));
  const sigma2 = meanOfRows(mapMatrix(centered, (value) => value * value));
  const ZNorm = mapMatrix(centered, (value, i) => value / Math.sqrt(at(sigma2, i, 0) + epsilon));
  return { ZNorm, mu, sigma2 };
}

/** `gamma * ZNorm + beta`, row by row. @param gamma and beta are [n, 1]. */
export function scaleAndShift(ZNorm: Matrix, gamma: Matrix, beta: Matrix): Matrix {
  return mapMatrix(ZNorm, (value, i) => at(gamma, i, 0) * value + at(beta, i, 0));
}

/** The mean of each row, [n, 1]. */
export function meanOfRows(matrix: Matrix): Matrix {
  return mapMatrix(sumColumns(matrix), (sum) => sum / matrix.columns);
}

/**
 * The way back through {@link normalizeRows} and {@link scaleAndShift} in float64: the gradient with respect to Z.
 * @see Ioffe & Szegedy 2015, Batch Normalization, section 3, with the sums drawn together
 */
export function gradientOfRows(dZTilde: Matrix, { ZNorm, sigma2 }: Normalized, gamma: Matrix, epsilon: number): Matrix {
  const mean = meanOfRows(dZTilde);
  const along = meanOfRows(matrixOf(ZNorm.rows, ZNorm.columns, (i, j) => at(dZTilde, i, j) * at(ZNorm, i, j)));
  return mapMatrix(dZTilde, (value, i, j) => {
    const rest = value - at(mean, i, 0) - at(ZNorm, i, j) * at(along, i, 0);
    return (at(gamma, i, 0) / Math.sqrt(at(sigma2, i, 0) + epsilon)) * rest;
  });
}
