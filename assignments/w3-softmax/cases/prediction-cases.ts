import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import {
  addColumn,
  at,
  columnOf,
  type Matrix,
  mapMatrix,
  matrixOf,
  multiply,
  toTensor,
  transpose,
} from "../../values/matrix.ts";
import type { RandomState } from "../../values/random-state.ts";

type Model = { readonly X: Matrix; readonly W: Matrix; readonly b: Matrix };
type Scenario = { readonly title: string; readonly model: (random: RandomState) => Model };

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "3 classes, 6 examples", model: (random) => drawClear(random, 3, 2, 6) },
    { title: "one example", model: (random) => drawClear(random, 4, 3, 1) },
    { title: "two classes share the largest score", model: () => visibleTies() },
  ],
  hidden: [
    { title: "5 classes, 20 examples", model: (random) => drawClear(random, 5, 3, 20) },
    { title: "all scores equal", model: (random) => zeroed(drawClear(random, 4, 2, 3)) },
    { title: "some of the largest scores equal", model: (random) => drawTies(random, 5, 3, 9) },
    { title: "all scores negative", model: (random) => lowered(drawClear(random, 4, 2, 6)) },
    { title: "one class", model: (random) => drawClear(random, 1, 3, 4) },
    { title: "one example of 6 classes", model: (random) => drawClear(random, 6, 2, 1) },
    { title: "as many classes and features as examples", model: (random) => drawClear(random, 4, 4, 4) },
    { title: "scores of thousands", model: (random) => drawClear(random, 4, 3, 7, 64) },
    { title: "the biases decide", model: (random) => drawBiased(random, 4, 2, 5) },
    { title: "70 features, 90 examples", model: (random) => drawClear(random, 8, 70, 90, 0.5) },
    { title: "70 classes, the biases decide", model: (random) => drawBiased(random, 70, 3, 6) },
    { title: "large scores that differ by little", model: (random) => drawClose(random) },
  ],
  small: [
    { title: "two classes, one example", model: (random) => drawClear(random, 2, 1, 1) },
    { title: "two classes, 3 examples", model: (random) => drawClear(random, 2, 1, 3) },
    { title: "as many classes and features as examples", model: (random) => drawClear(random, 2, 2, 2) },
    { title: "both scores equal", model: (random) => zeroed(drawClear(random, 2, 1, 2)) },
    { title: "the last two of 3 scores equal", model: (random) => drawTies(random, 3, 2, 4) },
    { title: "all scores negative", model: (random) => lowered(drawClear(random, 3, 1, 2)) },
    { title: "the biases decide", model: (random) => drawBiased(random, 3, 1, 2) },
    { title: "one class", model: (random) => drawClear(random, 1, 1, 2) },
    { title: "scores of thousands", model: (random) => drawClear(random, 3, 1, 3, 64) },
    { title: "30 examples", model: (random) => drawClear(random, 2, 1, 30) },
  ],
};

/** Cases of `predictClasses`. */
export const predictionCases: CaseGenerator = (random, index, visibility) => {
  const { title, model } = pickScenario(scenarios, index, visibility);
  const { X, W, b } = model(random);
  return { title, args: [X, W, b].map(toTensor) };
};

/** Multiples of 1/64: products and their sums are exact in float32, in whatever order they are added. */
const drawGrid = (random: RandomState, rows: number, columns: number, scale = 1): Matrix =>
  matrixOf(rows, columns, () => Math.round(64 * (random.randn(1)[0] ?? 0)) * (scale / 64));

const drawEighth = (random: RandomState): number => (random.randint(0, 64, 1)[0] ?? 0) / 8;

/** @param scale Of inputs and weights, so that scores are as large as its square. */
function drawClear(random: RandomState, classes: number, features: number, m: number, scale = 1): Model {
  for (;;) {
    const X = drawGrid(random, features, m, scale);
    const W = drawGrid(random, classes, features, scale);
    // Scores are above 0 as a rule, but where they are large they are of either sign.
    const b = mapMatrix(
      drawGrid(random, classes, 1, scale * scale),
      (bias) => 2 * bias + (scale > 1 ? 0 : 4 * scale * scale),
    );
    if (isTelling({ X, W, b })) return { X, W, b };
  }
}

/**
 * Whether largest scores differ clearly from the others, are above 0, and are predicted neither without biases nor by softmax or a search
 * along the examples; where scores are large, not by sigmoids or exponentials of them either. Of one class, all of them say the same.
 */
function isTelling(model: Model): boolean {
  const { X, W, b } = model;
  const Z = scoresOf(model);
  const columns = columnsOf(Z);
  if (Z.rows === 1) return true;
  const predicted = columns.map(firstOfLargest);
  const isVaried = Z.columns === 1 ? predicted[0] !== 0 : new Set(predicted).size > 1;
  const isClear = columns.every((column) => Math.max(...column) > 0 && leadOf(column) >= 1 / 64);
  if (!isVaried || !isClear) return false;
  const wrong = [
    columnsOf(scoresOf({ X, W, b: mapMatrix(b, () => 0) })).map(firstOfLargest),
    // Of two by two scores both ways say the same.
    ...(Z.rows > 2 || Z.columns > 2 ? [columnsOf(alongExamples(Z)).map(firstOfLargest)] : []),
    columnsOf(transpose(Z)).map(firstOfLargest),
  ];
  const isLarge = columns.some((column) => Math.max(...column) > 1000);
  return wrong.every((rows) => `${rows}` !== `${predicted}`) && (!isLarge || columns.some(isSaturated));
}

/** Whether several sigmoids are 1, the largest score is not the first of them, and class 0 is not among them. */
function isSaturated(column: readonly number[]): boolean {
  const ones = column.filter((score) => score > 20);
  return (column[0] ?? 0) < -20 && ones[0] !== Math.max(...column);
}

/** Logarithms of softmax along the rows. */
const alongExamples = (Z: Matrix): Matrix => {
  const logarithms = columnsOf(transpose(Z)).map((row) => {
    const largest = Math.max(...row);
    return largest + Math.log(row.reduce((sum, score) => sum + Math.exp(score - largest), 0));
  });
  return mapMatrix(Z, (score, i) => score - (logarithms[i] ?? 0));
};

const scoresOf = ({ X, W, b }: Model): Matrix => addColumn(multiply(W, X), b);

const columnsOf = (Z: Matrix): number[][] => Array.from({ length: Z.columns }, (_, j) => columnOf(Z, j));

const firstOfLargest = (column: readonly number[]): number => column.indexOf(Math.max(...column));

/** By how much the largest score is ahead of those that are not equal to it. */
function leadOf(column: readonly number[]): number {
  const largest = Math.max(...column);
  return largest - Math.max(...column.filter((score) => score < largest));
}

/** Two inputs for which classes share the largest score: 1 and 2 of the first, 0 and 3 of the second. */
const visibleTies = (): Model => ({
  X: matrixOf(2, 2, (i, j) => Number(i === j)),
  W: matrixOf(4, 2, (i, j) => [-1, 2, 1, 0.5, 1, 0, 0, 2][2 * i + j] ?? 0),
  b: matrixOf(4, 1, (i) => [0, 0.5, 0.5, 0][i] ?? 0),
});

/**
 * Scores of thousands, of which the largest is ahead by less than 1: in the first example because of its input, in the second because of a
 * bias, in the third because of a weight.
 */
function drawClose(random: RandomState): Model {
  const input = 512 + drawEighth(random);
  const bias = 16384 + drawEighth(random);
  return {
    X: matrixOf(2, 3, (i, j) => [input, 0, input - 0.75, 1, 0, 1][3 * i + j] ?? 0),
    W: matrixOf(3, 2, (i, j) => (i === 1 && j === 0 ? 1 : i === 2 && j === 1 ? input - 0.5 : 0)),
    b: matrixOf(3, 1, (i) => [-bias, bias - 0.125, bias][i] ?? 0),
  };
}

const zeroed = ({ X, W, b }: Model): Model => ({ X, W: mapMatrix(W, () => 0), b: mapMatrix(b, () => 0) });

/** A model whose last class is a copy of that which is predicted most often before it, so that the two are equal throughout. */
function drawTies(random: RandomState, classes: number, features: number, m: number): Model {
  for (;;) {
    const model = withTwins(drawClear(random, classes, features, m));
    if (isTelling(model) && new Set(columnsOf(scoresOf(model)).map(firstOfLargest)).size > 1) return model;
  }
}

function withTwins({ X, W, b }: Model): Model {
  const last = W.rows - 1;
  const predicted = columnsOf(scoresOf({ X, W, b })).map((column) => firstOfLargest(column.slice(0, last)));
  const often = (k: number): number => predicted.filter((other) => other === k).length;
  const [most = 0] = predicted.toSorted((left, right) => often(right) - often(left));
  const copied = (matrix: Matrix): Matrix =>
    mapMatrix(matrix, (value, i, j) => (i === last ? at(matrix, most, j) : value));
  return { X, W: copied(W), b: copied(b) };
}

/** Biases so far down that no score is above 0. */
function lowered({ X, W, b }: Model): Model {
  const most = Math.max(...scoresOf({ X, W, b }).data);
  return { X, W, b: mapMatrix(b, (value) => value - most - 1) };
}

/** A model whose biases outweigh all weights: the last class is predicted throughout, and would not be without them. */
function drawBiased(random: RandomState, classes: number, features: number, m: number): Model {
  for (;;) {
    const model = drawClear(random, classes, features, m);
    const unbiased = scoresOf({ ...model, b: mapMatrix(model.b, () => 0) });
    if (columnsOf(unbiased).some((column) => firstOfLargest(column) !== classes - 1)) return biased(model);
  }
}

function biased({ X, W, b }: Model): Model {
  const largest = Math.max(...scoresOf({ X, W, b }).data.map(Math.abs));
  return { X, W, b: mapMatrix(b, (value, i) => value + (i === b.rows - 1 ? 4 * Math.ceil(largest) + 12 : 0)) };
}
