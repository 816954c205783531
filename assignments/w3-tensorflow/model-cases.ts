import type { CaseGenerator } from "../case-generator.ts";
import { numberValue, recordValue, tensorValue } from "../case-value.ts";
import { pickScenario, type Scenarios } from "../pick-scenario.ts";
import type { TensorValue } from "../value.ts";
import { classes, drawPointerImages, type LabelledImages, pixels } from "./pointer-images.ts";

type Scenario = {
  readonly title: string;
  readonly m: number;
  readonly learningRate: number;
  readonly numEpochs: number;
  readonly miniBatchSize: number;
};

const scenarios: Scenarios<Scenario> = {
  // With a learning rate near 0 the parameters stay, and the costs can be computed from those that are returned.
  visible: [
    { title: "24 images, mini-batches of 12", m: 24, learningRate: 0.0006, numEpochs: 10, miniBatchSize: 12 },
    { title: "a learning rate near 0", m: 18, learningRate: 1e-10, numEpochs: 2, miniBatchSize: 7 },
  ],
  hidden: [
    { title: "24 images, mini-batches of 8", m: 24, learningRate: 0.0005, numEpochs: 8, miniBatchSize: 8 },
    { title: "a last mini-batch that is not full", m: 20, learningRate: 0.0006, numEpochs: 7, miniBatchSize: 8 },
    { title: "a learning rate near 0, other sizes", m: 21, learningRate: 1e-10, numEpochs: 3, miniBatchSize: 12 },
  ],
};

/** A prime that divides no training set: no accuracy but 0 and 1 can be that of both sets. */
const testExamples = 11;

/** Test images with a wrong label, so that the accuracy on them is hardly ever 1. */
const mislabelled = 3;

/** Cases of `model`: each way of drawing and shuffling ends elsewhere, so properties judge. */
export const modelCases: CaseGenerator = (random, index, visibility) => {
  const { title, m, learningRate, numEpochs, miniBatchSize } = pickScenario(scenarios, index, visibility);
  const train = drawPointerImages(random, m);
  const test = drawPointerImages(random, testExamples, mislabelled);
  const options = recordValue([
    ["learningRate", numberValue(learningRate)],
    ["numEpochs", numberValue(numEpochs)],
    ["miniBatchSize", numberValue(miniBatchSize)],
    ["printCost", { kind: "boolean", value: false }],
    ["seed", numberValue(1 + (random.randint(0, 1000, 1)[0] ?? 0))],
  ]);
  return { title, args: [...tensorsOf(train), ...tensorsOf(test), options], judgedBy: "properties" };
};

function tensorsOf({ X, Y }: LabelledImages): TensorValue[] {
  return [tensorValue([pixels, X.length / pixels], X), tensorValue([classes, Y.length / classes], Y)];
}
