import type { Misconception } from "../misconceptions/misconception.ts";
import { forwardMisconceptions } from "./forward-misconceptions.ts";
import { gradientMisconceptions } from "./gradient-misconceptions.ts";
import { initializationMisconceptions } from "./initialization-misconceptions.ts";
import { normClippingMisconceptions } from "./norm-clipping-misconceptions.ts";
import { statisticsMisconceptions } from "./statistics-misconceptions.ts";
import { valueClippingMisconceptions } from "./value-clipping-misconceptions.ts";

/** What students commonly write instead of the right functions of `w1-vanishing-gradients`. */
export const misconceptions: readonly Misconception[] = [
  ...initializationMisconceptions,
  ...forwardMisconceptions,
  ...statisticsMisconceptions,
  ...gradientMisconceptions,
  ...valueClippingMisconceptions,
  ...normClippingMisconceptions,
];
