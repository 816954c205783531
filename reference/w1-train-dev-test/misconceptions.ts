import type { Misconception } from "../misconceptions/misconception.ts";
import { applicationMisconceptions } from "./application-misconceptions.ts";
import { cropMisconceptions } from "./crop-misconceptions.ts";
import { diagnosisMisconceptions } from "./diagnosis-misconceptions.ts";
import { flipMisconceptions } from "./flip-misconceptions.ts";
import { fitMisconceptions } from "./normalization-misconceptions.ts";
import { splitMisconceptions } from "./split-misconceptions.ts";
import { splitSizeMisconceptions } from "./split-size-misconceptions.ts";
import { stoppingMisconceptions } from "./stopping-misconceptions.ts";
import { stoppingResultMisconceptions } from "./stopping-result-misconceptions.ts";

/** What students commonly write instead of the right functions of `w1-train-dev-test`. */
export const misconceptions: readonly Misconception[] = [
  ...splitMisconceptions,
  ...splitSizeMisconceptions,
  ...fitMisconceptions,
  ...applicationMisconceptions,
  ...diagnosisMisconceptions,
  ...stoppingMisconceptions,
  ...stoppingResultMisconceptions,
  ...flipMisconceptions,
  ...cropMisconceptions,
];
