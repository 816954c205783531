import type { Misconception } from "../misconceptions/misconception.ts";
import { backwardMisconceptions } from "./backward-misconceptions.ts";
import { forwardMisconceptions } from "./forward-misconceptions.ts";
import { inferenceMisconceptions } from "./inference-misconceptions.ts";
import { networkMisconceptions } from "./network-misconceptions.ts";
import { runningMisconceptions } from "./running-misconceptions.ts";

/** What students commonly write instead of the right functions of `w3-batch-normalization`. */
export const misconceptions: readonly Misconception[] = [
  ...forwardMisconceptions,
  ...runningMisconceptions,
  ...inferenceMisconceptions,
  ...backwardMisconceptions,
  ...networkMisconceptions,
];
