import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { absent, numberValue, recordValue } from "../values/case-value.ts";
import { at, type Matrix, mapMatrix, matrixOf, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue, Value } from "../values/value.ts";
import { type BatchPlan, type DrawnBatch, drawBatch, drawRows, drawSigned, leastOf, rowOf } from "./draw-batch.ts";
import { normalizeRows, scaleAndShift } from "./normalize.ts";

type Scenario = BatchPlan & {
  readonly title: string;
  /** Undefined is passed as such. */
  readonly epsilon: number | undefined;
};

/** Below the default epsilon when squared, but not by much. */
const slight = 2 ** -13;

const forward: Scenarios<Scenario> = {
  visible: [
    { title: "3 units, 5 examples, default epsilon", units: 3, m: 5, epsilon: undefined },
    {
      title: "as many units as examples, a negative gamma, epsilon 0.25",
      units: 4,
      m: 4,
      epsilon: 0.25,
      kinds: ["ordinary", "negative-gamma"],
    },
    { title: "one example: only beta is left, epsilon 0.5", units: 3, m: 1, epsilon: 0.5 },
  ],
  hidden: [
    { title: "4 units, 8 examples, epsilon 0.5", units: 4, m: 8, epsilon: 0.5, kinds: ["negative-gamma"] },
    {
      title: "two units of variance 0: epsilon decides",
      units: 3,
      m: 4,
      epsilon: undefined,
      kinds: ["constant", "ordinary", "constant"],
    },
    { title: "a spread so small that the default epsilon counts", units: 3, m: 6, epsilon: undefined, scale: slight },
    {
      title: "as many units as examples, one gamma 0, epsilon 0.01",
      units: 5,
      m: 5,
      epsilon: 0.01,
      kinds: ["zero-gamma", "ordinary", "negative-gamma"],
    },
    { title: "one example, 5 units, large numbers", units: 5, m: 1, epsilon: 0.75, scale: 1024 },
    { title: "128 examples, large numbers", units: 2, m: 128, epsilon: 0.125, scale: 1024, kind: "calm" },
    { title: "a large epsilon, 2 examples", units: 3, m: 2, epsilon: 20, scale: 4 },
    { title: "70 units", units: 70, m: 4, epsilon: undefined },
  ],
  small: [
    { title: "one unit, 3 examples", units: 1, m: 3, epsilon: 0.5 },
    { title: "2 units, 2 examples", units: 2, m: 2, epsilon: undefined, kinds: ["ordinary", "negative-gamma"] },
    { title: "one unit, one example", units: 1, m: 1, epsilon: undefined },
    { title: "a unit of variance 0", units: 2, m: 2, epsilon: undefined, kinds: ["constant"] },
    { title: "a small spread, default epsilon", units: 1, m: 4, epsilon: undefined, scale: slight },
    { title: "a large epsilon", units: 1, m: 3, epsilon: 30, scale: 4 },
    { title: "a gamma of 0", units: 2, m: 2, epsilon: 0.5, kinds: ["zero-gamma"] },
    { title: "large numbers", units: 1, m: 2, epsilon: 0.5, scale: 4096 },
  ],
};

/** Cases of `batchNormForward`. */
export const forwardCases: CaseGenerator = (random, index, list) => {
  const { title, epsilon, ...plan } = pickScenario(forward, index, list);
  const { Z, gamma, beta } = drawBatch(random, plan);
  return { title, args: [toTensor(Z), toTensor(gamma), toTensor(beta), optional(epsilon)] };
};

/** Where the running statistics come from. */
type RunningKind = "ordinary" | "zero-variance" | "initial";

const inference: Scenarios<Scenario & { readonly running?: RunningKind }> = {
  visible: [
    { title: "3 units, 4 examples, default epsilon", units: 3, m: 4, epsilon: undefined },
    { title: "one example, epsilon 1/16", units: 3, m: 1, epsilon: 1 / 16 },
    {
      title: "as many units as examples, a negative gamma, epsilon 0.5",
      units: 3,
      m: 3,
      epsilon: 0.5,
      kinds: ["ordinary", "negative-gamma"],
    },
    { title: "a small running variance, 2 units, default epsilon", units: 2, m: 3, epsilon: undefined, scale: slight },
  ],
  hidden: [
    { title: "4 units, 7 examples, epsilon 0.3", units: 4, m: 7, epsilon: 0.3, kinds: ["negative-gamma"] },
    { title: "a running variance of 0: epsilon decides", units: 3, m: 4, epsilon: undefined, running: "zero-variance" },
    {
      title: "a running variance so small that the default epsilon counts",
      units: 2,
      m: 5,
      epsilon: undefined,
      scale: slight,
    },
    { title: "statistics from before the first batch, one example", units: 4, m: 1, epsilon: 0.02, running: "initial" },
    {
      title: "as many units as examples, one gamma 0, epsilon 0.04",
      units: 4,
      m: 4,
      epsilon: 0.04,
      kinds: ["negative-gamma", "zero-gamma"],
    },
    { title: "128 examples, large numbers", units: 2, m: 128, epsilon: 2, scale: 64, kind: "calm" },
    { title: "a large epsilon", units: 3, m: 2, epsilon: 20, scale: 4 },
    { title: "70 units, equal examples", units: 70, m: 2, epsilon: 0.125, kind: "constant" },
  ],
  small: [
    { title: "one unit, 2 examples", units: 1, m: 2, epsilon: 0.5 },
    { title: "one unit, one example", units: 1, m: 1, epsilon: undefined },
    { title: "2 units, 2 examples", units: 2, m: 2, epsilon: undefined, kinds: ["negative-gamma"] },
    { title: "a running variance of 0", units: 1, m: 2, epsilon: undefined, running: "zero-variance" },
    { title: "a small running variance, default epsilon", units: 1, m: 3, epsilon: undefined, scale: slight },
    { title: "a large epsilon, one example", units: 2, m: 1, epsilon: 30, scale: 4 },
    { title: "statistics from before the first batch", units: 1, m: 3, epsilon: 0.5, running: "initial" },
    { title: "equal examples", units: 1, m: 3, epsilon: 0.5, kind: "constant" },
  ],
};

/** Cases of `batchNormInference`: running statistics that are not those of the batch. */
export const inferenceCases: CaseGenerator = (random, index, list) => {
  const { title, epsilon, running = "ordinary", ...plan } = pickScenario(inference, index, list);
  const drawn = drawRows(random, plan, (row) => {
    const statistics = drawRunning(random, plan.scale ?? 1, running);
    return isTelling(row, statistics, epsilon) ? { ...row, ...statistics } : undefined;
  });
  const tensors = [drawn.Z, drawn.gamma, drawn.beta].map(toTensor);
  return { title, args: [...tensors, statisticsRecord(drawn.mu, drawn.sigma2), optional(epsilon)] };
};

type Statistics = Readonly<Record<"mu" | "sigma2", Matrix>>;

/** Of one unit. Where it is ordinary, the variance is not 1. */
function drawRunning(random: RandomState, scale: number, kind: RunningKind): Statistics {
  if (kind === "initial") return { mu: rowOf([0]), sigma2: rowOf([1]) };
  const sigma2 = kind === "zero-variance" ? 0 : scale ** 2 * (1.8 + drawSigned(random, 0.2, 1.2));
  return { mu: rowOf([scale * drawSigned(random, 0.3, 3)]), sigma2: rowOf([sigma2]) };
}

/** No result is near 0, and the statistics are not those of the unit's own batch. */
function isTelling({ Z, gamma, beta }: DrawnBatch, { mu, sigma2 }: Statistics, epsilon = 1e-8): boolean {
  const own = normalizeRows(Z, epsilon);
  const spread = Math.sqrt(at(sigma2, 0, 0) + epsilon);
  if (Math.abs(at(own.mu, 0, 0) - at(mu, 0, 0)) < 0.2 * spread) return false;
  const ZNorm = mapMatrix(Z, (value) => (value - at(mu, 0, 0)) / spread);
  if (Z.columns > 16) return true;
  return leastOf(ZNorm) > 0.06 && leastOf(scaleAndShift(ZNorm, gamma, beta)) > 0.12;
}

const statisticsRecord = (mu: Matrix, sigma2: Matrix): RecordValue =>
  recordValue([
    ["mu", toTensor(mu)],
    ["sigma2", toTensor(sigma2)],
  ]);

const optional = (value: number | undefined): Value => (value === undefined ? absent : numberValue(value));

type Averaging = {
  readonly title: string;
  readonly units: number;
  readonly momentum: number | undefined;
  /** What the numbers of all statistics are multiplied by. */
  readonly scale?: number;
  /** The averages are 0 and 1, as before the first batch. */
  readonly isFirst?: true;
  /** The new batch had one example, or equal ones. */
  readonly hasNoSpread?: true;
};

const averaging: Scenarios<Averaging> = {
  visible: [
    { title: "3 units, default momentum", units: 3, momentum: undefined },
    { title: "2 units, momentum 0.75", units: 2, momentum: 0.75 },
    { title: "momentum 0: only the new batch counts", units: 2, momentum: 0 },
  ],
  hidden: [
    { title: "4 units, momentum 0.6", units: 4, momentum: 0.6 },
    { title: "momentum 1: nothing changes", units: 3, momentum: 1 },
    { title: "the first batch, default momentum", units: 3, momentum: undefined, isFirst: true },
    { title: "70 units, large statistics, momentum 0.99", units: 70, momentum: 0.99, scale: 64 },
    { title: "one unit, momentum 0", units: 1, momentum: 0, scale: 64 },
    { title: "a batch without spread, momentum 0.8", units: 2, momentum: 0.8, hasNoSpread: true },
  ],
  small: [
    { title: "one unit, default momentum", units: 1, momentum: undefined },
    { title: "one unit, momentum 0.25", units: 1, momentum: 0.25 },
    { title: "momentum 0, 2 units", units: 2, momentum: 0, scale: 2 },
    { title: "momentum 1, one unit", units: 1, momentum: 1 },
    { title: "the first batch", units: 1, momentum: 0.5, isFirst: true },
    { title: "a batch without spread", units: 1, momentum: 0.75, hasNoSpread: true },
    { title: "large statistics", units: 1, momentum: 0.75, scale: 1024 },
  ],
};

/** Cases of `updateRunningStatistics`: averages and new statistics that differ, and whose average is not near 0. */
export const averagingCases: CaseGenerator = (random, index, list) => {
  const { title, units, momentum, scale = 1, isFirst, hasNoSpread } = pickScenario(averaging, index, list);
  const past = matrixOf(units, 1, () => (isFirst ? 0 : scale * drawSigned(random, 1, 2)));
  // New means lie on the far side of the old ones, or double them.
  const mu = mapMatrix(past, (value) => scale * drawSigned(random, 0.25, 0.5) + (isFirst ? 2 * scale : 3 * value));
  const pastVariance = matrixOf(units, 1, () => (isFirst ? 1 : scale * (1.75 + drawSigned(random, 0.25, 0.75))));
  const sigma2 = matrixOf(units, 1, () => (hasNoSpread ? 0 : scale * (5 + drawSigned(random, 0.25, 1.5))));
  const args = [statisticsRecord(past, pastVariance), toTensor(mu), toTensor(sigma2), optional(momentum)];
  return { title, args };
};
