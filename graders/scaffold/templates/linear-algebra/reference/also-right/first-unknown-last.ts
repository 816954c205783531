import type { Matrix, Vector } from "gradecheck/{{id}}";

/** The equations without the first, then the first one. */
export function solveUpper(U: Matrix, b: Vector): Vector {
  if (b.length === 0) return [];
  const [[diagonal, ...others], ...below] = U;
  const known = solveUpper(
    below.map((row) => row.slice(1)),
    b.slice(1),
  );
  return [others.reduceRight((rest, value, j) => rest - value * known[j], b[0]) / diagonal, ...known];
}
