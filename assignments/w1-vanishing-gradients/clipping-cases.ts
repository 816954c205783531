import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue } from "../values/case-value.ts";
import { drawGradients, type GradientsPlan, gradientsRecord, largestOf, normOf } from "./draw-gradients.ts";

/** A limit: a number, or a multiple of the largest magnitude or of the norm. */
type Limit = number | { readonly times: number };

type Scenario = GradientsPlan & { readonly title: string; readonly limit: Limit };

const deep = [2, 3, 2, 1, 2, 3, 2, 2, 1, 3, 2, 2] as const;
const narrow = Array.from({ length: 11 }, () => 1);

const byValue: Scenarios<Scenario> = {
  visible: [
    { title: "2 layers, limit 1", layerDims: [4, 3, 2], limit: 1 },
    { title: "1 layer, limit 0.5", layerDims: [3, 4], limit: 0.5 },
    { title: "nothing reaches the limit", layerDims: [3, 2, 1], limit: { times: 2 }, anything: true },
  ],
  hidden: [
    { title: "layers of equal shapes", layerDims: [3, 3, 3], limit: 0.75 },
    {
      title: "11 layers, some of them tiny, huge or zero, the last listed first",
      layerDims: deep,
      limit: 0.4,
      scales: [1, 1e-8, 1000, 0, 1],
      lastFirst: true,
      anything: true,
    },
    { title: "a single weight and bias", layerDims: [1, 1], limit: { times: 0.25 }, whole: [-4, 3], exponent: -3 },
    {
      title: "elements that equal the limit",
      layerDims: [4, 3],
      limit: { times: 1 },
      whole: [3, -3, 1, 2, -1, 3, -2],
      exponent: 12,
    },
    { title: "limit 0", layerDims: [3, 2], limit: 0 },
    { title: "70 units, large gradients and a large limit", layerDims: [2, 70, 1], limit: 400, scales: [500] },
    { title: "tiny gradients and a tiny limit", layerDims: [3, 4], limit: 5e-9, scales: [1e-8] },
  ],
  small: [
    { title: "one unit", layerDims: [2, 1], limit: { times: 0.5 }, anything: true },
    { title: "one unit, nothing reaches the limit", layerDims: [2, 1], limit: { times: 3 }, anything: true },
    { title: "one unit, limit 0", layerDims: [2, 1], limit: 0, anything: true },
    {
      title: "2 layers of one unit, the last listed first",
      layerDims: [1, 1, 1],
      limit: 0.3,
      lastFirst: true,
      anything: true,
    },
    { title: "10 layers of one unit", layerDims: narrow, limit: 0.4 },
    { title: "2 layers of equal shapes", layerDims: [2, 2, 2], limit: 0.6 },
    { title: "large gradients", layerDims: [2, 2], limit: 60, scales: [100] },
    { title: "tiny gradients", layerDims: [2, 2], limit: 4e-9, scales: [1e-8] },
    { title: "a layer of 40 units", layerDims: [1, 40], limit: 0.5 },
  ],
};

const byNorm: Scenarios<Scenario> = {
  visible: [
    { title: "2 layers, twice too long", layerDims: [4, 3, 2], limit: { times: 0.5 } },
    { title: "2 layers, short enough", layerDims: [3, 2, 1], limit: { times: 1.5 } },
    { title: "1 layer, far too long, limit 1", layerDims: [3, 4], limit: 1, scales: [20] },
  ],
  hidden: [
    { title: "layers of equal shapes, limit 0.5", layerDims: [3, 3, 3], limit: 0.5 },
    {
      title: "11 layers, some of them tiny, huge or zero, the last listed first",
      layerDims: deep,
      limit: { times: 0.1 },
      scales: [1, 1e-3, 30, 0, 5],
      lastFirst: true,
    },
    { title: "a little too long", layerDims: [2, 3, 2], limit: { times: 0.95 } },
    { title: "not quite too long", layerDims: [2, 3, 2], limit: { times: 1.05 } },
    { title: "exactly as long as is allowed", layerDims: [3, 2], limit: { times: 1 }, whole: [2, -6, 3, 0] },
    { title: "all gradients 0", layerDims: [2, 3, 1], limit: 2, scales: [0] },
    { title: "all gradients 0, limit 0", layerDims: [2, 2, 1], limit: 0, scales: [0] },
    { title: "limit 0", layerDims: [3, 2, 1], limit: 0 },
    { title: "tiny gradients and a tiny limit", layerDims: [3, 4], limit: 4e-9, scales: [1e-8] },
    { title: "70 units, large gradients and a large limit", layerDims: [2, 70, 1], limit: 900, scales: [500] },
    { title: "a single weight and bias", layerDims: [1, 1], limit: { times: 0.4 } },
  ],
  small: [
    { title: "one unit, too long", layerDims: [1, 1], limit: { times: 0.5 } },
    { title: "one unit, short enough", layerDims: [1, 1], limit: { times: 2 } },
    { title: "one unit, exactly as long as is allowed", layerDims: [1, 1], limit: { times: 1 }, whole: [3, -4] },
    { title: "one unit, all gradients 0", layerDims: [1, 1], limit: 1, scales: [0] },
    { title: "one unit, all gradients 0, limit 0", layerDims: [1, 1], limit: 0, scales: [0] },
    { title: "one unit, limit 0", layerDims: [2, 1], limit: 0 },
    {
      title: "2 layers of one unit, the last listed first",
      layerDims: [1, 1, 1],
      limit: { times: 0.5 },
      lastFirst: true,
    },
    { title: "10 layers of one unit", layerDims: narrow, limit: { times: 0.5 } },
    { title: "2 layers of equal shapes", layerDims: [2, 2, 2], limit: 0.3 },
    { title: "large gradients", layerDims: [2, 2], limit: 20, scales: [100] },
    { title: "tiny gradients", layerDims: [2, 2], limit: 4e-9, scales: [1e-8] },
    { title: "a layer of 40 units", layerDims: [1, 40], limit: { times: 0.4 } },
  ],
};

/** Cases of `clipByValue`: weights and biases have elements above the limit and below its negative, and some lie between. */
export const clipByValueCases: CaseGenerator = (random, index, list) => {
  const { title, limit, ...plan } = pickScenario(byValue, index, list);
  const drawn = drawGradients(random, {
    ...plan,
    ...(typeof limit === "number" && !plan.anything && { reaching: limit }),
  });
  return { title, args: [gradientsRecord(drawn, plan.lastFirst), numberValue(limitOf(limit, largestOf(drawn)))] };
};

/** Cases of `clipByGlobalNorm`. */
export const clipByGlobalNormCases: CaseGenerator = (random, index, list) => {
  const { title, limit, ...plan } = pickScenario(byNorm, index, list);
  const drawn = drawGradients(random, plan);
  return { title, args: [gradientsRecord(drawn, plan.lastFirst), numberValue(limitOf(limit, normOf(drawn)))] };
};

/** Where it is a multiple of 1, exactly that; elsewhere with few digits, as people write limits. */
function limitOf(limit: Limit, size: number): number {
  if (typeof limit === "number") return limit;
  return limit.times === 1 ? size : Number((limit.times * size).toPrecision(3));
}
