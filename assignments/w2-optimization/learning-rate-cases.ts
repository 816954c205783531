import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";
import type { Value } from "../values/value.ts";

/** Lowest and highest value to draw; equal where the value itself matters. */
type Range = readonly [low: number, high: number];

type UpdateScenario = {
  readonly title: string;
  readonly epochNum: Range;
  readonly decayRate: Range;
  readonly learningRate0?: Range;
};

const usualRates: Range = [0.02, 0.9];
const tinyRates: Range = [2e-8, 9e-8];

const updates: Scenarios<UpdateScenario> = {
  visible: [
    { title: "epoch 2, decay rate 1", epochNum: [2, 2], decayRate: [1, 1] },
    { title: "epoch 0", epochNum: [0, 0], decayRate: [0.5, 1] },
    { title: "an epoch between 20 and 90", epochNum: [20, 90], decayRate: [0.01, 0.1] },
  ],
  hidden: [
    { title: "epoch 1", epochNum: [1, 1], decayRate: [0.1, 0.9] },
    { title: "decay rate 0", epochNum: [5, 50], decayRate: [0, 0] },
    {
      title: "epoch 10^6",
      epochNum: [1_000_000, 1_000_000],
      decayRate: [0.0003, 0.0005],
      learningRate0: tinyRates,
    },
    { title: "a decay rate above 1", epochNum: [3, 9], decayRate: [12, 20] },
    { title: "a small decay rate", epochNum: [100, 400], decayRate: [0.001, 0.004] },
  ],
  small: [
    { title: "epoch 1", epochNum: [1, 1], decayRate: [1, 3] },
    { title: "epoch 1, a decay rate below 1", epochNum: [1, 1], decayRate: [0.2, 0.8] },
    { title: "decay rate 0", epochNum: [2, 4], decayRate: [0, 0] },
    { title: "epoch 0, decay rate 0", epochNum: [0, 0], decayRate: [0, 0] },
    { title: "a decay rate above 1", epochNum: [2, 4], decayRate: [2, 5] },
    { title: "a large epoch", epochNum: [10_000, 90_000], decayRate: [0.001, 0.009] },
    { title: "a large learning rate", epochNum: [2, 4], decayRate: [0.2, 0.8], learningRate0: [20, 90] },
    { title: "a tiny learning rate", epochNum: [2, 4], decayRate: [0.2, 0.8], learningRate0: tinyRates },
  ],
};

/** Cases of `updateLr`. */
export const updateLrCases: CaseGenerator = (random, index, visibility) => {
  const { title, epochNum, decayRate, learningRate0 = usualRates } = pickScenario(updates, index, visibility);
  const args = [drawDecimal(random, learningRate0), drawInteger(random, epochNum), drawDecimal(random, decayRate)];
  return { title, args: args.map(numberValue) };
};

type ScheduleScenario = {
  readonly title: string;
  readonly timeInterval: Range;
  /** The epoch is this many intervals and so many epochs: [3, -1] is one epoch before the third interval. */
  readonly intervals: Range;
  readonly epochs: Range;
  readonly decayRate: Range;
  readonly learningRate0?: Range;
  /** How the interval of 1000 is passed where it is the default. */
  readonly passing?: "left-out" | "undefined";
};

const schedule: Scenarios<ScheduleScenario> = {
  visible: [
    {
      title: "inside the third interval",
      timeInterval: [100, 100],
      intervals: [2, 2],
      epochs: [10, 40],
      decayRate: [1, 1],
    },
    {
      title: "epoch 0, an interval of one epoch",
      timeInterval: [1, 1],
      intervals: [0, 0],
      epochs: [0, 0],
      decayRate: [0.5, 1],
    },
    {
      title: "at the start of an interval",
      timeInterval: [10, 20],
      intervals: [3, 3],
      epochs: [0, 0],
      decayRate: [0.3, 0.9],
    },
    {
      title: "default interval",
      timeInterval: [1000, 1000],
      intervals: [2, 4],
      epochs: [300, 450],
      decayRate: [0.2, 0.8],
      passing: "left-out",
    },
  ],
  hidden: [
    {
      title: "before the first interval ends",
      timeInterval: [2000, 2000],
      intervals: [1, 1],
      epochs: [-1, -1],
      // No whole number of intervals makes a whole number of it.
      decayRate: [0.73, 0.73],
    },
    // 49 * (1 / 49) is below 1.
    { title: "at the first interval", timeInterval: [49, 49], intervals: [1, 1], epochs: [0, 0], decayRate: [0.5, 1] },
    {
      title: "one epoch after an interval",
      timeInterval: [30, 45],
      intervals: [3, 5],
      epochs: [1, 1],
      decayRate: [0.4, 0.7],
      learningRate0: tinyRates,
    },
    {
      title: "an interval of one epoch",
      timeInterval: [1, 1],
      intervals: [300, 900],
      epochs: [0, 0],
      decayRate: [0.1, 0.4],
    },
    { title: "decay rate 0", timeInterval: [10, 20], intervals: [2, 5], epochs: [3, 8], decayRate: [0, 0] },
    {
      title: "at the start of an interval that is passed as undefined",
      timeInterval: [1000, 1000],
      intervals: [2, 5],
      epochs: [0, 0],
      decayRate: [15.31, 15.32],
      passing: "undefined",
    },
  ],
  small: [
    {
      title: "before the first interval ends",
      timeInterval: [4, 9],
      intervals: [1, 1],
      epochs: [-1, -1],
      decayRate: [1, 2],
    },
    { title: "at the first interval", timeInterval: [3, 9], intervals: [1, 1], epochs: [0, 0], decayRate: [0.2, 0.9] },
    {
      title: "an epoch after an interval",
      timeInterval: [3, 9],
      intervals: [2, 3],
      epochs: [1, 1],
      decayRate: [0.2, 0.9],
    },
    {
      title: "the last epoch of an interval",
      timeInterval: [3, 9],
      intervals: [3, 4],
      epochs: [-1, -1],
      decayRate: [1, 2],
    },
    {
      title: "an interval of one epoch",
      timeInterval: [1, 1],
      intervals: [2, 9],
      epochs: [0, 0],
      decayRate: [0.2, 0.9],
    },
    { title: "an interval of 49 epochs", timeInterval: [49, 49], intervals: [2, 2], epochs: [0, 0], decayRate: [1, 2] },
    { title: "decay rate 0", timeInterval: [3, 9], intervals: [2, 3], epochs: [1, 2], decayRate: [0, 0] },
    {
      title: "a large learning rate",
      timeInterval: [3, 9],
      intervals: [2, 3],
      epochs: [1, 2],
      decayRate: [0.2, 0.9],
      learningRate0: [20, 90],
    },
    {
      title: "a tiny learning rate",
      timeInterval: [3, 9],
      intervals: [2, 3],
      epochs: [1, 2],
      decayRate: [0.2, 0.9],
      learningRate0: tinyRates,
    },
    {
      title: "a large epoch",
      timeInterval: [3, 9],
      intervals: [10_000, 90_000],
      epochs: [1, 2],
      decayRate: [0.001, 0.009],
    },
    {
      title: "an interval that is passed as undefined",
      timeInterval: [1000, 1000],
      intervals: [1, 1],
      epochs: [0, 500],
      decayRate: [0.2, 0.9],
      passing: "undefined",
    },
    {
      title: "an interval that is left out, before the first ends",
      timeInterval: [1000, 1000],
      intervals: [1, 1],
      epochs: [-1, -1],
      decayRate: [1, 2],
      passing: "left-out",
    },
  ],
};

/** Cases of `scheduleLrDecay`. */
export const scheduleLrDecayCases: CaseGenerator = (random, index, visibility) => {
  const { title, timeInterval, intervals, epochs, decayRate, passing, ...scenario } = pickScenario(
    schedule,
    index,
    visibility,
  );
  const learningRate0 = drawDecimal(random, scenario.learningRate0 ?? usualRates);
  const interval = drawInteger(random, timeInterval);
  const epochNum = interval * drawInteger(random, intervals) + drawInteger(random, epochs);
  const args: Value[] = [learningRate0, epochNum, drawDecimal(random, decayRate)].map(numberValue);
  if (passing === undefined) args.push(numberValue(interval));
  if (passing === "undefined") args.push(absent);
  return { title, args };
};

function drawInteger(random: RandomState, [low, high]: Range): number {
  return random.randint(low, high + 1, 1)[0] ?? low;
}

/** Four decimals, as people write such numbers; tiny ones have ten. */
function drawDecimal(random: RandomState, [low, high]: Range): number {
  const unit = high > 0 && high < 1e-4 ? 1e10 : 1e4;
  return drawInteger(random, [Math.round(low * unit), Math.round(high * unit)]) / unit;
}
