import type { Matrix, Vector } from "gradecheck/{{id}}";

type Solve = (U: Matrix, b: Vector) => Vector;

/** Back substitution in which one thing is different. */
const variant =
  (
    unknown: (row: Vector, i: number, right: number, known: number) => number,
    seen = (x: Vector, _b: Vector) => x,
  ): Solve =>
  (U, b) => {
    const x = b.map(() => 0);
    for (let i = b.length - 1; i >= 0; i--) {
      const values = seen(x, b);
      let known = 0;
      for (let j = i + 1; j < b.length; j++) known += U[i][j] * values[j];
      x[i] = unknown(U[i], i, b[i], known);
    }
    return x;
  };

/** What students write instead, and what to tell them. The explanation must not give the answer away. */
export const misconceptions = [
  {
    id: "upper-not-divided",
    exercise: "solveUpper",
    name: "Nothing is divided by the diagonal.",
    explanation:
      "What is left of an equation is a multiple of the unknown, not the unknown itself. Which number stands before it?",
    implementation: variant((_row, _i, right, known) => right - known),
  },
  {
    id: "upper-divided-first",
    exercise: "solveUpper",
    name: "Only the right-hand side is divided by the diagonal.",
    explanation: "Both sides of an equation are divided, and what was brought to the right is part of that side.",
    implementation: variant((row, i, right, known) => right / row[i] - known),
  },
  {
    id: "upper-diagonal-only",
    exercise: "solveUpper",
    name: "The numbers above the diagonal play no part.",
    explanation:
      "Each equation holds its own unknown and all later ones. With the diagonal alone, every system would come apart.",
    implementation: variant((row, i, right) => right / row[i]),
  },
  {
    id: "upper-added",
    exercise: "solveUpper",
    name: "What is known is added to the right-hand side.",
    explanation: "What is brought from one side of an equation to the other changes its sign.",
    implementation: variant((row, i, right, known) => (right + known) / row[i]),
  },
  {
    id: "upper-right-side-as-unknowns",
    exercise: "solveUpper",
    name: "The right-hand side stands in for the unknowns that are found already.",
    explanation:
      "An equation holds unknowns, and those below have a value by now. Look at which array the inner loop reads.",
    implementation: variant(
      (row, i, right, known) => (right - known) / row[i],
      (_x, b) => b,
    ),
  },
  {
    id: "upper-overwrites-input",
    exercise: "solveUpper",
    name: "The solution is written into b.",
    explanation:
      "The numbers are right, but b belongs to the caller, who may need it again. Work on an array of your own.",
    implementation: (U: Matrix, b: Vector): Vector => {
      for (let i = b.length - 1; i >= 0; i--) {
        for (let j = i + 1; j < b.length; j++) b[i] -= U[i][j] * b[j];
        b[i] /= U[i][i];
      }
      return b;
    },
  },
];
