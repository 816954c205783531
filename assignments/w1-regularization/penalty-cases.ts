import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue } from "../values/case-value.ts";
import { mapMatrix, matrixOf, toTensor } from "../values/matrix.ts";
import { cacheRecord, drawNetwork, type NetworkPlan, parametersRecord } from "./draw-network.ts";

type Scenario = NetworkPlan & {
  readonly title: string;
  readonly lambd: number;
  /** Outputs that stand in for those of the network, example by example, as often as they are needed. */
  readonly outputs?: readonly number[];
  /** The labels of these outputs. */
  readonly labels?: readonly (0 | 1)[];
  /** What the weights are multiplied by, after the forward pass. */
  readonly weightScale?: number;
};

const costs: Scenarios<Scenario> = {
  visible: [
    { title: "5 examples, lambd 0.1", widths: [3, 2, 3, 1], m: 5, lambd: 0.1 },
    { title: "lambd 0", widths: [2, 4, 3, 1], m: 4, lambd: 0 },
    { title: "one example, lambd 0.7", widths: [4, 3, 2, 1], m: 1, lambd: 0.7 },
  ],
  hidden: [
    { title: "strong regularization", widths: [3, 5, 2, 1], m: 6, lambd: 10 },
    { title: "100 examples, little regularization", widths: [4, 2, 5, 1], m: 100, lambd: 0.3 },
    { title: "one unit per layer, large weights", widths: [1, 1, 1, 1], m: 3, lambd: 1.5, weightScale: 20 },
    {
      title: "outputs near 0 and 1",
      widths: [2, 3, 4, 1],
      m: 4,
      lambd: 9,
      outputs: [5e-4, 0.9995, 0.999, 1e-3],
      // One of each is sure and wrong, the other sure and right: examples of either label show in the cost.
      labels: [1, 0, 1, 0],
    },
    { title: "lambd 0 and one example", widths: [3, 4, 2, 1], m: 1, lambd: 0, label: 0 },
    { title: "wide layers", widths: [8, 70, 12, 1], m: 10, lambd: 2.5 },
  ],
  small: [
    { title: "one example, one unit per layer", widths: [1, 1, 1, 1], m: 1, lambd: 0.5 },
    { title: "2 examples, one unit per layer", widths: [1, 1, 1, 1], m: 2, lambd: 0.8 },
    { title: "one example, label 0, lambd 0", widths: [2, 1, 2, 1], m: 1, lambd: 0, label: 0 },
    { title: "one example, label 1, lambd 0", widths: [2, 1, 2, 1], m: 1, lambd: 0, label: 1 },
    { title: "strong regularization", widths: [1, 2, 1, 1], m: 2, lambd: 20 },
    { title: "large weights", widths: [1, 1, 2, 1], m: 2, lambd: 0.6, weightScale: 15 },
    {
      title: "outputs near 0 and 1, all of them right",
      widths: [1, 1, 1, 1],
      m: 2,
      lambd: 4,
      outputs: [2e-3, 0.998],
      labels: [0, 1],
    },
    {
      title: "outputs near 0 and 1, all of them wrong",
      widths: [1, 1, 1, 1],
      m: 2,
      lambd: 4,
      outputs: [2e-3, 0.998],
      labels: [1, 0],
    },
    { title: "30 examples", widths: [1, 2, 1, 1], m: 30, lambd: 0.5 },
  ],
};

/** Cases of `computeCostWithRegularization`: the output of a network, its labels and its parameters. */
export const penaltyCostCases: CaseGenerator = (random, index, visibility) => {
  const { title, lambd, outputs = [], labels = [], weightScale = 1, ...plan } = pickScenario(costs, index, visibility);
  const drawn = drawNetwork(random, plan);
  const layers = drawn.layers.map(({ W, b }) => ({
    W: mapMatrix(W, (weight) => Math.fround(weightScale * weight)),
    b,
  }));
  const output = drawn.passed.at(-1)?.A.data ?? new Float64Array();
  const A3 = matrixOf(1, plan.m, (_, j) => Math.fround(outputs[j % outputs.length] ?? output[j] ?? 0.5));
  const Y = matrixOf(1, plan.m, (_, j) => labels[j % labels.length] ?? drawn.Y.data[j] ?? 0);
  return { title, args: [toTensor(A3), toTensor(Y), parametersRecord({ ...drawn, layers }), numberValue(lambd)] };
};

const gradients: Scenarios<Scenario> = {
  visible: [
    { title: "5 examples, lambd 0.7", widths: [3, 2, 3, 1], m: 5, lambd: 0.7 },
    { title: "lambd 0: plain back-propagation", widths: [2, 4, 3, 1], m: 4, lambd: 0 },
    { title: "one example", widths: [4, 3, 2, 1], m: 1, lambd: 0.2 },
  ],
  hidden: [
    { title: "strong regularization", widths: [3, 5, 2, 1], m: 6, lambd: 10 },
    { title: "100 examples, little regularization", widths: [4, 2, 5, 1], m: 100, lambd: 0.3, cornerMargin: 1e-4 },
    {
      title: "one unit per layer, an output that is sure and wrong",
      widths: [1, 1, 1, 1],
      m: 4,
      lambd: 1.5,
      sureAndWrong: true,
      showsRelu: true,
    },
    { title: "two examples, large inputs", widths: [2, 3, 4, 1], m: 2, lambd: 0.9, inputScale: 20 },
    { title: "units exactly at relu's corner", widths: [3, 3, 4, 1], m: 5, lambd: 0.4, firstUnits: "at-zero" },
    {
      title: "lambd 0 and one example, units barely active, inputs close to 0",
      widths: [3, 4, 2, 1],
      m: 1,
      lambd: 0,
      firstUnits: "barely-active",
      faintInputs: true,
      showsRelu: true,
    },
    { title: "wider layers, a dead unit in each", widths: [5, 7, 6, 1], m: 8, lambd: 2.5, firstUnits: "dead" },
  ],
  small: [
    { title: "one example, one unit per layer", widths: [1, 1, 1, 1], m: 1, lambd: 0.5 },
    { title: "2 examples", widths: [2, 3, 2, 1], m: 2, lambd: 0.5 },
    { title: "one example, lambd 0", widths: [2, 3, 2, 1], m: 1, lambd: 0 },
    { title: "strong regularization", widths: [2, 3, 2, 1], m: 2, lambd: 20 },
    { title: "large inputs", widths: [2, 3, 2, 1], m: 2, lambd: 0.6, inputScale: 15 },
    { title: "units exactly at relu's corner", widths: [2, 3, 3, 1], m: 2, lambd: 0.4, firstUnits: "at-zero" },
    { title: "a dead unit in each layer", widths: [2, 3, 3, 1], m: 2, lambd: 0.4, firstUnits: "dead" },
    {
      title: "units barely active, inputs close to 0",
      widths: [2, 3, 3, 1],
      m: 1,
      lambd: 0.3,
      firstUnits: "barely-active",
      faintInputs: true,
      showsRelu: true,
    },
    { title: "30 examples", widths: [1, 2, 2, 1], m: 30, lambd: 0.5, cornerMargin: 1e-4 },
  ],
};

/** Cases of `backwardPropagationWithRegularization`: the cache is that of a real forward pass. */
export const penaltyBackwardCases: CaseGenerator = (random, index, visibility) => {
  const { title, lambd, ...plan } = pickScenario(gradients, index, visibility);
  const drawn = drawNetwork(random, plan);
  return { title, args: [toTensor(drawn.X), toTensor(drawn.Y), cacheRecord(drawn), numberValue(lambd)] };
};
