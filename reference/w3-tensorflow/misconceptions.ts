import type { Misconception } from "../misconceptions/misconception.ts";
import { firstStepMisconceptions } from "./first-step-misconceptions.ts";
import { forwardMisconceptions } from "./forward-misconceptions.ts";
import { gradientMisconceptions } from "./gradient-misconceptions.ts";
import { initializationMisconceptions } from "./initialization-misconceptions.ts";
import { lossMisconceptions } from "./loss-misconceptions.ts";
import { modelMisconceptions } from "./model-misconceptions.ts";

/** What students commonly write instead of the right functions of `w3-tensorflow`. */
export const misconceptions: readonly Misconception[] = [
  ...firstStepMisconceptions,
  ...initializationMisconceptions,
  ...forwardMisconceptions,
  ...lossMisconceptions,
  ...gradientMisconceptions,
  ...modelMisconceptions,
];
