/** A matrix in float64, row-major. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

/**
 * A matrix of numbers that are rounded to float32, as they arrive in a tensor.
 * @throws RangeError where the number of elements does not fit.
 */
export function matrixOf(rows: number, columns: number, data: ArrayLike<number>): Matrix {
  if (data.length !== rows * columns) {
    throw new RangeError(
      `Cannot make a matrix: data has ${data.length} elements, [${rows}, ${columns}] needs ${rows * columns}`,
    );
  }
  return { rows, columns, data: new Float64Array(new Float32Array(data)) };
}

/** The product of [n, k] and [k, m]. */
export function multiply(left: Matrix, right: Matrix): Matrix {
  const { columns } = right;
  const data = new Float64Array(left.rows * columns);
  for (let i = 0; i < left.rows; i++) {
    for (let k = 0; k < left.columns; k++) {
      const factor = left.data[i * left.columns + k] ?? 0;
      for (let j = 0; j < columns; j++) {
        data[i * columns + j] = (data[i * columns + j] ?? 0) + factor * (right.data[k * columns + j] ?? 0);
      }
    }
  }
  return { rows: left.rows, columns, data };
}

/** Rows for columns. */
export function transpose({ rows, columns, data }: Matrix): Matrix {
  const turned = Float64Array.from(data, (_, i) => data[(i % rows) * columns + Math.floor(i / rows)] ?? 0);
  return { rows: columns, columns: rows, data: turned };
}

/** A function of each element and the one at the same place of a second matrix. */
export function combine(left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix {
  return { ...left, data: left.data.map((value, i) => f(value, right.data[i] ?? 0)) };
}

/** A column added to each column. */
export function addColumn(matrix: Matrix, column: Matrix): Matrix {
  const data = matrix.data.map((value, i) => value + (column.data[Math.floor(i / matrix.columns)] ?? 0));
  return { ...matrix, data };
}

/** The sum of the columns, [rows, 1]. */
export function sumColumns(matrix: Matrix): Matrix {
  const data = new Float64Array(matrix.rows);
  for (const [i, value] of matrix.data.entries()) {
    const row = Math.floor(i / matrix.columns);
    data[row] = (data[row] ?? 0) + value;
  }
  return { rows: matrix.rows, columns: 1, data };
}

/** One column, as a list. */
export function columnOf({ rows, columns, data }: Matrix, j: number): number[] {
  return Array.from({ length: rows }, (_, i) => data[i * columns + j] ?? Number.NaN);
}

/** The row of the largest element of each column; the first of equals. */
export function largestRows(matrix: Matrix): number[] {
  return Array.from({ length: matrix.columns }, (_, j) => {
    const column = columnOf(matrix, j);
    return column.indexOf(Math.max(...column));
  });
}
