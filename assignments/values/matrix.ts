import { memberOf, tensorValue } from "./case-value.ts";
import type { TensorValue, Value } from "./value.ts";

/** A matrix in float64, row-major: what cases and properties compute with. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

/** Weights [n, n_prev] and biases [n, 1] of one layer, or anything of their shapes. */
export type Layer = { readonly W: Matrix; readonly b: Matrix };

/** A matrix made element by element. */
export function matrixOf(rows: number, columns: number, element: (row: number, column: number) => number): Matrix {
  const data = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) data[i * columns + j] = element(i, j);
  return { rows, columns, data };
}

/**
 * A matrix of numbers that are rounded to float32, as they arrive in a tensor.
 * @param data Row-major.
 * @throws RangeError where the number of elements does not fit.
 */
export function float32Matrix(rows: number, columns: number, data: ArrayLike<number>): Matrix {
  if (data.length !== rows * columns) {
    throw new RangeError(
      `Cannot make a matrix: data has ${data.length} elements, [${rows}, ${columns}] needs ${rows * columns}`,
    );
  }
  return { rows, columns, data: new Float64Array(new Float32Array(data)) };
}

/** The matrix in a tensor of two dimensions; undefined for anything else. */
export function readMatrix(value: Value | undefined): Matrix | undefined {
  if (value?.kind !== "tensor" || value.shape.length !== 2) return undefined;
  const [rows = 0, columns = 0] = value.shape;
  return { rows, columns, data: new Float64Array(value.data) };
}

/** The matrix in the tensor under a key of a record; of shape [0, 0] where there is none. */
export function matrixAt(record: Value | undefined, key: string): Matrix {
  return readMatrix(memberOf(record, key)) ?? matrixOf(0, 0, () => 0);
}

/** The matrix as a float32 tensor. */
export function toTensor({ rows, columns, data }: Matrix): TensorValue {
  return tensorValue([rows, columns], data);
}

/** The element in a row and column; 0 outside. */
export function at({ columns, data }: Matrix, row: number, column: number): number {
  return data[row * columns + column] ?? 0;
}

/** A function of every element. */
export function mapMatrix(matrix: Matrix, f: (value: number, row: number, column: number) => number): Matrix {
  return matrixOf(matrix.rows, matrix.columns, (i, j) => f(at(matrix, i, j), i, j));
}

/** A function of each element and the one at the same place of a second matrix. */
export function combine(left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix {
  return { ...left, data: left.data.map((value, i) => f(value, right.data[i] ?? 0)) };
}

/** The product of [n, k] and [k, m]. Each element is summed up in the order of k. */
export function multiply(left: Matrix, right: Matrix): Matrix {
  const { columns } = right;
  const [a, b, inner] = [left.data, right.data, left.columns];
  const data = new Float64Array(left.rows * columns);
  for (let i = 0; i < left.rows; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = 0;
      for (let k = 0, at = i * inner, from = j; k < inner; k++, at++, from += columns) {
        sum += (a[at] as number) * (b[from] as number);
      }
      data[i * columns + j] = sum;
    }
  }
  return { rows: left.rows, columns, data };
}

/** Rows for columns. */
export function transpose(matrix: Matrix): Matrix {
  return matrixOf(matrix.columns, matrix.rows, (i, j) => at(matrix, j, i));
}

/** A column added to each column. */
export function addColumn(matrix: Matrix, column: Matrix): Matrix {
  return mapMatrix(matrix, (value, i) => value + at(column, i, 0));
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

/** Whether two matrices have the same shape. */
export function sameShape(left: Matrix, right: Matrix): boolean {
  return left.rows === right.rows && left.columns === right.columns;
}
