import type { Misconception } from "../misconceptions/misconception.ts";
import { costMisconceptions } from "./cost-misconceptions.ts";
import { gradientMisconceptions } from "./gradient-misconceptions.ts";
import { hardmaxMisconceptions } from "./hardmax-misconceptions.ts";
import { predictionMisconceptions } from "./prediction-misconceptions.ts";
import { softmaxMisconceptions } from "./softmax-misconceptions.ts";
import { trainingMisconceptions } from "./training-misconceptions.ts";
import { trainingResultMisconceptions } from "./training-result-misconceptions.ts";

/** What students commonly write instead of the right functions of `w3-softmax`. */
export const misconceptions: readonly Misconception[] = [
  ...softmaxMisconceptions,
  ...hardmaxMisconceptions,
  ...costMisconceptions,
  ...gradientMisconceptions,
  ...trainingMisconceptions,
  ...trainingResultMisconceptions,
  ...predictionMisconceptions,
];
