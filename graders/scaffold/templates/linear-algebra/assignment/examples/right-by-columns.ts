import type { Matrix, Vector } from "gradecheck/{{id}}";

/** Right in another way: as soon as an unknown is found, its part is taken from all equations above. */
export async function solveUpper(U: Matrix, b: Vector): Promise<Vector> {
  const rest = [...b];
  for (let j = b.length - 1; j >= 0; j--) {
    rest[j] /= U[j][j];
    for (let i = 0; i < j; i++) rest[i] -= U[i][j] * rest[j];
  }
  return rest;
}
