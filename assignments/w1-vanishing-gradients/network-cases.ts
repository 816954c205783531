import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { toTensor } from "../values/matrix.ts";
import { RandomState } from "../values/random-state.ts";
import type { Activation } from "./contract.ts";
import { drawNetwork, type NetworkPlan, parametersRecord } from "./draw-network.ts";

type Scenario = NetworkPlan & {
  readonly title: string;
  /** Whether parameters are listed from the last layer to the first. */
  readonly lastFirst?: boolean;
  /** Where several cases have the same network: what it is drawn from. */
  readonly seed?: number;
  /** The activation that is asked for, where it is not the one that the network was drawn for. */
  readonly asked?: Activation;
};

/** The same network for both activations. */
const compared = { widths: [3, 4, 3, 2], m: 4, activation: "relu", seed: 8 } as const;

const deepWidths = [3, 2, 4, 3, 2, 3, 4, 2, 3, 2, 3, 2] as const;

const forward: Scenarios<Scenario> = {
  visible: [
    { ...compared, title: "3 layers, relu" },
    { ...compared, title: "the same 3 layers, tanh", asked: "tanh" },
    { title: "1 layer, 5 examples, tanh", widths: [4, 3], m: 5, activation: "tanh" },
    { title: "1 layer, 6 examples, relu", widths: [2, 4], m: 6, activation: "relu" },
  ],
  hidden: [
    { title: "layers of equal widths, as many examples, relu", widths: [3, 3, 3, 3], m: 3, activation: "relu" },
    {
      title: "layers of equal widths, as many examples, the last listed first, tanh",
      widths: [4, 4, 4],
      m: 4,
      activation: "tanh",
      lastFirst: true,
    },
    { title: "1 layer, one example, tanh", widths: [4, 3], m: 1, activation: "tanh" },
    { title: "11 layers, the last listed first, relu", widths: deepWidths, m: 3, activation: "relu", lastFirst: true },
    { title: "11 layers, tanh", widths: deepWidths, m: 2, activation: "tanh" },
    {
      title: "70 examples, a dead unit in each layer, relu",
      widths: [2, 5, 3, 4],
      m: 70,
      activation: "relu",
      firstUnits: "dead",
    },
    {
      title: "large inputs, saturated units, tanh",
      widths: [3, 4, 2],
      m: 3,
      activation: "tanh",
      inputScale: 30,
      gain: 300,
      saturated: true,
    },
    {
      title: "large inputs and weights, relu",
      widths: [2, 3, 4],
      m: 2,
      activation: "relu",
      inputScale: 300,
      gain: 20,
      biasScale: 4000,
    },
    {
      title: "tiny inputs and biases, relu",
      widths: [3, 4, 3],
      m: 4,
      activation: "relu",
      inputScale: 1e-8,
      biasScale: 1e-8,
    },
    { title: "a layer of 70 units, tanh", widths: [2, 70, 2], m: 2, activation: "tanh" },
  ],
  small: [
    { title: "one unit, one example, tanh", widths: [2, 1], m: 1, activation: "tanh" },
    { title: "one layer, relu", widths: [2, 2], m: 2, activation: "relu" },
    { title: "2 layers of one unit, tanh", widths: [1, 1, 1], m: 2, activation: "tanh" },
    { title: "2 layers, relu", widths: [2, 3, 2], m: 2, activation: "relu" },
    { title: "2 layers, the last listed first, tanh", widths: [2, 3, 1], m: 2, activation: "tanh", lastFirst: true },
    { title: "10 layers of one unit, tanh", widths: Array.from({ length: 11 }, () => 1), m: 1, activation: "tanh" },
    { title: "a dead unit in each layer, relu", widths: [2, 2, 2], m: 2, activation: "relu", firstUnits: "dead" },
    {
      title: "large inputs, relu",
      widths: [2, 3],
      m: 2,
      activation: "relu",
      inputScale: 1000,
      biasScale: 1000,
    },
    {
      title: "saturated units, tanh",
      widths: [2, 2],
      m: 2,
      activation: "tanh",
      inputScale: 1000,
      gain: 50,
      saturated: true,
    },
    {
      title: "tiny inputs and biases, tanh",
      widths: [2, 2],
      m: 2,
      activation: "tanh",
      inputScale: 1e-8,
      biasScale: 1e-8,
    },
    { title: "66 examples, relu", widths: [1, 3], m: 66, activation: "relu" },
  ],
};

/** Inside the range where tanh is not saturated, so that 1 - a^2 is more than rounding. */
const curved = { activation: "tanh", saturated: false } as const;

const backward: Scenarios<Scenario> = {
  visible: [
    { ...compared, title: "3 layers, relu" },
    { ...compared, title: "the same 3 layers, tanh", asked: "tanh" },
    { ...curved, title: "1 layer, 5 examples, tanh", widths: [4, 3], m: 5 },
    { title: "1 layer, 6 examples, relu", widths: [2, 4], m: 6, activation: "relu" },
  ],
  hidden: [
    { title: "layers of equal widths, as many examples, relu", widths: [3, 3, 3, 3], m: 3, activation: "relu" },
    { ...curved, title: "layers of equal widths, as many examples, tanh", widths: [4, 4, 4], m: 4, gain: 0.7 },
    { ...curved, title: "1 layer, one example, tanh", widths: [4, 3], m: 1 },
    {
      ...curved,
      title: "11 layers whose gradients vanish, tanh",
      widths: deepWidths,
      m: 3,
      gain: 0.1,
      lastFirst: true,
    },
    {
      title: "11 layers whose gradients explode, relu",
      widths: deepWidths,
      m: 3,
      activation: "relu",
      gain: 12,
      biasScale: 2,
    },
    {
      title: "70 examples, a dead unit in each layer, relu",
      widths: [2, 5, 3, 4],
      m: 70,
      activation: "relu",
      firstUnits: "dead",
    },
    {
      title: "a unit exactly at 0 in each layer, relu",
      widths: [3, 4, 3, 2],
      m: 4,
      activation: "relu",
      firstUnits: "at-zero",
    },
    {
      title: "a layer that is dead altogether, relu",
      widths: [3, 4, 3, 4, 3],
      m: 4,
      activation: "relu",
      silentLayer: 2,
    },
    { title: "one example, large inputs, relu", widths: [3, 4, 4], m: 1, activation: "relu", inputScale: 30 },
    { ...curved, title: "tiny inputs, tanh", widths: [3, 4, 2], m: 3, inputScale: 1e-8 },
    { ...curved, title: "tiny weights, tanh", widths: [3, 2, 4], m: 3, gain: 1e-8 },
    {
      ...curved,
      title: "a layer of 70 units, tanh",
      widths: [2, 70, 2],
      m: 2,
      gain: 0.5,
      biasScale: 0.3,
    },
  ],
  small: [
    { ...curved, title: "one unit, one example, tanh", widths: [2, 1], m: 1 },
    { title: "one layer, relu", widths: [2, 2], m: 2, activation: "relu" },
    { ...curved, title: "2 layers of one unit, tanh", widths: [1, 1, 1], m: 2 },
    { title: "2 layers, relu", widths: [2, 3, 2], m: 2, activation: "relu" },
    { ...curved, title: "2 layers, the last listed first, tanh", widths: [2, 3, 1], m: 2, lastFirst: true },
    { ...curved, title: "10 layers of one unit, tanh", widths: Array.from({ length: 11 }, () => 1), m: 1, gain: 0.1 },
    { title: "a dead unit in each layer, relu", widths: [2, 2, 2], m: 2, activation: "relu", firstUnits: "dead" },
    { title: "a unit exactly at 0, relu", widths: [2, 2], m: 2, activation: "relu", firstUnits: "at-zero" },
    { title: "a layer that is dead altogether, relu", widths: [2, 2, 2], m: 2, activation: "relu", silentLayer: 1 },
    { title: "large inputs, relu", widths: [2, 3], m: 2, activation: "relu", inputScale: 40 },
    { ...curved, title: "tiny inputs, tanh", widths: [2, 2], m: 2, inputScale: 1e-8 },
    { title: "66 examples, relu", widths: [1, 3], m: 66, activation: "relu" },
  ],
};

const networkCases =
  (scenarios: Scenarios<Scenario>): CaseGenerator =>
  (random, index, list) => {
    const { title, lastFirst = false, seed, asked, ...plan } = pickScenario(scenarios, index, list);
    const drawn = drawNetwork(seed === undefined ? random : new RandomState(seed), plan);
    const activation = asked ?? plan.activation;
    return {
      title,
      args: [toTensor(drawn.X), parametersRecord(drawn, lastFirst), { kind: "string", value: activation }],
    };
  };

/** Cases of `forwardDeep`. */
export const forwardCases: CaseGenerator = networkCases(forward);

/** Cases of `gradientNorms`. */
export const gradientNormCases: CaseGenerator = networkCases(backward);
