import type { Matrix, Vector } from "gradecheck/{{id}}";

export function solveUpper(U: Matrix, b: Vector): Vector {
  const x: Vector = [];
  // From the last equation to the first: each then holds one unknown that is not known yet.
  for (let i = b.length - 1; i >= 0; i--) {
    let rest = b[i];
    for (let j = i + 1; j < b.length; j++) rest -= U[i][j] * x[j];
    x[i] = rest / U[i][i];
  }
  return x;
}
