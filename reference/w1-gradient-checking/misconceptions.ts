import type { Misconception } from "../misconceptions/misconception.ts";
import { checkMisconceptions } from "./check-misconceptions.ts";
import { networkBackwardMisconceptions } from "./network-backward-misconceptions.ts";
import { networkCheckMisconceptions } from "./network-check-misconceptions.ts";
import { networkNormMisconceptions } from "./network-norm-misconceptions.ts";
import { backwardMisconceptions, forwardMisconceptions } from "./one-parameter-misconceptions.ts";

/** Wrong variants of the exercises of w1-gradient-checking, in the order of the handout. */
export const misconceptions: readonly Misconception[] = [
  ...forwardMisconceptions,
  ...backwardMisconceptions,
  ...checkMisconceptions,
  ...networkCheckMisconceptions,
  ...networkNormMisconceptions,
  ...networkBackwardMisconceptions,
];
