import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { numberValue, recordValue, tensorValue } from "../../values/case-value.ts";
import { RandomState } from "../../values/random-state.ts";
import type { TensorValue } from "../../values/value.ts";
import { classes, drawPointerImages, type LabelledImages, pixels } from "./pointer-images.ts";

/** What a test set shows: an image of its own, or one of the training set. */
type TestSet = "own" | "trained";

type Scenario = {
  readonly title: string;
  readonly m: number;
  readonly learningRate: number;
  readonly numEpochs: number;
  readonly miniBatchSize: number;
  readonly seed: number;
  readonly printCost?: boolean;
  readonly test?: TestSet;
};

/** At this rate a step changes what a network says by a good deal, but not so much that rounding could lead it elsewhere. */
const learningRate = 2e-4;

// A training is short enough to be done again by the judge, from the parameters that are returned where the learning rate is near 0. So all
// that are to be compared have one seed. Mini-batches are so few that all ways to shuffle can be tried.
const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "a last mini-batch that is not full", m: 3, learningRate, numEpochs: 2, miniBatchSize: 2, seed: 1 },
    { title: "a learning rate near 0", m: 3, learningRate: 1e-10, numEpochs: 2, miniBatchSize: 3, seed: 1 },
  ],
  hidden: [
    { title: "a mini-batch of two and one of one", m: 3, learningRate: 3e-4, numEpochs: 2, miniBatchSize: 2, seed: 1 },
    { title: "mini-batches of one", m: 2, learningRate: 3e-4, numEpochs: 2, miniBatchSize: 1, seed: 1 },
    {
      title: "a single image, mini-batches for more, costs printed, and a test set that misleads",
      // The training accuracy is 1 before the end: whoever stops there is seen.
      m: 1,
      learningRate: 3e-4,
      numEpochs: 6,
      miniBatchSize: 100,
      seed: 1,
      printCost: true,
      test: "trained",
    },
    {
      title: "a learning rate of 0, a single image in the last mini-batch, seed 0",
      m: 7,
      learningRate: 0,
      numEpochs: 2,
      miniBatchSize: 6,
      seed: 0,
    },
  ],
};

/** The images of the visible cases: these differ in their options alone. */
const visibleImages = 64;

/** Cases of `model`: each way of drawing and shuffling ends elsewhere, so properties judge. */
export const modelCases: CaseGenerator = (random, index, visibility) => {
  const { title, m, test = "own", ...given } = pickScenario(scenarios, index, visibility);
  const source = visibility === "visible" ? new RandomState(visibleImages) : random;
  const train = drawPointerImages(source, m);
  const own = ambiguous(drawPointerImages(source, 1), source.randint(0, classes, 1)[0] ?? 0);
  const options = recordValue([
    ["learningRate", numberValue(given.learningRate)],
    ["numEpochs", numberValue(given.numEpochs)],
    ["miniBatchSize", numberValue(given.miniBatchSize)],
    ["printCost", { kind: "boolean", value: given.printCost ?? false }],
    ["seed", numberValue(given.seed)],
  ]);
  const sets = [...tensorsOf(train), ...tensorsOf(test === "own" ? own : misleading(train))];
  return { title, args: [...sets, options], judgedBy: "properties" };
};

/** How often an image stands under each of the labels. No share of {@link copies} is one of 1, 2, 3 or 7 training images. */
const times = [1, 2, 4, 5, 7, 8];

const copies = times.reduce((sum, count) => sum + count, 0);

/**
 * The first image under every label, under each another number of times: whatever a network sees in it, the accuracy tells which class
 * that is, and is none that a training set can have. With another shift, it is another one.
 */
function ambiguous({ X, Y }: LabelledImages, shift: number): LabelledImages {
  const m = Y.length / classes;
  const labels = times.flatMap((count, k) => Array.from({ length: count }, () => (k + shift) % classes));
  return {
    X: Float32Array.from({ length: pixels * copies }, (_, i) => X[Math.floor(i / copies) * m] ?? 0),
    Y: Float32Array.from({ length: classes * copies }, (_, i) => Number(labels[i % copies] === Math.floor(i / copies))),
  };
}

/** An image of the training set, least often under its own label: whoever learns does worse on it. */
function misleading(train: LabelledImages): LabelledImages {
  const m = train.Y.length / classes;
  const label = Array.from({ length: classes }, (_, k) => train.Y[k * m]).indexOf(1);
  return ambiguous(train, label);
}

function tensorsOf({ X, Y }: LabelledImages): TensorValue[] {
  return [tensorValue([pixels, X.length / pixels], X), tensorValue([classes, Y.length / classes], Y)];
}
