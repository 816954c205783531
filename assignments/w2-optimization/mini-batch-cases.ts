import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue, tensorValue } from "../values/case-value.ts";
import { RandomState } from "../values/random-state.ts";

type Scenario = {
  readonly title: string;
  readonly features: number;
  /** Rows of Y: one row of labels 0 and 1, or one row for each class. */
  readonly labelRows: number;
  readonly m: number;
  readonly miniBatchSize: number | undefined;
  /** Whether features are whole numbers, so that columns are alike. */
  readonly repeated?: boolean;
  /** What features are multiplied by. */
  readonly scale?: number;
};

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "7 examples by 2", features: 5, labelRows: 1, m: 7, miniBatchSize: 2 },
    { title: "12 examples by 4", features: 3, labelRows: 1, m: 12, miniBatchSize: 4 },
    { title: "70 examples by the default size", features: 2, labelRows: 1, m: 70, miniBatchSize: undefined },
  ],
  hidden: [
    { title: "labels of 3 classes in rows", features: 4, labelRows: 3, m: 11, miniBatchSize: 4 },
    { title: "fewer examples than a batch holds", features: 3, labelRows: 1, m: 5, miniBatchSize: 8, scale: 1000 },
    { title: "one example", features: 3, labelRows: 1, m: 1, miniBatchSize: 2 },
    { title: "batches of one example", features: 2, labelRows: 1, m: 6, miniBatchSize: 1 },
    { title: "100 examples in one batch", features: 1, labelRows: 1, m: 100, miniBatchSize: 100, repeated: true },
    { title: "two full batches of the default size", features: 2, labelRows: 2, m: 128, miniBatchSize: undefined },
    { title: "a batch of more than 1000", features: 1, labelRows: 1, m: 1009, miniBatchSize: 1005 },
  ],
  small: [
    { title: "one example", features: 2, labelRows: 1, m: 1, miniBatchSize: 3 },
    { title: "batches of one example", features: 1, labelRows: 1, m: 4, miniBatchSize: 1 },
    { title: "a last batch of one example", features: 1, labelRows: 1, m: 5, miniBatchSize: 2 },
    { title: "a batch that holds all examples", features: 1, labelRows: 1, m: 4, miniBatchSize: 4 },
    { title: "fewer examples than a batch holds", features: 1, labelRows: 1, m: 4, miniBatchSize: 5 },
    { title: "labels of 2 classes in rows", features: 1, labelRows: 2, m: 4, miniBatchSize: 3 },
    { title: "labels of 4 classes in rows", features: 2, labelRows: 4, m: 5, miniBatchSize: 2 },
    { title: "examples that are alike", features: 1, labelRows: 1, m: 6, miniBatchSize: 4, repeated: true },
    { title: "large features", features: 1, labelRows: 1, m: 5, miniBatchSize: 3, scale: 1e4 },
    { title: "tiny features", features: 1, labelRows: 1, m: 5, miniBatchSize: 3, scale: 1e-8 },
    { title: "a full batch of the default size", features: 1, labelRows: 1, m: 64, miniBatchSize: undefined },
    { title: "fewer examples than the default size", features: 1, labelRows: 1, m: 6, miniBatchSize: undefined },
    { title: "a batch of more than 100", features: 1, labelRows: 1, m: 130, miniBatchSize: 120 },
  ],
};

/** Cases of `randomMiniBatches`. */
export const miniBatchCases: CaseGenerator = (random, index, visibility) => {
  const {
    title,
    features,
    labelRows,
    m,
    miniBatchSize,
    repeated,
    scale = 1,
  } = pickScenario(scenarios, index, visibility);
  const drawn = random.randn(features * m);
  const X = tensorValue([features, m], repeated ? drawn.map(Math.round) : drawn.map((value) => scale * value));
  const { labels, seed } = drawTellingLabels(random, labelRows, m);
  const size = miniBatchSize === undefined ? absent : numberValue(miniBatchSize);
  return { title, args: [X, tensorValue([labelRows, m], labels), size, { kind: "rng", seed }] };
};

/**
 * Labels and a seed whose permutation can be told, by the labels alone, from no permutation and from its inverse.
 * Below four examples there may be none, and any will do.
 */
function drawTellingLabels(random: RandomState, rows: number, m: number): { labels: Float64Array; seed: number } {
  for (;;) {
    const classes = random.randint(0, Math.max(rows, 2), m);
    const labels = Float64Array.from({ length: rows * m }, (_, i) => {
      const label = classes[i % m];
      return rows === 1 ? (label ?? 0) : Number(label === Math.floor(i / m));
    });
    const seed = random.randint(0, 2 ** 32, 1)[0] ?? 0;
    if (m < 4) return { labels, seed };
    const order = new RandomState(seed).permutation(m);
    const shuffled = order.map((column) => classes[column]);
    const unshuffled = order.map((_, column) => classes[order.indexOf(column)]);
    const differs = (other: readonly unknown[]) => shuffled.some((label, i) => label !== other[i]);
    if (differs(classes) && differs(unshuffled)) return { labels, seed };
  }
}
