import type { Misconception } from "./misconception.ts";
import { firstStepMisconceptions } from "./w3-tensorflow/first-step-misconceptions.ts";
import { gradientMisconceptions } from "./w3-tensorflow/gradient-misconceptions.ts";
import { initializationMisconceptions } from "./w3-tensorflow/initialization-misconceptions.ts";
import { modelMisconceptions } from "./w3-tensorflow/model-misconceptions.ts";
import { networkMisconceptions } from "./w3-tensorflow/network-misconceptions.ts";

/** What students commonly write instead of the right functions of `w3-tensorflow`. */
export const misconceptions: readonly Misconception[] = [
  ...firstStepMisconceptions,
  ...initializationMisconceptions,
  ...networkMisconceptions,
  ...gradientMisconceptions,
  ...modelMisconceptions,
];
