import type { Misconception } from "../misconceptions/misconception.ts";
import { firstStepMisconceptions } from "./first-step-misconceptions.ts";
import { gradientMisconceptions } from "./gradient-misconceptions.ts";
import { initializationMisconceptions } from "./initialization-misconceptions.ts";
import { modelMisconceptions } from "./model-misconceptions.ts";
import { networkMisconceptions } from "./network-misconceptions.ts";

/** What students commonly write instead of the right functions of `w3-tensorflow`. */
export const misconceptions: readonly Misconception[] = [
  ...firstStepMisconceptions,
  ...initializationMisconceptions,
  ...networkMisconceptions,
  ...gradientMisconceptions,
  ...modelMisconceptions,
];
