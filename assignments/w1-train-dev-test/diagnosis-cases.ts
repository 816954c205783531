import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";

/** Lowest and highest value to draw; equal where the value itself matters. */
type Range = readonly [low: number, high: number];

type Scenario = {
  readonly title: string;
  /** By how much the training error is above the optimal one, and the dev error above the training error. */
  readonly bias: Range;
  readonly variance: Range;
  /** As passed; missing where the argument is left out, together with those behind it. */
  readonly optimalError?: Range | undefined;
  readonly tolerance?: number | undefined;
};

/** Far from every tolerance below, so that no rounding decides. */
const low: Range = [0.004, 0.008];
const tiny: Range = [0.0003, 0.0008];
const high: Range = [0.06, 0.2];

const exactly = (value: number): Range => [value, value];

const scenarios: Scenarios<Scenario> = {
  visible: [
    { title: "high bias alone, both defaults", bias: high, variance: low },
    {
      title: "high variance alone, tolerance 0.05",
      bias: [0.025, 0.04],
      variance: high,
      optimalError: [0.03, 0.08],
      tolerance: 0.05,
    },
    {
      title: "both gaps exactly as large as the tolerance",
      bias: exactly(0.125),
      variance: exactly(0.125),
      optimalError: exactly(0.125),
      tolerance: 0.125,
    },
  ],
  hidden: [
    { title: "both high", bias: high, variance: high, optimalError: [0.02, 0.09], tolerance: 0.04 },
    { title: "neither high", bias: low, variance: low, optimalError: [0.05, 0.2] },
    { title: "a dev error below the training error", bias: high, variance: [-0.05, -0.03], optimalError: [0.02, 0.05] },
    {
      title: "a training error below the optimal one",
      bias: [-0.09, -0.07],
      variance: high,
      optimalError: [0.1, 0.2],
      tolerance: 0.05,
    },
    // 0.02 - 0 and 0.04 - 0.02 are 0.02 to the last bit.
    { title: "both gaps exactly as large as the default tolerance", bias: exactly(0.02), variance: exactly(0.02) },
    { title: "tolerance 0, no gaps", bias: exactly(0), variance: exactly(0), optimalError: [0.1, 0.3], tolerance: 0 },
    { title: "tolerance 0, small gaps", bias: tiny, variance: tiny, optimalError: exactly(0), tolerance: 0 },
    {
      title: "gaps just below a tolerance of 0.5",
      bias: [0.46, 0.49],
      variance: [0.46, 0.49],
      optimalError: exactly(0),
      tolerance: 0.5,
    },
    { title: "an optimal error that is passed as undefined", bias: high, variance: low, optimalError: undefined },
    {
      title: "both optional arguments passed as undefined",
      bias: low,
      variance: high,
      optimalError: undefined,
      tolerance: undefined,
    },
    {
      title: "an undefined optimal error, gaps between the default tolerance and a large one",
      bias: [0.04, 0.08],
      variance: [0.04, 0.08],
      optimalError: undefined,
      tolerance: 0.25,
    },
    { title: "gaps between 0.02 and 0.05", bias: [0.025, 0.04], variance: [0.025, 0.04], optimalError: [0.02, 0.1] },
    { title: "gaps between 0.01 and 0.02", bias: [0.012, 0.018], variance: [0.012, 0.018], optimalError: [0.02, 0.1] },
    { title: "a training error of 0", bias: exactly(0), variance: high, optimalError: exactly(0), tolerance: 0.05 },
    { title: "no error at all", bias: exactly(0), variance: exactly(0) },
    { title: "a training error below a thousandth", bias: tiny, variance: low, optimalError: exactly(0) },
    { title: "every guess on the dev set wrong", bias: [0.3, 0.6], variance: exactly(1), optimalError: exactly(0) },
  ],
  small: [
    { title: "high bias alone, both defaults", bias: high, variance: low },
    { title: "high variance alone, both defaults", bias: low, variance: high },
    { title: "both high", bias: high, variance: high, optimalError: [0.1, 0.2], tolerance: 0.04 },
    {
      title: "both gaps exactly as large as the tolerance",
      bias: exactly(0.0625),
      variance: exactly(0.0625),
      optimalError: exactly(0.25),
      tolerance: 0.0625,
    },
    { title: "a dev error below the training error", bias: high, variance: [-0.05, -0.03], optimalError: [0.02, 0.05] },
    { title: "a training error below the optimal one", bias: [-0.06, -0.04], variance: high, optimalError: [0.1, 0.2] },
    { title: "tolerance 0, no gaps", bias: exactly(0), variance: exactly(0), optimalError: [0.1, 0.3], tolerance: 0 },
    { title: "tolerance 0, small gaps", bias: tiny, variance: tiny, optimalError: exactly(0), tolerance: 0 },
    { title: "an optimal error that is passed as undefined", bias: low, variance: low, optimalError: undefined },
    { title: "gaps between 0.02 and 0.05", bias: [0.025, 0.04], variance: [0.025, 0.04], optimalError: [0.02, 0.1] },
    { title: "gaps between 0.01 and 0.02", bias: [0.012, 0.018], variance: [0.012, 0.018], optimalError: [0.02, 0.1] },
    { title: "a training error of 0", bias: exactly(0), variance: high },
  ],
};

/** Cases of `diagnoseBiasVariance`. */
export const diagnosisCases: CaseGenerator = (random, index, visibility) => {
  const scenario = pickScenario(scenarios, index, visibility);
  const { title, bias, variance, optimalError, tolerance } = scenario;
  const optimum = optimalError === undefined ? 0 : draw(random, optimalError);
  const trainError = decimal(optimum + draw(random, bias));
  const devError = decimal(Math.min(1, trainError + draw(random, variance)));
  const args = [trainError, devError].map(numberValue);
  if ("optimalError" in scenario) args.push(optimalError === undefined ? absent : numberValue(optimum));
  if ("tolerance" in scenario) args.push(tolerance === undefined ? absent : numberValue(tolerance));
  return { title, args };
};

const draw = (random: RandomState, [low, high]: Range): number =>
  low === high ? low : decimal(low + random.random() * (high - low));

/** Seven decimals. */
const decimal = (value: number): number => Math.round(value * 1e7) / 1e7;
