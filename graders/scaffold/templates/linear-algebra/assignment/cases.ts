/** What gradecheck passes to a generator: seeded for this case alone, so that a case stays the same when others are added. */
type Random = { readonly randn: (count: number) => Float64Array };

/** A nested array of numbers: `[n]` for a vector, `[rows, columns]` for a matrix, row by row. */
type ArrayValue = { readonly kind: "array"; readonly shape: readonly number[]; readonly data: Float64Array };

/** What the cases are about. The first are the ones that one checks by hand. */
const sizes = { visible: [2, 3, 4], hidden: [4, 1, 2, 5, 8, 70] };

export const generators = {
  solveUpper: (random: Random, index: number, visibility: "visible" | "hidden") => {
    const n = sizes[visibility][index % sizes[visibility].length];
    return { title: n === 1 ? "1 equation" : `${n} equations`, args: [upperMatrix(random, n), vector(random, n)] };
  },
};

/**
 * Its diagonal stays away from 0, and the more there is beside it, the smaller it is: otherwise rounding would decide the last digits, and
 * with them who passes.
 */
function upperMatrix(random: Random, n: number): ArrayValue {
  const data = random.randn(n * n).map((value, k) => {
    const [row, column] = [Math.floor(k / n), k % n];
    if (row > column) return 0;
    return row === column ? 1.5 + Math.abs(value) : value / Math.sqrt(n);
  });
  return { kind: "array", shape: [n, n], data };
}

const vector = (random: Random, n: number): ArrayValue => ({ kind: "array", shape: [n], data: random.randn(n) });
