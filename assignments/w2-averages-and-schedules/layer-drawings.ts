import { recordValue } from "../values/case-value.ts";
import { type Layer, type Matrix, mapMatrix, matrixOf, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue } from "../values/value.ts";

/**
 * Weights and biases, or anything of their shapes, of which no number is near zero: whatever happens to one of them is seen.
 * @param layerDims Units per layer, inputs first: n0, n1, …, nL.
 */
export function drawLayers(random: RandomState, layerDims: readonly number[]): Layer[] {
  return layerDims.slice(1).map((units, i) => ({
    W: drawMatrix(random, units, layerDims[i] ?? 1),
    b: drawMatrix(random, units, 1),
  }));
}

/** A function of every number of every layer. @param f Is told the layer's index, from 0. */
export function mapLayers(layers: readonly Layer[], f: (value: number, layer: number) => number): Layer[] {
  return layers.map(({ W, b }, layer) => ({
    W: mapMatrix(W, (value) => f(value, layer)),
    b: mapMatrix(b, (value) => f(value, layer)),
  }));
}

/** `W1, b1, W2, …`, or with the prefix "d" `dW1, db1, dW2, …`. @param options.lastFirst From the last layer to the first. */
export function dictionary(
  prefix: "" | "d",
  layers: readonly Layer[],
  { lastFirst = false }: { readonly lastFirst?: boolean } = {},
): RecordValue {
  const entries = layers.flatMap(({ W, b }, i) => [
    [`${prefix}W${i + 1}`, toTensor(W)] as const,
    [`${prefix}b${i + 1}`, toTensor(b)] as const,
  ]);
  return recordValue(lastFirst ? entries.reverse() : entries);
}

function drawMatrix(random: RandomState, rows: number, columns: number): Matrix {
  const draws = random.randn(rows * columns);
  return matrixOf(rows, columns, (i, j) => awayFromZero(draws[i * columns + j] ?? 0));
}

const awayFromZero = (draw: number): number => 0.8 * draw + (draw < 0 ? -0.3 : 0.3);
