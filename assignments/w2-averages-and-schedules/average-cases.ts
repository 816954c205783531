import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue, tensorValue } from "../values/case-value.ts";
import type { RandomState } from "../values/random-state.ts";
import type { Value } from "../values/value.ts";

type Scenario = {
  readonly title: string;
  /** How many values. */
  readonly count: number;
  readonly beta: number;
  /** As passed; not at all by default. */
  readonly biasCorrection?: boolean | "undefined";
  /** About what the values vary, and how much; by default like temperatures. */
  readonly level?: number;
  readonly deviation?: number;
};

const averages: Scenarios<Scenario> = {
  visible: [
    { title: "25 values, beta 0.9", count: 25, beta: 0.9 },
    { title: "10 values, without bias correction", count: 10, beta: 0.9, biasCorrection: false },
    { title: "40 values, beta 0.98", count: 40, beta: 0.98, biasCorrection: true },
  ],
  hidden: [
    { title: "20 values, beta 0.8, without bias correction", count: 20, beta: 0.8, biasCorrection: false },
    { title: "a single value", count: 1, beta: 0.96 },
    { title: "beta 0", count: 6, beta: 0, level: 0, deviation: 3, biasCorrection: true },
    { title: "a beta above 0.98", count: 30, beta: 0.995, biasCorrection: true },
    { title: "100 values, some of them large", count: 100, beta: 0.9, level: 90, deviation: 25 },
    { title: "bias correction passed as undefined", count: 8, beta: 0.7, biasCorrection: "undefined" },
    { title: "tiny values", count: 12, beta: 0.6, level: 3e-8, deviation: 1e-8, biasCorrection: true },
    { title: "a single value, without bias correction", count: 1, beta: 0.75, biasCorrection: false },
  ],
  small: [
    { title: "a single value", count: 1, beta: 0.5 },
    { title: "2 values", count: 2, beta: 0.5 },
    { title: "3 values", count: 3, beta: 0.8, biasCorrection: true },
    { title: "2 values, without bias correction", count: 2, beta: 0.8, biasCorrection: false },
    { title: "2 values, bias correction passed as undefined", count: 2, beta: 0.8, biasCorrection: "undefined" },
    { title: "3 equal values", count: 3, beta: 0.9, level: 4, deviation: 0 },
    { title: "3 values, beta 0", count: 3, beta: 0, level: 0, deviation: 3 },
    { title: "2 values, a beta above 0.98", count: 2, beta: 0.99 },
    { title: "3 tiny values", count: 3, beta: 0.5, level: 3e-8, deviation: 1e-8 },
    { title: "3 large values", count: 3, beta: 0.5, level: 500, deviation: 50 },
    { title: "70 values", count: 70, beta: 0.9 },
  ],
};

/** Cases of `exponentiallyWeightedAverage`. */
export const averageCases: CaseGenerator = (random, index, list) => {
  const { title, beta, biasCorrection, ...series } = pickScenario(averages, index, list);
  const args: Value[] = [drawSeries(random, series), numberValue(beta)];
  if (biasCorrection === "undefined") args.push(absent);
  else if (biasCorrection !== undefined) args.push({ kind: "boolean", value: biasCorrection });
  return { title, args };
};

function drawSeries(
  random: RandomState,
  { count, level = 12, deviation = 4 }: Pick<Scenario, "count" | "level" | "deviation">,
): Value {
  return tensorValue(
    [count],
    random.randn(count).map((draw) => level + deviation * draw),
  );
}
