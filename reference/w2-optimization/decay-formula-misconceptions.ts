import type { Misconception } from "../misconceptions/misconception.ts";
import { schedule, update } from "./learning-rate-variant.ts";

const intervals = (epochNum: number, timeInterval = 1000): number => Math.floor(epochNum / timeInterval);

const product = (count: number, factor: (i: number) => number): number =>
  Array.from({ length: Math.min(count, 5000) }, (_, i) => factor(i + 1)).reduce((all, one) => all * one, 1);

/** Formulas that students write instead of the decay that is asked for. */
export const decayFormulaMisconceptions: readonly Misconception[] = [
  update(
    "brackets-around-nothing",
    "Only 1 is in the denominator; the initial rate is multiplied into what is added to the quotient.",
    "Division and multiplication bind more tightly than addition. Without brackets, 1 is divided by 1, and everything " +
      "else is added. The whole sum belongs below the line.",
    (learningRate0, epochNum, decayRate) => 1 / 1 + decayRate * epochNum * learningRate0,
  ),
  update(
    "rate-in-denominator",
    "The initial learning rate stands in the denominator as well.",
    "The quotient of 1 and the sum is multiplied by the initial rate. Without brackets in the right place, the code " +
      "divides by the product of the sum and the rate.",
    (learningRate0, epochNum, decayRate) => 1 / ((1 + decayRate * epochNum) * learningRate0),
  ),
  update(
    "initial-rate-missing",
    "The factor is returned without the initial learning rate.",
    "The factor says what share of the initial rate is left. In epoch 0 it is 1, and the result is to be the initial " +
      "rate. Look at whether all three arguments are used.",
    (_, epochNum, decayRate) => 1 / (1 + decayRate * epochNum),
  ),
  update(
    "decayed-again-each-epoch",
    "The rate of each epoch is made from the one before, divided by 1 + decayRate times its number.",
    "The formula always starts from the initial rate. Divided again in each epoch, the rate falls much faster.",
    (learningRate0, epochNum, decayRate) => learningRate0 / product(epochNum, (i) => 1 + decayRate * i),
  ),
  update(
    "root-of-epochs",
    "The rate is divided by a root.",
    "A root grows more slowly than what is under it. The denominator asked for grows by the same amount in each epoch, " +
      "without a root.",
    (learningRate0, epochNum, decayRate) => learningRate0 / Math.sqrt(1 + decayRate * epochNum),
  ),
  update(
    "root-of-epoch-number",
    "The decay rate is multiplied by the root of the epoch number.",
    "A root grows more and more slowly. The denominator asked for grows by the same amount in each epoch.",
    (learningRate0, epochNum, decayRate) => learningRate0 / (1 + decayRate * Math.sqrt(epochNum)),
  ),
  update(
    "power-of-decay",
    "The decay rate is raised to the power of the epoch.",
    "That is exponential decay: the same factor in each epoch. The denominator asked for grows by the same amount in " +
      "each epoch.",
    (learningRate0, epochNum, decayRate) => learningRate0 * decayRate ** epochNum,
  ),
  update(
    "share-lost-each-epoch",
    "The rate loses the share decayRate in each epoch.",
    "That is exponential decay: the same factor in each epoch. The denominator asked for grows by the same amount in " +
      "each epoch.",
    (learningRate0, epochNum, decayRate) => learningRate0 * (1 - decayRate) ** epochNum,
  ),
  update(
    "one-epoch-behind",
    "The epoch is counted one too low: one is subtracted from epochNum.",
    "Epochs count from 0 here. In epoch 0 the result is the initial rate, and in epoch 1 it has decayed once.",
    (learningRate0, epochNum, decayRate) => learningRate0 / (1 + decayRate * (epochNum - 1)),
  ),
  update(
    "decay-and-epoch-added",
    "Decay rate and epoch are added instead of multiplied.",
    "With a decay rate of 0 nothing decays, whatever the epoch is. A sum keeps the epoch in any case.",
    (learningRate0, epochNum, decayRate) => learningRate0 / (1 + decayRate + epochNum),
  ),
  update(
    "decay-rate-ignored",
    "The decay rate is not used.",
    "With a decay rate of 0 the result is the initial rate, in every epoch. Look at whether all three arguments are used.",
    (learningRate0, epochNum) => learningRate0 / (1 + epochNum),
  ),
  schedule(
    "power-of-decay",
    "The decay rate is raised to the power of the number of intervals.",
    "That is exponential decay: the same factor with each interval. The denominator asked for grows by the same amount.",
    (learningRate0, epochNum, decayRate, timeInterval) =>
      learningRate0 * decayRate ** intervals(epochNum, timeInterval),
  ),
  schedule(
    "share-lost-each-interval",
    "The rate loses the share decayRate with each interval.",
    "That is exponential decay: the same factor with each interval. The denominator asked for grows by the same amount.",
    (learningRate0, epochNum, decayRate, timeInterval) =>
      learningRate0 * (1 - decayRate) ** intervals(epochNum, timeInterval),
  ),
  schedule(
    "compounded",
    "The rate is divided by 1 + decayRate once for every interval.",
    "The denominator grows by decayRate with each interval: one half, one third, one quarter with a rate of 1. Dividing " +
      "again each time is exponential decay.",
    (learningRate0, epochNum, decayRate, timeInterval) =>
      learningRate0 / (1 + decayRate) ** intervals(epochNum, timeInterval),
  ),
  schedule(
    "epochs-from-one",
    "One is added to the epoch before it is divided.",
    "Epochs count from 0: an interval of 1000 epochs holds the epochs 0 to 999. With one more, the drop comes one epoch " +
      "too early.",
    (learningRate0, epochNum, decayRate, timeInterval) =>
      learningRate0 / (1 + decayRate * intervals(epochNum + 1, timeInterval)),
  ),
  schedule(
    "one-epoch-behind",
    "One is subtracted from the epoch before it is divided.",
    "Epochs count from 0, and the drop comes with the first epoch of the next interval. With one less it comes one epoch " +
      "too late.",
    (learningRate0, epochNum, decayRate, timeInterval) =>
      learningRate0 / (1 + decayRate * intervals(Math.max(0, epochNum - 1), timeInterval)),
  ),
  schedule(
    "default-100",
    "When no interval is given, it is 100 instead of 1000.",
    "A parameter that is left out has the value shown in the signature. Look at the default of timeInterval.",
    (learningRate0, epochNum, decayRate, timeInterval = 100) =>
      learningRate0 / (1 + decayRate * intervals(epochNum, timeInterval)),
  ),
  schedule(
    "initial-rate-missing",
    "The factor is returned without the initial learning rate.",
    "The factor says what share of the initial rate is left. In epoch 0 it is 1, and the result is to be the initial rate.",
    (_, epochNum, decayRate, timeInterval) => 1 / (1 + decayRate * intervals(epochNum, timeInterval)),
  ),
  schedule(
    "only-once",
    "The rate drops once, after the first interval, and then no more.",
    "With each interval that has passed, the denominator grows by decayRate. Whether one has passed is not enough: count " +
      "how many.",
    (learningRate0, epochNum, decayRate, timeInterval) =>
      learningRate0 / (1 + decayRate * Math.min(1, intervals(epochNum, timeInterval))),
  ),
  schedule(
    "epoch-of-boundary",
    "The number of whole intervals is multiplied by their length again.",
    "What counts is how many intervals have passed. It does not matter in which epoch the last one began.",
    (learningRate0, epochNum, decayRate, timeInterval = 1000) =>
      learningRate0 / (1 + decayRate * intervals(epochNum, timeInterval) * timeInterval),
  ),
];
