import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import type { RandomState } from "../values/random-state.ts";
import type { ArrayValue } from "../values/value.ts";
import type { Scale } from "./contract.ts";

/** A width, or the lowest and highest one to draw. */
type Width = number | readonly [low: number, high: number];

type Scenario = {
  readonly title: string;
  readonly widths: readonly Width[];
  readonly scale: Scale;
  /** Of the generator, where several cases draw the same numbers. */
  readonly seed?: number;
};

/** The same widths and draws, so that one sees what the scale alone does. */
const compared = { widths: [4, 3, 5, 2], seed: 3 } as const;

const narrowing: readonly Width[] = [[11, 13], [8, 9], [6, 7], [4, 5], 3, [4, 5], 3, [2, 3], [4, 5], 3, 2, 1];

/** No layer has as many units as inputs where it matters that W is not square, and none of the inputs is 1 or 2 where a factor would be 1. */
const networks: Scenarios<Scenario> = {
  visible: [
    { ...compared, title: "3 layers, small", scale: "small" },
    { ...compared, title: "3 layers, large, the same draws", scale: "large" },
    { ...compared, title: "3 layers, xavier, the same draws", scale: "xavier" },
    { ...compared, title: "3 layers, he, the same draws", scale: "he" },
  ],
  hidden: [
    { title: "3 layers that narrow, xavier", widths: [[8, 9], [5, 6], 3, 1], scale: "xavier" },
    { title: "3 layers that narrow, he", widths: [[8, 9], [5, 6], 3, 1], scale: "he" },
    { title: "3 layers that widen, large", widths: [3, [4, 5], [6, 7], [70, 80]], scale: "large" },
    { title: "3 layers that widen, small", widths: [3, [4, 5], [6, 7], [70, 80]], scale: "small" },
    { title: "1 layer of many inputs, he", widths: [[400, 600], 3], scale: "he" },
    { title: "1 layer of many inputs, xavier", widths: [[400, 600], 4], scale: "xavier" },
    { title: "11 layers, he", widths: narrowing, scale: "he" },
    { title: "11 layers, small", widths: narrowing, scale: "small" },
    { title: "a single weight and bias, xavier", widths: [1, 1], scale: "xavier" },
    { title: "layers of equal widths, large", widths: [3, 3, 3], scale: "large" },
  ],
  small: [
    { title: "one unit of 3 inputs, xavier", widths: [3, 1], scale: "xavier" },
    { title: "one unit of 3 inputs, he", widths: [3, 1], scale: "he" },
    { title: "one unit of 3 inputs, small", widths: [3, 1], scale: "small" },
    { title: "one unit of 3 inputs, large", widths: [3, 1], scale: "large" },
    { title: "2 layers that widen, xavier", widths: [3, 4, 5], scale: "xavier" },
    { title: "2 layers that widen, he", widths: [3, 4, 5], scale: "he" },
    { title: "2 layers of equal widths, small", widths: [2, 2, 2], scale: "small" },
    { title: "2 layers of equal widths, large", widths: [2, 2, 2], scale: "large" },
    { title: "10 layers of one unit, he", widths: Array.from({ length: 11 }, () => 1), scale: "he" },
    { title: "a layer of many units, small", widths: [2, [66, 69]], scale: "small" },
    { title: "a layer of many inputs, xavier", widths: [[66, 69], 2], scale: "xavier" },
  ],
};

/** Cases of `initializeDeep`: widths, a scale and a generator. */
export const initializationCases: CaseGenerator = (random, index, list) => {
  const { title, widths, scale, seed } = pickScenario(networks, index, list);
  const layerDims = drawWidths(random, widths);
  const drawn = random.randint(0, 2 ** 32, 1)[0] ?? 0;
  return { title, args: [layerDims, { kind: "string", value: scale }, { kind: "rng", seed: seed ?? drawn }] };
};

function drawWidths(random: RandomState, widths: readonly Width[]): ArrayValue {
  const drawn = widths.map((width) => {
    if (typeof width === "number") return width;
    const [low, high] = width;
    return random.randint(low, high + 1, 1)[0] ?? low;
  });
  return { kind: "array", shape: [drawn.length], data: Float64Array.from(drawn) };
}
