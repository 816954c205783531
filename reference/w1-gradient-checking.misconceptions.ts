import type { Misconception } from "./misconception.ts";
import { checkMisconceptions } from "./w1-gradient-checking/check-misconceptions.ts";
import { networkBackwardMisconceptions } from "./w1-gradient-checking/network-backward-misconceptions.ts";
import { networkCheckMisconceptions } from "./w1-gradient-checking/network-check-misconceptions.ts";
import { backwardMisconceptions, forwardMisconceptions } from "./w1-gradient-checking/one-parameter-misconceptions.ts";

/** Wrong variants of the exercises of w1-gradient-checking, in the order of the handout. */
export const misconceptions: readonly Misconception[] = [
  ...forwardMisconceptions,
  ...backwardMisconceptions,
  ...checkMisconceptions,
  ...networkCheckMisconceptions,
  ...networkBackwardMisconceptions,
];
