/** A vector: plain numbers, float64. */
export type Vector = number[];

/** A matrix by rows, float64. */
export type Matrix = number[][];

/** The `x` [n] with `U x = b`, where `U` [n, n] is upper triangular and has no zero on its diagonal, and `b` is [n]. */
export type SolveUpper = (U: Matrix, b: Vector) => Vector | Promise<Vector>;

/** Everything that a submission exports. */
export type Contract = { solveUpper: SolveUpper };
