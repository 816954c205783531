import { at, columnOf, combine, float32Matrix, type Matrix, mapMatrix, matrixOf } from "../../values/matrix.ts";
import type { RandomState } from "../../values/random-state.ts";

/** Labels of one batch and what was predicted for it, both [C, m]. */
export type Batch = { readonly A: Matrix; readonly Y: Matrix };

/** Normal draws, rounded to float32. @param scale Their standard deviation. */
export function drawMatrix(random: RandomState, rows: number, columns: number, scale = 1): Matrix {
  return float32Matrix(
    rows,
    columns,
    random.randn(rows * columns).map((draw) => scale * draw),
  );
}

/** Logits [C, m]. Each class has an offset of its own: softmax along the wrong axis must not look right. */
export function drawLogits(random: RandomState, classes: number, m: number, scale = 1): Matrix {
  const offsets = random.randn(classes);
  const drawn = random.randn(classes * m).map((draw, i) => scale * (draw + (offsets[Math.floor(i / m)] ?? 0)));
  return float32Matrix(classes, m, drawn);
}

/** Softmax of each column, computed in float64 and rounded to float32. */
function softmaxOf(Z: Matrix): Matrix {
  const columns = Array.from({ length: Z.columns }, (_, j) => {
    const column = columnOf(Z, j);
    const largest = Math.max(...column);
    const exponentials = column.map((z) => Math.exp(z - largest));
    const sum = exponentials.reduce((total, value) => total + value, 0);
    return exponentials.map((value) => Math.fround(value / sum));
  });
  return matrixOf(Z.rows, Z.columns, (i, j) => columns[j]?.[i] ?? 0);
}

/** One-hot columns; more than one class where there can be. */
export function drawLabels(random: RandomState, classes: number, m: number): Matrix {
  for (;;) {
    const labels = random.randint(0, classes, m);
    if (classes === 1 || m === 1 || new Set(labels).size > 1) return oneHotColumns(labels, classes);
  }
}

/** A 1 in each column, in the row of its label. */
function oneHotColumns(labels: readonly number[], classes: number): Matrix {
  return matrixOf(classes, labels.length, (i, j) => Number(labels[j] === i));
}

/** Of so many parts labels are made that are shares: float32 holds their sums exactly. */
const parts = 16;

/** Labels that are shares: most of a column belongs to one class, the rest to others; of three classes or more, one has none. */
export function drawShares(random: RandomState, classes: number, m: number): Matrix {
  const columns = Array.from({ length: m }, () => {
    const main = random.randint(0, classes, 1)[0] ?? 0;
    const others = random.randint(0, Math.max(1, classes - 2), random.randint(3, 7, 1)[0] ?? 3);
    const spread = others.map((k) => (main + 1 + k) % classes);
    return Array.from({ length: classes }, (_, k) => {
      const own = spread.filter((other) => other === k).length;
      return (k === main ? parts - spread.length : own) / parts;
    });
  });
  return matrixOf(classes, m, (i, j) => columns[j]?.[i] ?? 0);
}

/** Predictions and one-hot labels; see {@link drawPlain}. */
export const drawBatch = (random: RandomState, classes: number, m: number): Batch =>
  drawPlain(random, classes, m, drawLabels);

/** Predictions and labels that are shares; see {@link drawPlain}. */
export const drawShared = (random: RandomState, classes: number, m: number): Batch =>
  drawPlain(random, classes, m, drawShares);

/** How much larger the cost has to be than what a constant of 1e-7 beside the probabilities makes of it. */
const spare = 3e-6 / 1e-7;

/** Predictions none of which is so small that a constant which people add to it before a logarithm would be seen. */
function drawPlain(random: RandomState, classes: number, m: number, draw: typeof drawLabels): Batch {
  for (;;) {
    const A = softmaxOf(drawLogits(random, classes, m));
    const Y = draw(random, classes, m);
    const sum = (of: (label: number, predicted: number) => number): number =>
      combine(Y, A, of).data.reduce((total, value) => total + value, 0);
    const cost = sum((label, predicted) => -label * Math.log(predicted));
    if (classes === 1 || sum((label, predicted) => label / predicted) < spare * cost) return { A, Y };
  }
}

/** Predictions of which half of the columns leave out one false class altogether. */
export function withZeros({ A, Y }: Batch): Batch {
  const left = Array.from({ length: A.columns }, (_, j) => {
    const rest = columnOf(Y, j).indexOf(0);
    return j % 2 === 0 ? rest : -1;
  });
  const kept = mapMatrix(A, (value, i, j) => (left[j] === i ? 0 : value));
  const sums = left.map((_, j) => columnOf(kept, j).reduce((total, value) => total + value, 0));
  return { A: mapMatrix(kept, (value, _, j) => Math.fround(value / (sums[j] ?? 1))), Y };
}

/** Predictions that give the true class of each column almost nothing. @param tiny Its probabilities, column by column. */
export function withTinyTrueClass({ A, Y }: Batch, tiny: readonly number[]): Batch {
  const own = (j: number): number => tiny[j % tiny.length] ?? 0;
  const sums = Array.from({ length: A.columns }, (_, j) =>
    columnOf(A, j).reduce((total, value, i) => total + (at(Y, i, j) === 1 ? 0 : value), 0),
  );
  const share = (value: number, i: number, j: number): number =>
    at(Y, i, j) === 1 ? own(j) : (value / (sums[j] ?? 1)) * (1 - own(j));
  return { A: mapMatrix(A, (value, i, j) => Math.fround(share(value, i, j))), Y };
}
