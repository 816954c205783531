import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue, tensorValue } from "../values/case-value.ts";
import { nextDrawFrom, RandomState } from "../values/random-state.ts";

type Scenario = {
  readonly title: string;
  readonly features: number;
  /** Rows of Y: one row of numbers, or one row for each class. */
  readonly labelRows: number;
  readonly m: number;
  readonly dev: number;
  readonly test: number;
  /** What features are multiplied by. */
  readonly scale?: number;
};

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "10 examples, a fifth each for dev and test", features: 3, labelRows: 1, m: 10, dev: 0.2, test: 0.2 },
    { title: "7 examples, products that are no whole numbers", features: 2, labelRows: 3, m: 7, dev: 0.4, test: 0.25 },
    { title: "no test set", features: 2, labelRows: 1, m: 6, dev: 0.5, test: 0 },
  ],
  hidden: [
    { title: "labels of 4 classes in rows", features: 3, labelRows: 4, m: 20, dev: 0.25, test: 0.2 },
    {
      title: "11 examples, products that are no whole numbers",
      features: 2,
      labelRows: 1,
      m: 11,
      dev: 0.25,
      test: 0.35,
    },
    // 0.58 * 50 is 28.999999999999996 in float64, and 29 in float32.
    { title: "a product just below a whole number", features: 1, labelRows: 1, m: 50, dev: 0.58, test: 0.1 },
    { title: "one example", features: 1, labelRows: 2, m: 1, dev: 0.5, test: 0.25 },
    { title: "no dev set", features: 2, labelRows: 1, m: 10, dev: 0, test: 0.4 },
    { title: "neither dev nor test set", features: 2, labelRows: 1, m: 5, dev: 0, test: 0 },
    { title: "nothing left to train on", features: 1, labelRows: 1, m: 8, dev: 0.5, test: 0.5, scale: 1000 },
    // 0.28 * 25 is 7.000000000000001.
    { title: "a product just above a whole number", features: 2, labelRows: 1, m: 25, dev: 0.28, test: 0.56 },
    { title: "70 features, more for test than for dev", features: 70, labelRows: 3, m: 10, dev: 0.1, test: 0.3 },
    {
      title: "a dev set of less than one example in 1000",
      features: 1,
      labelRows: 1,
      m: 1000,
      dev: 0.0009,
      test: 0.05,
    },
    {
      title: "a test set of less than one example in 1000",
      features: 1,
      labelRows: 1,
      m: 1000,
      dev: 0.02,
      test: 0.0009,
    },
  ],
  small: [
    { title: "4 examples", features: 1, labelRows: 1, m: 4, dev: 0.25, test: 0.25 },
    { title: "5 examples, products that are no whole numbers", features: 1, labelRows: 1, m: 5, dev: 0.3, test: 0.35 },
    { title: "more for test than for dev", features: 1, labelRows: 1, m: 8, dev: 0.25, test: 0.5 },
    { title: "labels of 2 classes in rows", features: 2, labelRows: 2, m: 5, dev: 0.2, test: 0.4 },
    { title: "no test set", features: 1, labelRows: 1, m: 4, dev: 0.5, test: 0 },
    { title: "no dev set", features: 1, labelRows: 1, m: 4, dev: 0, test: 0.5 },
    { title: "neither dev nor test set", features: 1, labelRows: 1, m: 4, dev: 0, test: 0 },
    { title: "nothing left to train on", features: 1, labelRows: 1, m: 4, dev: 0.5, test: 0.5 },
    { title: "one example", features: 1, labelRows: 1, m: 1, dev: 0.5, test: 0.5 },
    { title: "a product just below a whole number", features: 1, labelRows: 1, m: 50, dev: 0.58, test: 0 },
    { title: "a product just above a whole number", features: 1, labelRows: 1, m: 25, dev: 0.28, test: 0 },
    { title: "large and small numbers", features: 1, labelRows: 1, m: 5, dev: 0.4, test: 0.2, scale: 1e4 },
    { title: "tiny numbers", features: 1, labelRows: 1, m: 5, dev: 0.4, test: 0.2, scale: 1e-9 },
  ],
};

/** Cases of `splitDataset`. */
export const splitCases: CaseGenerator = (random, index, visibility) => {
  const { title, features, labelRows, m, dev, test, scale = 1 } = pickScenario(scenarios, index, visibility);
  const X = random.randn(features * m).map((value) => scale * value);
  const Y = labelRows === 1 ? random.randn(m) : oneHot(labelRows, random.randint(0, labelRows, m));
  const seed = drawTellingSeed(random, m);
  return {
    title,
    args: [
      tensorValue([features, m], X),
      tensorValue([labelRows, m], Y),
      numberValue(dev),
      numberValue(test),
      { kind: "rng", seed },
    ],
  };
};

function oneHot(rows: number, classes: readonly number[]): Float64Array {
  const m = classes.length;
  return Float64Array.from({ length: rows * m }, (_, i) => Number(classes[i % m] === Math.floor(i / m)));
}

/**
 * A seed whose permutation is far from the order of the data and from its own inverse, and whose generator shows afterwards that more than
 * one was drawn. Below four examples there may be none, and any will do.
 */
function drawTellingSeed(random: RandomState, m: number): number {
  for (;;) {
    const seed = random.randint(0, 2 ** 32, 1)[0] ?? 0;
    const order = new RandomState(seed).permutation(m);
    const inverse = order.map((_, column) => order.indexOf(column));
    const isApart = (other: (column: number) => number | undefined): boolean =>
      order.filter((from, column) => from !== other(column)).length > m / 2;
    const isTold =
      isApart((column) => column) &&
      isApart((column) => inverse[column]) &&
      nextAfter(seed, m, 1) !== nextAfter(seed, m, 3);
    if (m < 4 || isTold) return seed;
  }
}

/** The next draw after so many permutations. */
function nextAfter(seed: number, m: number, permutations: number): number {
  const random = new RandomState(seed);
  for (let i = 0; i < permutations; i++) random.permutation(m);
  return nextDrawFrom(random);
}
