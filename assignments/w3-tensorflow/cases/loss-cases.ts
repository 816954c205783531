import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { combine, float32Matrix, type Matrix, toTensor, transpose } from "../../values/matrix.ts";
import { RandomState } from "../../values/random-state.ts";
import { oneHotColumns } from "./draw-network.ts";

type Batch = { readonly logits: Matrix; readonly labels: Matrix };
type Scenario = { readonly title: string; readonly batch: (random: RandomState) => Batch };

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "5 examples", batch: () => visibleBatch() },
    { title: "the same with a constant added to each example's logits", batch: () => shifted(visibleBatch()) },
    { title: "the same examples in reverse order", batch: () => reversed(visibleBatch()) },
  ],
  hidden: [
    { title: "one example", batch: (random) => drawBatch(random, 6, 1, 2) },
    { title: "as many examples as classes", batch: (random) => drawBatch(random, 4, 4, 3) },
    { title: "10 classes, 100 examples", batch: (random) => drawBatch(random, 10, 100, 2) },
    { title: "two classes", batch: (random) => drawBatch(random, 2, 7, 1) },
    { title: "logits of 1000 and -1000", batch: (random) => sure(drawBatch(random, 6, 6, 1), 1000) },
    { title: "logits of 16 and -16", batch: (random) => sure(drawBatch(random, 5, 7, 1), 16) },
    { title: "all logits equal", batch: (random) => level(drawBatch(random, 6, 8, 1)) },
  ],
  small: [
    { title: "one example", batch: (random) => drawBatch(random, 3, 1, 2) },
    { title: "two classes, one example", batch: (random) => drawBatch(random, 2, 1, 1) },
    { title: "two classes", batch: (random) => drawBatch(random, 2, 3, 1) },
    { title: "as many examples as classes", batch: (random) => drawBatch(random, 3, 3, 2) },
    { title: "logits of 5000 and -5000", batch: (random) => sure(drawBatch(random, 3, 3, 1), 5000) },
    { title: "logits of 12 and -12", batch: (random) => sure(drawBatch(random, 3, 3, 1), 12) },
    { title: "all logits equal", batch: (random) => level(drawBatch(random, 3, 2, 1)) },
    { title: "30 examples", batch: (random) => drawBatch(random, 3, 30, 2) },
  ],
};

/** Cases of `computeTotalLoss`; the visible ones show what must not change the loss. */
export const lossCases: CaseGenerator = (random, index, visibility) => {
  const { title, batch } = pickScenario(scenarios, index, visibility);
  const { logits, labels } = batch(random);
  return { title, args: [logits, labels].map(toTensor) };
};

/** The batch that all visible cases share: they are about one another. */
const visibleBatch = (): Batch => drawBatch(new RandomState(6), 6, 5, 2);

function drawBatch(random: RandomState, classes: number, m: number, scale: number): Batch {
  // An offset of its own for each class: softmax over the wrong axis must not look right.
  const offsets = random.randn(classes);
  const drawn = random.randn(classes * m).map((draw, i) => scale * (draw + (offsets[Math.floor(i / m)] ?? 0)));
  return { logits: float32Matrix(classes, m, drawn), labels: drawLabels(random, classes, m) };
}

/** Labels that are not the same when rows are taken for columns. */
function drawLabels(random: RandomState, classes: number, m: number): Matrix {
  for (;;) {
    const labels = oneHotColumns(random.randint(0, classes, m), classes);
    const { data } = transpose(labels);
    if (m === 1 || data.some((label, i) => label !== labels.data[i])) return labels;
  }
}

/** Multiples of 1/8, so that float32 holds the sums nearly as well as the terms. */
const shifted = ({ logits, labels }: Batch): Batch => ({
  labels,
  logits: { ...logits, data: logits.data.map((z, i) => Math.fround(z + 1.625 * ((i % logits.columns) - 1))) },
});

const reversed = ({ logits, labels }: Batch): Batch => ({ logits: mirrored(logits), labels: mirrored(labels) });

function mirrored(matrix: Matrix): Matrix {
  const { columns, data } = matrix;
  return { ...matrix, data: data.map((_, i) => data[i - (i % columns) + columns - 1 - (i % columns)] ?? 0) };
}

/** Of three examples the first is sure of its class, the second of all others, the third of none. */
function sure({ logits, labels }: Batch, size: number): Batch {
  const data = combine(logits, labels, (_, label) => (label === 1 ? size : -size)).data.map((right, i) => {
    const example = i % logits.columns;
    if (example % 3 === 2) return logits.data[i] ?? 0;
    return example % 3 === 0 ? right : -right;
  });
  return { labels, logits: { ...logits, data } };
}

const level = ({ logits, labels }: Batch): Batch => ({
  labels,
  logits: { ...logits, data: logits.data.map(() => 0.75) },
});
