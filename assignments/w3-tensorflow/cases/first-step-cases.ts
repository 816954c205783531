import { type CaseGenerator, pickScenario, type Scenarios } from "../../catalog/case.ts";
import { absent, numberValue, tensorValue } from "../../values/case-value.ts";
import type { RandomState } from "../../values/random-state.ts";
import type { Value } from "../../values/value.ts";

/** Cases of `linearFunction`: the seed is all there is to vary. */
export const linearFunctionCases: CaseGenerator = (random, index, visibility) => {
  const seed = visibility === "visible" && index === 0 ? 1 : drawSeed(random);
  return { title: `seed ${seed}`, args: [{ kind: "rng", seed }] };
};

type SigmoidScenario = { readonly title: string; readonly z: (random: RandomState) => Value };

const sigmoid: Scenarios<SigmoidScenario> = {
  visible: [
    { title: "a number", z: () => numberValue(-1) },
    { title: "a list of numbers", z: () => listOf([0, 1, -2.5, 12]) },
    { title: "a matrix", z: (random) => scaledTensor(random, [2, 3], 2) },
  ],
  hidden: [
    { title: "another number", z: (random) => numberValue(round(0.5 + 2 * random.random())) },
    { title: "a list of one", z: (random) => listOf([round(-1 - 2 * random.random())]) },
    {
      title: "numbers of every size, of both signs",
      z: (random) => listOf([100, -100, 40, -40, 710, 16, -16, 1e4, -1e4, 0, 1e-8, -1e-8, -6 - 3 * random.random()]),
    },
    { title: "a matrix of integers", z: (random) => integers(random, [3, 4]) },
    { title: "three dimensions, one of them 70 long", z: (random) => scaledTensor(random, [2, 70, 2], 3) },
    { title: "a scalar tensor", z: (random) => tensorValue([], [round(-0.5 - random.random())]) },
    { title: "four dimensions of true and false", z: (random) => truths(random, [2, 1, 3, 2]) },
  ],
  small: [
    { title: "a positive number", z: (random) => numberValue(round(1 + random.random())) },
    { title: "a list of one", z: (random) => listOf([round(1 + random.random())]) },
    { title: "a scalar tensor", z: (random) => tensorValue([], [round(1 + random.random())]) },
    { title: "large numbers of both signs", z: () => listOf([200, -200]) },
    { title: "numbers that a sigmoid takes almost to 0 and 1", z: () => listOf([12.5, -12.5, 18, -18]) },
    { title: "a column of integers", z: (random) => integers(random, [2, 1]) },
    { title: "true and false", z: (random) => truths(random, [2]) },
    { title: "three dimensions", z: (random) => scaledTensor(random, [1, 2, 2], 3) },
    { title: "four dimensions", z: (random) => scaledTensor(random, [1, 2, 1, 2], 3) },
    { title: "many numbers", z: (random) => scaledTensor(random, [40], 3) },
  ],
};

/** Cases of `sigmoid`: numbers, lists and tensors. */
export const sigmoidCases: CaseGenerator = (random, index, visibility) => {
  const { title, z } = pickScenario(sigmoid, index, visibility);
  return { title, args: [z(random)] };
};

type OneHotScenario = {
  readonly title: string;
  readonly label: (random: RandomState) => number;
  readonly C: number | undefined;
};

const oneHot: Scenarios<OneHotScenario> = {
  visible: [
    { title: "label 1 of 4", label: () => 1, C: 4 },
    { title: "label 2 of 5", label: () => 2, C: 5 },
    { title: "label 4, C left out", label: () => 4, C: undefined },
  ],
  hidden: [
    { title: "label 0", label: () => 0, C: 6 },
    { title: "last label", label: () => 6, C: 7 },
    { title: "two classes", label: () => 1, C: 2 },
    { title: "many classes", label: (random) => random.randint(66, 79, 1)[0] ?? 66, C: 80 },
    { title: "label 5, C left out", label: () => 5, C: undefined },
  ],
  small: [
    { title: "label 0 of 2", label: () => 0, C: 2 },
    { title: "label 0 of 3", label: () => 0, C: 3 },
    { title: "the last of 3 labels", label: () => 2, C: 3 },
    { title: "label 0, C left out", label: () => 0, C: undefined },
    { title: "label 1, C left out", label: () => 1, C: undefined },
    { title: "label 7 of 12", label: () => 7, C: 12 },
    { title: "label 30 of 40", label: () => 30, C: 40 },
  ],
};

/** Cases of `oneHotMatrix`. */
export const oneHotCases: CaseGenerator = (random, index, visibility) => {
  const { title, label, C } = pickScenario(oneHot, index, visibility);
  return { title, args: [numberValue(label(random)), C === undefined ? absent : numberValue(C)] };
};

/** Seeds that agree in their last digits or bits are different seeds, and 0 is one too. */
const seeds: Scenarios<number | undefined | "drawn"> = {
  visible: [undefined, 2],
  hidden: [1, 1001, 65_537, 0, "drawn"],
  small: [3, 1003, 65_539],
};

/** Cases of `initializeParameters`; no two programs draw alike, so properties judge. */
export const initializationCases: CaseGenerator = (random, index, visibility) => {
  const picked = pickScenario(seeds, index, visibility);
  const seed = picked === "drawn" ? drawSeed(random) : picked;
  return {
    title: seed === undefined ? "no seed given" : `seed ${seed}`,
    args: [seed === undefined ? absent : numberValue(seed)],
    judgedBy: "properties",
  };
};

const drawSeed = (random: RandomState): number => 10 + (random.randint(0, 100_000, 1)[0] ?? 0);

const round = (value: number): number => Math.round(value * 1000) / 1000;

const listOf = (numbers: readonly number[]): Value => ({
  kind: "array",
  shape: [numbers.length],
  data: Float64Array.from(numbers),
});

function scaledTensor(random: RandomState, shape: readonly number[], scale: number): Value {
  const elements = shape.reduce((product, extent) => product * extent, 1);
  return tensorValue(
    shape,
    random.randn(elements).map((draw) => draw * scale),
  );
}

function truths(random: RandomState, shape: readonly number[]): Value {
  const elements = shape.reduce((product, extent) => product * extent, 1);
  const drawn = random.randint(0, 2, elements).map((draw, i) => (i < 2 ? i : draw));
  return { kind: "tensor", dtype: "bool", shape, data: Uint8Array.from(drawn), variable: false };
}

function integers(random: RandomState, shape: readonly [number, number]): Value {
  // Neither sign may be missing: an integer result would be 0 for all of one sign and could pass for rounding.
  const drawn = random.randint(1, 5, shape[0] * shape[1]).map((draw, i) => (i % 2 === 0 ? draw : -draw));
  return { kind: "tensor", dtype: "int32", shape, data: Int32Array.from(drawn), variable: false };
}
