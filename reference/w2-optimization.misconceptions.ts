import type { Misconception } from "./misconception.ts";
import { adamCorrectionMisconceptions } from "./w2-optimization/adam-correction-misconceptions.ts";
import { adamMisconceptions } from "./w2-optimization/adam-misconceptions.ts";
import { gradientDescentMisconceptions } from "./w2-optimization/gradient-descent-misconceptions.ts";
import { initializationMisconceptions } from "./w2-optimization/initialization-misconceptions.ts";
import { learningRateMisconceptions } from "./w2-optimization/learning-rate-misconceptions.ts";
import { miniBatchMisconceptions } from "./w2-optimization/mini-batch-misconceptions.ts";
import { momentumMisconceptions } from "./w2-optimization/momentum-misconceptions.ts";

/** What students commonly write instead of the right functions of `w2-optimization`. */
export const misconceptions: readonly Misconception[] = [
  ...gradientDescentMisconceptions,
  ...miniBatchMisconceptions,
  ...initializationMisconceptions,
  ...momentumMisconceptions,
  ...adamCorrectionMisconceptions,
  ...adamMisconceptions,
  ...learningRateMisconceptions,
];
