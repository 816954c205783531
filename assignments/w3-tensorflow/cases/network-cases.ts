import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { recordValue } from "../../values/case-value.ts";
import { type Layer, type Matrix, mapMatrix, toTensor } from "../../values/matrix.ts";
import type { RandomState } from "../../values/random-state.ts";
import type { OptimizerValue, RecordValue } from "../../values/value.ts";
import type { Network } from "../network/network.ts";
import { type Drawn, drawNetwork, type Wanted } from "./draw-network.ts";
import { drawExtremes } from "./extreme-network.ts";

type Scenario = Wanted & {
  readonly title: string;
  /** Whether features and biases are multiplied by {@link tiny}, so that everything in the layers is as small. */
  readonly isShrunk?: boolean;
  /** Whether the parameters are listed from the last to the first: what belongs together has the same name, not the same place. */
  readonly lastFirst?: boolean;
};

/** Far below every tolerance, and a power of 2, so that everything stays as it was but for its size. */
const tiny = 2 ** -24;

const courseUnits = [12288, 25, 12, 6];

const forward: Scenarios<Scenario | "extremes"> = {
  visible: [
    { title: "one example", units: [4, 5, 4, 3], m: 1 },
    { title: "2 examples of 8 features", units: [8, 5, 4, 3], m: 2 },
  ],
  hidden: [
    { title: "as many classes as examples", units: [5, 6, 3, 4], m: 4 },
    {
      title: "two classes, one example, tiny features and biases, the last layer listed first",
      units: [3, 3, 4, 2],
      m: 1,
      isShrunk: true,
      lastFirst: true,
    },
    { title: "100 examples", units: [6, 7, 5, 6], m: 100 },
    { title: "the network of images", units: courseUnits, m: 3 },
    "extremes",
  ],
  small: [
    { title: "one example", units: [2, 3, 3, 2], m: 1 },
    { title: "two classes, 2 examples", units: [2, 3, 3, 2], m: 2 },
    { title: "as many classes as examples", units: [2, 3, 3, 3], m: 3 },
    { title: "layers of equal widths", units: [3, 3, 3, 3], m: 2 },
    { title: "the last layer listed first", units: [2, 3, 3, 2], m: 2, lastFirst: true },
    { title: "tiny features and biases", units: [2, 3, 3, 2], m: 1, isShrunk: true },
    { title: "a unit that never fires", units: [2, 3, 3, 2], m: 2, hasDeadUnit: true },
    { title: "features of every size", units: [4, 3, 3, 2], m: 2, scales: [0, 1e-3, 50] },
    { title: "30 examples", units: [2, 3, 3, 2], m: 30 },
  ],
};

/** Cases of `forwardPropagation`: networks of several sizes, and one with the sizes of `model`. */
export const forwardCases: CaseGenerator = (random, index, visibility) => {
  const scenario = pickScenario(forward, index, visibility);
  if (scenario === "extremes") {
    const { network, X } = drawExtremes(random);
    return {
      title: "layers that fall silent, large activations and zeros",
      args: [toTensor(X), parametersOf(network)],
    };
  }
  const { network, X } = drawShrunk(random, scenario);
  return { title: scenario.title, args: [toTensor(X), parametersOf(network, scenario)] };
};

const tape: Scenarios<Scenario> = {
  visible: [
    { title: "2 examples", units: [4, 3, 3, 3], m: 2 },
    { title: "5 examples", units: [5, 6, 4, 3], m: 5 },
  ],
  hidden: [
    { title: "one example", units: [4, 5, 3, 4], m: 1 },
    { title: "100 examples", units: [5, 6, 4, 6], m: 100 },
    { title: "two classes, the last layer listed first", units: [3, 4, 5, 2], m: 7, lastFirst: true },
    { title: "the network of images", units: courseUnits, m: 2 },
    {
      title: "features of every size and a unit that never fires",
      units: [6, 5, 4, 3],
      m: 2,
      scales: [0, 1e-6, 1e-3, 60],
      heavyFeature: 2,
      hasDeadUnit: true,
      leastError: 0.1,
      leastLargest: 15,
    },
  ],
  small: [
    { title: "one example", units: [2, 3, 3, 2], m: 1 },
    { title: "two classes, 2 examples", units: [2, 3, 3, 2], m: 2 },
    { title: "as many classes as examples", units: [2, 3, 3, 3], m: 3 },
    { title: "the last layer listed first", units: [2, 3, 3, 2], m: 2, lastFirst: true },
    { title: "a unit that never fires", units: [2, 3, 3, 2], m: 2, hasDeadUnit: true },
    { title: "features of every size", units: [4, 3, 3, 2], m: 2, scales: [0, 1e-3, 40], leastError: 0.1 },
    { title: "tiny features", units: [2, 3, 3, 2], m: 1, scales: [1e-8, 1e-8] },
    { title: "30 examples", units: [2, 3, 3, 2], m: 30 },
  ],
};

/** Cases of `gradientTape`. */
export const gradientCases: CaseGenerator = (random, index, visibility) => {
  const { title, ...wanted } = pickScenario(tape, index, visibility);
  const { network, X, labels } = drawNetwork(random, wanted);
  return { title, args: [toTensor(X), toTensor(labels), parametersOf(network, wanted)] };
};

type StepScenario = Scenario & { readonly optimizer: Omit<OptimizerValue, "kind"> };

const step: Scenarios<StepScenario> = {
  visible: [
    {
      title: "gradient descent on 3 examples",
      units: [4, 3, 3, 3],
      m: 3,
      optimizer: { name: "sgd", learningRate: 0.01 },
    },
    { title: "Adam on 4 examples", units: [4, 4, 3, 3], m: 4, optimizer: { name: "adam", learningRate: 0.001 } },
  ],
  hidden: [
    {
      title: "gradient descent on one example",
      units: [3, 5, 4, 4],
      m: 1,
      optimizer: { name: "sgd", learningRate: 0.02 },
    },
    {
      title: "gradient descent on 4 examples, features of every size",
      units: [6, 5, 4, 6],
      m: 4,
      scales: [0, 1e-3, 15],
      leastError: 0.1,
      optimizer: { name: "sgd", learningRate: 0.005 },
    },
    {
      title: "Adam on one example, small features",
      units: [5, 4, 3, 2],
      m: 1,
      // Where a gradient is as small as Adam's epsilon, a step is shorter than the learning rate.
      scales: [0, 1e-7, 1e-6],
      optimizer: { name: "adam", learningRate: 0.002 },
    },
    {
      title: "Adam on 9 examples, the last layer listed first",
      units: [5, 4, 3, 5],
      m: 9,
      lastFirst: true,
      optimizer: { name: "adam", learningRate: 0.0005 },
    },
    {
      title: "Adam that has taken 2 steps before, on 3 examples",
      units: [4, 5, 3, 3],
      m: 3,
      optimizer: { name: "adam", learningRate: 0.01, stepsBefore: 2 },
    },
  ],
  small: [
    {
      title: "gradient descent on one example",
      units: [2, 3, 3, 2],
      m: 1,
      optimizer: { name: "sgd", learningRate: 0.03 },
    },
    {
      title: "gradient descent on 2 examples",
      units: [2, 3, 3, 2],
      m: 2,
      optimizer: { name: "sgd", learningRate: 0.2 },
    },
    { title: "Adam on one example", units: [2, 3, 3, 2], m: 1, optimizer: { name: "adam", learningRate: 0.003 } },
    {
      title: "Adam on one example, small features",
      units: [3, 3, 3, 2],
      m: 1,
      scales: [0, 1e-7, 1e-6],
      optimizer: { name: "adam", learningRate: 0.003 },
    },
    {
      title: "Adam, the last layer listed first",
      units: [2, 3, 3, 2],
      m: 2,
      lastFirst: true,
      optimizer: { name: "adam", learningRate: 0.003 },
    },
    {
      title: "Adam that has taken a step before",
      units: [2, 3, 3, 2],
      m: 2,
      optimizer: { name: "adam", learningRate: 0.02, stepsBefore: 1 },
    },
    {
      title: "gradient descent, a feature of 0 and a large one",
      units: [4, 3, 3, 2],
      m: 2,
      scales: [0, 12],
      leastError: 0.1,
      optimizer: { name: "sgd", learningRate: 0.004 },
    },
  ],
};

/** Cases of `trainStep`; the first step of Adam turns on the signs of the gradients, so none of them is near 0. */
export const trainStepCases: CaseGenerator = (random, index, visibility) => {
  const { title, optimizer, ...wanted } = pickScenario(step, index, visibility);
  const { network, X, labels } = drawNetwork(random, { ...wanted, leastGradient: 2e-3 });
  return {
    title: `${title}, learning rate ${optimizer.learningRate}`,
    args: [toTensor(X), toTensor(labels), parametersOf(network, wanted), { kind: "optimizer", ...optimizer }],
  };
};

function drawShrunk(random: RandomState, { isShrunk = false, ...wanted }: Scenario): Drawn {
  const drawn = drawNetwork(random, wanted);
  if (!isShrunk) return drawn;
  const shrink = (matrix: Matrix): Matrix => mapMatrix(matrix, (value) => value * tiny);
  const network = drawn.network.map(({ W, b }): Layer => ({ W, b: shrink(b) }));
  return { ...drawn, network, X: shrink(drawn.X) };
}

/** `W1, b1, W2, ...` as variables, which are made in the order in which they are listed. */
function parametersOf(network: Network, { lastFirst = false }: Pick<Scenario, "lastFirst"> = {}): RecordValue {
  const entries = network.flatMap(({ W, b }, i) => [
    [`W${i + 1}`, { ...toTensor(W), variable: true }] as const,
    [`b${i + 1}`, { ...toTensor(b), variable: true }] as const,
  ]);
  return recordValue(lastFirst ? entries.reverse() : entries);
}
