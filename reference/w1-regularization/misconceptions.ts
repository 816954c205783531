import type { Misconception } from "../misconceptions/misconception.ts";
import { backPropagationMisconceptions } from "./back-propagation-misconceptions.ts";
import { costFormulaMisconceptions } from "./cost-formula-misconceptions.ts";
import { costMisconceptions } from "./cost-misconceptions.ts";
import { dropoutDrawMisconceptions } from "./dropout-draw-misconceptions.ts";
import { dropoutForwardMisconceptions } from "./dropout-forward-misconceptions.ts";
import { dropoutGradientMisconceptions } from "./dropout-gradient-misconceptions.ts";
import { penaltyGradientMisconceptions } from "./penalty-gradient-misconceptions.ts";

/** What students get wrong in w1-regularization. */
export const misconceptions: readonly Misconception[] = [
  ...costMisconceptions,
  ...penaltyGradientMisconceptions,
  ...dropoutForwardMisconceptions,
  ...dropoutGradientMisconceptions,
  ...costFormulaMisconceptions,
  ...dropoutDrawMisconceptions,
  ...backPropagationMisconceptions,
];
