import type { Matrix, Vector } from "gradecheck/{{id}}";

/** Wrong: what is known goes to the other side without changing its sign. */
export function solveUpper(U: Matrix, b: Vector): Vector {
  const x = b.map(() => 0);
  for (let i = b.length - 1; i >= 0; i--) {
    const known = x.reduce((sum, value, j) => sum + U[i][j] * value, 0);
    x[i] = (b[i] + known) / U[i][i];
  }
  return x;
}
