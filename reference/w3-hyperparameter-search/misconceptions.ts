import type { Misconception } from "../misconceptions/misconception.ts";
import { betaMisconceptions } from "./misconceptions/beta-misconceptions.ts";
import { boxMisconceptions } from "./misconceptions/box-misconceptions.ts";
import { gridMisconceptions } from "./misconceptions/grid-misconceptions.ts";
import { improvementMisconceptions } from "./misconceptions/improvement-misconceptions.ts";
import { kernelMisconceptions } from "./misconceptions/kernel-misconceptions.ts";
import { logUniformMisconceptions } from "./misconceptions/log-uniform-misconceptions.ts";
import { nextPointMisconceptions } from "./misconceptions/next-point-misconceptions.ts";
import { normalMisconceptions } from "./misconceptions/normal-misconceptions.ts";
import { posteriorMeanMisconceptions } from "./misconceptions/posterior-mean-misconceptions.ts";
import { posteriorNoiseMisconceptions } from "./misconceptions/posterior-noise-misconceptions.ts";

/** Wrong variants of the exercises of w3-hyperparameter-search, in the order of the handout. */
export const misconceptions: readonly Misconception[] = [
  ...gridMisconceptions,
  ...logUniformMisconceptions,
  ...betaMisconceptions,
  ...boxMisconceptions,
  ...kernelMisconceptions,
  ...posteriorNoiseMisconceptions,
  ...posteriorMeanMisconceptions,
  ...improvementMisconceptions,
  ...normalMisconceptions,
  ...nextPointMisconceptions,
];
