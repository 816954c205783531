import type { Matrix, Vector } from "gradecheck/{{id}}";

/**
 * Solves U x = b by back substitution (README, exercise 1).
 *
 * @param U Upper triangular matrix, [n, n] by rows, without a zero on its diagonal
 * @param b Right-hand side, [n]
 * @returns x, [n]
 */
export function solveUpper(U: Matrix, b: Vector): Vector {
  throw new Error("Not implemented: solveUpper");
}
