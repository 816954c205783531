import type { Misconception } from "../misconceptions/misconception.ts";
import { adamAverageMisconceptions } from "./adam-average-misconceptions.ts";
import { adamCorrectionMisconceptions } from "./adam-correction-misconceptions.ts";
import { adamMisconceptions } from "./adam-misconceptions.ts";
import { batchCuttingMisconceptions } from "./batch-cutting-misconceptions.ts";
import { decayFormulaMisconceptions } from "./decay-formula-misconceptions.ts";
import { gradientDescentMisconceptions } from "./gradient-descent-misconceptions.ts";
import { initializationMisconceptions } from "./initialization-misconceptions.ts";
import { learningRateMisconceptions } from "./learning-rate-misconceptions.ts";
import { miniBatchMisconceptions } from "./mini-batch-misconceptions.ts";
import { momentumMisconceptions } from "./momentum-misconceptions.ts";
import { stepVariantMisconceptions } from "./step-variant-misconceptions.ts";

/** What students commonly write instead of the right functions of `w2-optimization`. */
export const misconceptions: readonly Misconception[] = [
  ...gradientDescentMisconceptions,
  ...miniBatchMisconceptions,
  ...initializationMisconceptions,
  ...momentumMisconceptions,
  ...adamCorrectionMisconceptions,
  ...adamMisconceptions,
  ...learningRateMisconceptions,
  ...stepVariantMisconceptions,
  ...batchCuttingMisconceptions,
  ...adamAverageMisconceptions,
  ...decayFormulaMisconceptions,
];
