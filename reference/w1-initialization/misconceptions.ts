import type { Misconception } from "../misconceptions/misconception.ts";
import { heMisconceptions } from "./he-misconceptions.ts";
import { randomMisconceptions } from "./random-misconceptions.ts";
import { zerosMisconceptions } from "./zeros-misconceptions.ts";

/** What students get wrong in w1-initialization. */
export const misconceptions: readonly Misconception[] = [
  ...zerosMisconceptions.map((each) => ({ ...each, exercise: "initializeParametersZeros" })),
  ...randomMisconceptions.map((each) => ({ ...each, exercise: "initializeParametersRandom" })),
  ...heMisconceptions.map((each) => ({ ...each, exercise: "initializeParametersHe" })),
];
