import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { columnOf, type Matrix, mapMatrix, matrixOf, toTensor } from "../../values/matrix.ts";
import type { RandomState } from "../../values/random-state.ts";
import { drawLogits } from "./draw-batch.ts";

type Scenario = { readonly title: string; readonly logits: (random: RandomState) => Matrix };

/** Exponentials of it are not finite, those of its negative are 0. */
const huge = 1e4;

/** A power of 2, so that logits stay what they were but for their size. */
const tiny = 2 ** -30;

const softmax: Scenarios<Scenario> = {
  visible: [
    { title: "4 classes, one example", logits: () => columnsOf([1, 3, -0.5, 2]) },
    { title: "3 classes, 5 examples", logits: (random) => drawLogits(random, 3, 5) },
    { title: "all logits of an example equal", logits: () => columnsOf([0, 0, 0], [2.5, 2.5, 2.5]) },
  ],
  hidden: [
    { title: "5 classes, 8 examples", logits: (random) => drawLogits(random, 5, 8, 1.5) },
    { title: "logits of 10000 and -10000 in one column", logits: (random) => drawMixed(random, 4, 6) },
    { title: "logits of 10000 and -10000 in different columns", logits: (random) => drawApart(random, 3, 6) },
    { title: "one class", logits: (random) => drawLogits(random, 1, 4, 3) },
    { title: "one example", logits: (random) => drawLogits(random, 6, 1, 2) },
    { title: "as many classes as examples", logits: (random) => drawLogits(random, 4, 4) },
    { title: "70 classes, 90 examples", logits: (random) => drawLogits(random, 70, 90) },
    { title: "probabilities from almost 0 to almost 1", logits: (random) => drawSteep(random, 5, 6) },
    { title: "all logits of an example equal, large ones", logits: () => columnsOf([-huge, -huge], [huge, huge]) },
  ],
  small: [
    { title: "two classes, one example", logits: (random) => drawLogits(random, 2, 1) },
    { title: "two classes, 3 examples", logits: (random) => drawLogits(random, 2, 3) },
    { title: "as many classes as examples", logits: (random) => drawLogits(random, 2, 2) },
    { title: "logits of 5000 and -5000 in one column", logits: () => columnsOf([5000, 4998.75, -5000], [0.5, 1, 0]) },
    {
      title: "logits of 5000 and -5000 in different columns",
      logits: () => columnsOf([5000, 4999], [-4998.75, -5000]),
    },
    { title: "logits of 8000.5 and 8000", logits: () => columnsOf([8000.5, 8000, 7999]) },
    { title: "one class", logits: (random) => drawLogits(random, 1, 2, 2) },
    { title: "a probability of about 1e-8", logits: () => columnsOf([18.5, 0, 17]) },
    { title: "30 classes", logits: (random) => drawLogits(random, 30, 2) },
  ],
};

/** Cases of `softmax`. */
export const softmaxCases: CaseGenerator = (random, index, visibility) => {
  const { title, logits } = pickScenario(softmax, index, visibility);
  return { title, args: [toTensor(logits(random))] };
};

/** Two classes or more: with fewer, `tf.oneHot` refuses to work. */
const hardmax: Scenarios<Scenario> = {
  visible: [
    { title: "4 classes, one example", logits: () => columnsOf([1, 3, -0.5, 2]) },
    { title: "3 classes, 5 examples", logits: (random) => drawVaried(random, 3, 5) },
    { title: "two classes share the largest logit", logits: () => columnsOf([0.5, 2, 2, -1], [1.5, 0, 1, 1.5]) },
  ],
  hidden: [
    { title: "5 classes, 8 examples", logits: (random) => drawVaried(random, 5, 8) },
    { title: "all logits negative", logits: (random) => below(drawVaried(random, 4, 6)) },
    { title: "some of the largest equal", logits: (random) => drawTies(random, 5, 7) },
    { title: "all logits of an example equal", logits: () => columnsOf([0.5, 0.5, 0.5], [0, 0, 0], [-3, -3, -3]) },
    { title: "one example", logits: (random) => drawVaried(random, 6, 1) },
    { title: "as many classes as examples", logits: (random) => drawVaried(random, 4, 4) },
    { title: "70 classes, 90 examples", logits: (random) => drawVaried(random, 70, 90) },
    { title: "logits of 10000 and -10000", logits: (random) => drawApart(random, 4, 6) },
    { title: "tiny logits", logits: (random) => mapMatrix(drawVaried(random, 4, 5), (z) => z * tiny) },
  ],
  small: [
    { title: "two classes, one example", logits: () => columnsOf([0.25, 0.75]) },
    { title: "three classes, none above one half", logits: () => columnsOf([0.5, 1, 0.75], [1, 0.5, 0.75]) },
    { title: "both logits equal", logits: () => columnsOf([1.5, 1.5]) },
    { title: "the last two share the largest logit", logits: () => columnsOf([-1, 2, 2]) },
    { title: "all logits negative", logits: () => columnsOf([-2, -0.5, -1]) },
    { title: "as many classes as examples", logits: () => columnsOf([1, 2], [5, 4]) },
    { title: "logits of 5000 and -5000", logits: () => columnsOf([4999, 5000, -5000], [-4999, -5000, -5000]) },
    { title: "30 classes", logits: (random) => drawVaried(random, 30, 2) },
  ],
};

/** Cases of `hardmax`. */
export const hardmaxCases: CaseGenerator = (random, index, visibility) => {
  const { title, logits } = pickScenario(hardmax, index, visibility);
  return { title, args: [toTensor(logits(random))] };
};

const columnsOf = (...columns: readonly (readonly number[])[]): Matrix =>
  matrixOf(columns[0]?.length ?? 0, columns.length, (i, j) => columns[j]?.[i] ?? 0);

/** A multiple of 1/64 in [-2, 2): what float32 holds beside 10000, too. */
const drawStep = (random: RandomState): number => (random.randint(-128, 128, 1)[0] ?? 0) / 64;

/**
 * Columns with two classes at 10000 and the others at -10000, by turns with ordinary columns. In some column float32 cannot hold the
 * logarithm of the sum: who subtracts that gets other digits.
 */
function drawMixed(random: RandomState, classes: number, m: number): Matrix {
  for (;;) {
    const Z = matrixOf(classes, m, (i, j) => {
      const step = drawStep(random);
      if (j % 3 === 2) return step;
      return i === j % classes || i === (j + 1) % classes ? huge + step : -huge + step;
    });
    if (Array.from({ length: m }, (_, j) => lostDigits(columnOf(Z, j))).some((lost) => lost > 3e-4)) return Z;
  }
}

function lostDigits(column: readonly number[]): number {
  const largest = Math.max(...column);
  const logarithm = largest + Math.log(column.reduce((sum, z) => sum + Math.exp(z - largest), 0));
  return Math.abs(Math.fround(logarithm) - logarithm);
}

/** Columns around 10000, around -10000, and ordinary ones. The largest of a column is never equal to another, and nowhere the first. */
function drawApart(random: RandomState, classes: number, m: number): Matrix {
  const columns = Array.from({ length: m }, (_, j) => {
    const steps = random.permutation(128).slice(0, classes);
    const largest = steps.indexOf(Math.max(...steps));
    const turn = largest === 0 ? 1 : 0;
    return steps.map((_, i) => (1 - (j % 3)) * huge + (steps[(i + turn) % classes] ?? 0) / 64);
  });
  return matrixOf(classes, m, (i, j) => columns[j]?.[i] ?? 0);
}

/** Logits so far apart that some probabilities are below 1e-7, and others above 1e-9 beside them. */
function drawSteep(random: RandomState, classes: number, m: number): Matrix {
  return matrixOf(classes, m, (i, j) => ((i + j) % classes) * -4.5 + drawStep(random));
}

/**
 * Logits of which the largest stands in several rows, and in the first not always. In every column it is above 0, and in some its
 * probability is below one half.
 */
function drawVaried(random: RandomState, classes: number, m: number): Matrix {
  for (;;) {
    const Z = raised(drawLogits(random, classes, m, 0.7));
    const columns = Array.from({ length: m }, (_, j) => columnOf(Z, j));
    const rows = columns.map((column) => column.indexOf(Math.max(...column)));
    const shares = columns.map((column) => 1 / column.reduce((sum, z) => sum + Math.exp(z - Math.max(...column)), 0));
    const isVaried = m === 1 ? rows[0] !== 0 : new Set(rows).size > 1;
    if (isVaried && shares.some((share) => share < 0.48)) return Z;
  }
}

/** Logits moved so far up that the largest of each column is above 0. */
function raised(Z: Matrix): Matrix {
  const lowest = Math.min(...Array.from({ length: Z.columns }, (_, j) => Math.max(...columnOf(Z, j))));
  return mapMatrix(Z, (z) => Math.fround(z - lowest + 0.25));
}

const below = (Z: Matrix): Matrix => {
  const largest = Math.max(...Z.data);
  return mapMatrix(Z, (z) => Math.fround(z - largest - 0.25));
};

/** In every column two or three classes share the largest logit; in every other one the first class is not among them. */
function drawTies(random: RandomState, classes: number, m: number): Matrix {
  const Z = raised(drawLogits(random, classes, m));
  const tied = Array.from({ length: m }, (_, j) => {
    const order = random.permutation(classes - 1).map((k) => k + 1);
    return j % 2 === 0 ? order.slice(0, 2 + (j % 3)) : [0, ...order.slice(0, 1)];
  });
  return mapMatrix(Z, (z, i, j) => (tied[j]?.includes(i) ? Math.max(...Z.data) : z));
}
