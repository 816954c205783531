import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue } from "../values/case-value.ts";
import {
  type Default,
  drawDecimal,
  drawInteger,
  lastArgument,
  type Range,
  tinyRates,
  usualRates,
} from "./drawn-numbers.ts";

type Scenario = {
  readonly title: string;
  readonly epochNum: Range;
  /** Of base or k. */
  readonly last: Range | Default;
  readonly learningRate0?: Range;
};

/** A base that float32 holds exactly: its powers are the same however they are computed. */
const exactBase = 1 - 2 ** -10;

const exponential: Scenarios<Scenario> = {
  visible: [
    { title: "epoch 2, base 0.8", epochNum: [2, 2], last: [0.8, 0.8] },
    { title: "epoch 0", epochNum: [0, 0], last: [0.6, 0.9] },
    { title: "an epoch between 20 and 60, base left out", epochNum: [20, 60], last: "left-out" },
  ],
  hidden: [
    { title: "an epoch between 5 and 9", epochNum: [5, 9], last: [0.82, 0.93] },
    { title: "epoch 1", epochNum: [1, 1], last: [0.3, 0.45] },
    { title: "epoch 0, base left out", epochNum: [0, 0], last: "left-out" },
    { title: "base 1", epochNum: [5, 50], last: [1, 1] },
    { title: "a small base", epochNum: [2, 2], last: [2e-4, 9e-4] },
    { title: "base passed as undefined", epochNum: [3, 12], last: "undefined" },
    { title: "epoch 2000, a base near 1", epochNum: [2000, 2000], last: [exactBase, exactBase] },
    { title: "a tiny learning rate", epochNum: [4, 9], last: [0.6, 0.9], learningRate0: tinyRates },
  ],
  small: [
    { title: "epoch 1", epochNum: [1, 1], last: [0.6, 0.8] },
    { title: "epoch 2", epochNum: [2, 2], last: [0.1, 0.4] },
    { title: "epoch 0", epochNum: [0, 0], last: [0.1, 0.5] },
    { title: "epoch 3, base left out", epochNum: [3, 3], last: "left-out" },
    { title: "epoch 2, base passed as undefined", epochNum: [2, 2], last: "undefined" },
    { title: "epoch 3, base 1", epochNum: [3, 3], last: [1, 1] },
    { title: "epoch 1500, a base near 1", epochNum: [1500, 1500], last: [exactBase, exactBase] },
    { title: "epoch 2, a large learning rate", epochNum: [2, 2], last: [0.6, 0.8], learningRate0: [20, 90] },
    { title: "epoch 2, a tiny learning rate", epochNum: [2, 2], last: [0.6, 0.8], learningRate0: tinyRates },
  ],
};

const inverseSqrt: Scenarios<Scenario> = {
  visible: [
    { title: "epoch 4, k left out", epochNum: [4, 4], last: "left-out" },
    { title: "epoch 0", epochNum: [0, 0], last: [0.3, 0.8] },
    { title: "an epoch between 20 and 90", epochNum: [20, 90], last: [0.3, 0.8] },
  ],
  hidden: [
    { title: "an epoch between 5 and 15", epochNum: [5, 15], last: [0.5, 0.9] },
    { title: "epoch 1", epochNum: [1, 1], last: [0.2, 0.7] },
    { title: "epoch 0, k above 1", epochNum: [0, 0], last: [2, 9] },
    { title: "epoch 0, k left out", epochNum: [0, 0], last: "left-out" },
    { title: "k above the root of the epoch", epochNum: [3, 8], last: [16, 18] },
    { title: "epoch 10^6", epochNum: [1_000_000, 1_000_000], last: [0.3, 0.8] },
    { title: "k passed as undefined", epochNum: [10, 30], last: "undefined" },
    { title: "a tiny k and a tiny learning rate", epochNum: [4, 9], last: [2e-5, 8e-5], learningRate0: tinyRates },
  ],
  small: [
    { title: "epoch 1", epochNum: [1, 1], last: [0.2, 0.8] },
    { title: "epoch 2", epochNum: [2, 2], last: [0.2, 0.8] },
    { title: "epoch 0", epochNum: [0, 0], last: [0.2, 0.8] },
    { title: "epoch 0, k above 1", epochNum: [0, 0], last: [2, 3] },
    { title: "epoch 0, k left out", epochNum: [0, 0], last: "left-out" },
    { title: "epoch 3, k left out", epochNum: [3, 3], last: "left-out" },
    { title: "epoch 3, k passed as undefined", epochNum: [3, 3], last: "undefined" },
    { title: "epoch 2, k above the root of the epoch", epochNum: [2, 2], last: [3, 5] },
    { title: "epoch 10^4", epochNum: [10_000, 10_000], last: [0.2, 0.8] },
    { title: "epoch 2, a large learning rate", epochNum: [2, 2], last: [0.2, 0.8], learningRate0: [20, 90] },
    { title: "epoch 2, a tiny learning rate", epochNum: [2, 2], last: [0.2, 0.8], learningRate0: tinyRates },
  ],
};

const casesOf =
  (scenarios: Scenarios<Scenario>): CaseGenerator =>
  (random, index, list) => {
    const { title, epochNum, last, learningRate0 = usualRates } = pickScenario(scenarios, index, list);
    const required = [drawDecimal(random, learningRate0), drawInteger(random, epochNum)].map(numberValue);
    const drawn = typeof last === "string" ? last : drawDecimal(random, last);
    return { title, args: [...required, ...lastArgument(drawn)] };
  };

/** Cases of `exponentialDecay`. */
export const exponentialCases = casesOf(exponential);

/** Cases of `inverseSqrtDecay`. */
export const inverseSqrtCases = casesOf(inverseSqrt);
