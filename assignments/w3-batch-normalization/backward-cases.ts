import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue, recordValue } from "../values/case-value.ts";
import { at, combine, type Matrix, mapMatrix, toTensor } from "../values/matrix.ts";
import type { RandomState } from "../values/random-state.ts";
import type { RecordValue } from "../values/value.ts";
import { type BatchPlan, type DrawnBatch, drawRows, drawSigned, leastOf, rowOf, toGrid } from "./draw-batch.ts";
import { gradientOfRows, meanOfRows, type Normalized, normalizeRows } from "./normalize.ts";

type Scenario = BatchPlan & {
  readonly title: string;
  readonly epsilon: number;
  /** What dZTilde is multiplied by. Default 1. */
  readonly gradientScale?: number;
  /** The gradient of the first unit is the same for every example. */
  readonly isEven?: true;
};

/** Below the default epsilon when squared, but not by much. */
const slight = 2 ** -13;

const backward: Scenarios<Scenario> = {
  visible: [
    { title: "3 units, 4 examples, epsilon 1e-8", units: 3, m: 4, epsilon: 1e-8 },
    {
      title: "as many units as examples, a negative gamma, epsilon 0.5",
      units: 3,
      m: 3,
      epsilon: 0.5,
      kinds: ["ordinary", "negative-gamma"],
    },
    { title: "one example: nothing comes back to Z, epsilon 1/64", units: 3, m: 1, epsilon: 1 / 64 },
  ],
  hidden: [
    { title: "4 units, 6 examples, epsilon 0.3", units: 4, m: 6, epsilon: 0.3, kinds: ["negative-gamma"] },
    {
      title: "two units of variance 0, epsilon 1/16",
      units: 3,
      m: 4,
      epsilon: 1 / 16,
      kinds: ["constant", "ordinary", "constant"],
    },
    {
      title: "a spread so small that an epsilon of 1e-8 counts",
      units: 3,
      m: 5,
      epsilon: 1e-8,
      scale: slight,
      gradientScale: slight,
    },
    {
      title: "as many units as examples, one gamma 0",
      units: 5,
      m: 5,
      epsilon: 1e-8,
      kinds: ["zero-gamma", "ordinary", "negative-gamma"],
    },
    { title: "128 examples", units: 2, m: 128, epsilon: 0.125, kind: "calm" },
    { title: "a gradient that is the same for every example", units: 3, m: 4, epsilon: 0.2, isEven: true },
    {
      title: "a large epsilon, 2 examples, large gradients",
      units: 3,
      m: 2,
      epsilon: 20,
      scale: 4,
      gradientScale: 256,
    },
    { title: "70 units, epsilon 0", units: 70, m: 4, epsilon: 0 },
    { title: "one example, 5 units, epsilon 1/4", units: 5, m: 1, epsilon: 1 / 4 },
  ],
  small: [
    { title: "one unit, 3 examples", units: 1, m: 3, epsilon: 1e-8 },
    { title: "one unit, 2 examples, epsilon 0.5", units: 1, m: 2, epsilon: 0.5 },
    { title: "2 units, 2 examples, a negative gamma", units: 2, m: 2, epsilon: 0.25, kinds: ["negative-gamma"] },
    { title: "one unit, one example", units: 1, m: 1, epsilon: 1 / 16 },
    { title: "a unit of variance 0", units: 1, m: 2, epsilon: 1 / 4, kind: "constant" },
    { title: "a gradient that is the same for both examples", units: 2, m: 2, epsilon: 0.5, isEven: true },
    { title: "a large epsilon", units: 1, m: 3, epsilon: 30, scale: 4 },
    { title: "a gamma of 0", units: 2, m: 2, epsilon: 0.5, kinds: ["zero-gamma"] },
    {
      title: "a small spread, epsilon 1e-8",
      units: 1,
      m: 3,
      epsilon: 1e-8,
      scale: slight,
      gradientScale: slight,
    },
  ],
};

/** Cases of `batchNormBackward`: the cache is that of a real forward pass. */
export const backwardCases: CaseGenerator = (random, index, list) => {
  const { title, epsilon, gradientScale = 1, isEven = false, ...plan } = pickScenario(backward, index, list);
  const drawn = drawRows(random, plan, (row, i) => {
    const normalized = normalizeRows(row.Z, epsilon);
    const even = isEven && i === 0;
    const gradient = even ? evenRow(random, plan.m) : drawGradient(random, normalized);
    const isReady = plan.m === 1 || even || isTelling(row, gradient, normalized, epsilon);
    return isReady ? { ...row, gradient } : undefined;
  });
  const dZTilde = mapMatrix(drawn.gradient, (value) => gradientScale * value);
  return { title, args: [toTensor(dZTilde), cacheRecord(drawn, epsilon)] };
};

function evenRow(random: RandomState, m: number): Matrix {
  const value = toGrid(1 + Math.abs(random.randn(1)[0] ?? 0));
  return rowOf(Array.from({ length: m }, () => value));
}

/** Neither its mean over the batch nor that of its product with ZNorm is 0, however many examples there are. */
function drawGradient(random: RandomState, { ZNorm }: Normalized): Matrix {
  const [mean, slope] = [drawSigned(random, 0.3, 0.6), drawSigned(random, 0.3, 0.6)];
  return mapMatrix(ZNorm, (value) => toGrid(mean + slope * value + (random.randn(1)[0] ?? 0)));
}

/** No sum is near 0 and no element of dZ so near it that rounding would decide; each of the two paths through the statistics is seen. */
function isTelling({ gamma }: DrawnBatch, gradient: Matrix, normalized: Normalized, epsilon: number): boolean {
  const { ZNorm, sigma2 } = normalized;
  const variance = at(sigma2, 0, 0);
  const along = at(meanOfRows(combine(gradient, ZNorm, (left, right) => left * right)), 0, 0);
  const spread = Math.sqrt(variance + epsilon);
  const isSeen = variance === 0 || Math.abs(along) > 0.15 * Math.sqrt(variance / (variance + epsilon));
  if (Math.abs(at(meanOfRows(gradient), 0, 0)) < 0.15 || !isSeen) return false;
  const scale = at(gamma, 0, 0) / spread;
  if (scale === 0 || ZNorm.columns > 16) return true;
  return leastOf(gradientOfRows(gradient, normalized, gamma, epsilon)) > 0.1 * Math.abs(scale);
}

function cacheRecord({ Z, gamma }: DrawnBatch, epsilon: number): RecordValue {
  const { ZNorm, mu, sigma2 } = normalizeRows(Z, epsilon);
  return recordValue([
    ["ZNorm", toTensor(ZNorm)],
    ["mu", toTensor(mu)],
    ["sigma2", toTensor(sigma2)],
    ["gamma", toTensor(gamma)],
    ["epsilon", numberValue(epsilon)],
  ]);
}
