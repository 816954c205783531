import { tensorValue } from "../values/case-value.ts";
import type { TensorValue } from "../values/value.ts";

/** A matrix in float64, row-major. */
export type Matrix = { readonly rows: number; readonly columns: number; readonly data: Float64Array };

/** A matrix made element by element. */
export function matrixOf(rows: number, columns: number, element: (row: number, column: number) => number): Matrix {
  const data = Float64Array.from({ length: rows * columns }, (_, i) => element(Math.floor(i / columns), i % columns));
  return { rows, columns, data };
}

/** The matrix in a tensor of rank 2; its shape is [0, 0] where the tensor is missing or of another rank. */
export function fromTensor(tensor: TensorValue | undefined): Matrix {
  const [rows = 0, columns = 0, ...more] = tensor?.shape ?? [];
  if (tensor === undefined || more.length > 0 || tensor.shape.length < 2) return matrixOf(0, 0, () => 0);
  return { rows, columns, data: Float64Array.from(tensor.data) };
}

/** The matrix as a float32 tensor. */
export function toTensor({ rows, columns, data }: Matrix): TensorValue {
  return tensorValue([rows, columns], data);
}

/** A matrix of zeros and ones as a tensor of dtype bool. */
export function toMask({ rows, columns, data }: Matrix): TensorValue {
  return { kind: "tensor", dtype: "bool", shape: [rows, columns], data: Uint8Array.from(data), variable: false };
}

/** The element in a row and column; 0 outside. */
export function at({ columns, data }: Matrix, row: number, column: number): number {
  return data[row * columns + column] ?? 0;
}

/** `W A + b`, the biases added to every column. */
export function affine(W: Matrix, A: Matrix, b: Matrix): Matrix {
  return matrixOf(W.rows, A.columns, (i, j) => {
    let sum = at(b, i, 0);
    for (let k = 0; k < W.columns; k++) sum += at(W, i, k) * at(A, k, j);
    return sum;
  });
}

/** A function of every element. */
export function mapMatrix(matrix: Matrix, f: (value: number, row: number, column: number) => number): Matrix {
  return matrixOf(matrix.rows, matrix.columns, (i, j) => f(at(matrix, i, j), i, j));
}

/** Whether two matrices have the same shape. */
export function sameShape(left: Matrix, right: Matrix): boolean {
  return left.rows === right.rows && left.columns === right.columns;
}
