import type { Misconception } from "./misconception.ts";
import { costMisconceptions } from "./w1-regularization/cost-misconceptions.ts";
import { dropoutForwardMisconceptions } from "./w1-regularization/dropout-forward-misconceptions.ts";
import { dropoutGradientMisconceptions } from "./w1-regularization/dropout-gradient-misconceptions.ts";
import { penaltyGradientMisconceptions } from "./w1-regularization/penalty-gradient-misconceptions.ts";

/** What students get wrong in w1-regularization. */
export const misconceptions: readonly Misconception[] = [
  ...costMisconceptions,
  ...penaltyGradientMisconceptions,
  ...dropoutForwardMisconceptions,
  ...dropoutGradientMisconceptions,
];
