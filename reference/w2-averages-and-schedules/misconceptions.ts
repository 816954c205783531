import type { Misconception } from "../misconceptions/misconception.ts";
import { averageMisconceptions } from "./average-misconceptions.ts";
import { averageStartMisconceptions } from "./average-start-misconceptions.ts";
import { exponentialMisconceptions } from "./exponential-misconceptions.ts";
import { initializationMisconceptions } from "./initialization-misconceptions.ts";
import { inverseSqrtMisconceptions } from "./inverse-sqrt-misconceptions.ts";
import { rmspropAverageMisconceptions } from "./rmsprop-average-misconceptions.ts";
import { rmspropStepMisconceptions } from "./rmsprop-step-misconceptions.ts";
import { saddleMethodMisconceptions } from "./saddle-method-misconceptions.ts";
import { saddlePathMisconceptions } from "./saddle-path-misconceptions.ts";
import { staircaseMisconceptions } from "./staircase-misconceptions.ts";

/** What students commonly write instead of the right functions of `w2-averages-and-schedules`. */
export const misconceptions: readonly Misconception[] = [
  ...averageMisconceptions,
  ...averageStartMisconceptions,
  ...initializationMisconceptions,
  ...rmspropAverageMisconceptions,
  ...rmspropStepMisconceptions,
  ...exponentialMisconceptions,
  ...inverseSqrtMisconceptions,
  ...staircaseMisconceptions,
  ...saddlePathMisconceptions,
  ...saddleMethodMisconceptions,
];
