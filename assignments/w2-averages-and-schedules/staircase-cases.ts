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
  readonly interval: Range;
  /** The epoch is this many intervals and so many epochs: [3, 3] and [-1, -1] make one epoch before the third step. */
  readonly intervals: Range;
  readonly epochs: Range;
  readonly factor: Range | Default;
  readonly learningRate0?: Range;
};

const staircase: Scenarios<Scenario> = {
  visible: [
    {
      title: "inside the third interval, factor left out",
      interval: [50, 50],
      intervals: [2, 2],
      epochs: [10, 20],
      factor: "left-out",
    },
    {
      title: "epoch 0, an interval of one epoch",
      interval: [1, 1],
      intervals: [0, 0],
      epochs: [0, 0],
      factor: [0.2, 0.4],
    },
    { title: "at the start of an interval", interval: [10, 20], intervals: [3, 3], epochs: [0, 0], factor: [0.6, 0.9] },
  ],
  hidden: [
    { title: "inside an interval", interval: [13, 13], intervals: [4, 4], epochs: [8, 9], factor: [0.72, 0.88] },
    {
      title: "one epoch before the first interval ends",
      interval: [2000, 2000],
      intervals: [1, 1],
      epochs: [-1, -1],
      factor: [0.2, 0.4],
    },
    // 49 * (1 / 49) is below 1.
    {
      title: "at the start of the second interval, a small factor",
      interval: [49, 49],
      intervals: [1, 1],
      epochs: [0, 0],
      factor: [2e-4, 9e-4],
    },
    {
      title: "one epoch before an interval ends, a tiny learning rate",
      interval: [30, 45],
      intervals: [4, 6],
      epochs: [-1, -1],
      factor: [0.6, 0.9],
      learningRate0: tinyRates,
    },
    {
      title: "one epoch after the start of an interval",
      interval: [30, 45],
      intervals: [2, 4],
      epochs: [1, 1],
      factor: "left-out",
    },
    { title: "an interval of one epoch", interval: [1, 1], intervals: [12, 20], epochs: [0, 0], factor: [0.8, 0.9] },
    { title: "factor 1", interval: [10, 20], intervals: [2, 5], epochs: [3, 8], factor: [1, 1] },
    {
      title: "at the start of an interval, factor passed as undefined",
      interval: [5, 9],
      intervals: [3, 6],
      epochs: [0, 0],
      factor: "undefined",
    },
    {
      title: "after 1500 intervals, a factor near 1",
      interval: [2, 2],
      intervals: [1500, 1500],
      epochs: [1, 1],
      // float32 holds it exactly: its powers are the same however they are computed.
      factor: [1 - 2 ** -10, 1 - 2 ** -10],
    },
  ],
  small: [
    {
      title: "one epoch before the first interval ends",
      interval: [4, 9],
      intervals: [1, 1],
      epochs: [-1, -1],
      factor: [0.1, 0.4],
    },
    {
      title: "at the start of the second interval",
      interval: [3, 9],
      intervals: [1, 1],
      epochs: [0, 0],
      factor: [0.1, 0.4],
    },
    {
      title: "one epoch after the start of an interval",
      interval: [3, 9],
      intervals: [2, 3],
      epochs: [1, 1],
      factor: [0.1, 0.4],
    },
    {
      title: "one epoch before an interval ends",
      interval: [4, 9],
      intervals: [3, 4],
      epochs: [-1, -1],
      factor: [0.6, 0.9],
    },
    { title: "an interval of one epoch", interval: [1, 1], intervals: [2, 5], epochs: [0, 0], factor: [0.1, 0.4] },
    { title: "an interval of 49 epochs", interval: [49, 49], intervals: [2, 2], epochs: [0, 0], factor: [0.1, 0.4] },
    { title: "factor 1", interval: [3, 9], intervals: [2, 3], epochs: [1, 2], factor: [1, 1] },
    { title: "epoch 0, factor left out", interval: [3, 9], intervals: [0, 0], epochs: [0, 0], factor: "left-out" },
    { title: "factor left out", interval: [4, 9], intervals: [2, 3], epochs: [1, 2], factor: "left-out" },
    { title: "factor passed as undefined", interval: [4, 9], intervals: [2, 3], epochs: [1, 2], factor: "undefined" },
    {
      title: "a large learning rate",
      interval: [4, 9],
      intervals: [2, 3],
      epochs: [1, 2],
      factor: [0.1, 0.4],
      learningRate0: [20, 90],
    },
    {
      title: "a tiny learning rate",
      interval: [4, 9],
      intervals: [2, 3],
      epochs: [1, 2],
      factor: [0.1, 0.4],
      learningRate0: tinyRates,
    },
  ],
};

/** Cases of `staircaseDecay`. */
export const staircaseCases: CaseGenerator = (random, index, list) => {
  const { title, interval, intervals, epochs, factor, ...scenario } = pickScenario(staircase, index, list);
  const learningRate0 = drawDecimal(random, scenario.learningRate0 ?? usualRates);
  const length = drawInteger(random, interval);
  const epochNum = length * drawInteger(random, intervals) + drawInteger(random, epochs);
  const last = typeof factor === "string" ? factor : drawDecimal(random, factor);
  return { title, args: [...[learningRate0, epochNum, length].map(numberValue), ...lastArgument(last)] };
};
