import { lookingAt } from "../misconceptions/looking-at.ts";
import type { Misconception } from "../misconceptions/misconception.ts";
import { heMisconceptions } from "./he-misconceptions.ts";
import { randomMisconceptions } from "./random-misconceptions.ts";
import { whereToLook } from "./where-to-look.ts";
import { zerosMisconceptions } from "./zeros-misconceptions.ts";

/** What students get wrong in w1-initialization. */
export const misconceptions: readonly Misconception[] = lookingAt(whereToLook, [
  ...zerosMisconceptions.map((each) => ({ ...each, exercise: "initializeParametersZeros" })),
  ...randomMisconceptions.map((each) => ({ ...each, exercise: "initializeParametersRandom" })),
  ...heMisconceptions.map((each) => ({ ...each, exercise: "initializeParametersHe" })),
]);
