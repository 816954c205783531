import type { Misconception } from "../misconceptions/misconception.ts";

/** A way to compute the learning rate of an epoch. */
export type Update = (learningRate0: number, epochNum: number, decayRate: number) => number;
/** The same in intervals. */
export type Schedule = (learningRate0: number, epochNum: number, decayRate: number, timeInterval?: number) => number;

/** A misconception of `updateLr`. */
export const update = (id: string, name: string, explanation: string, implementation: Update): Misconception => ({
  id: `lr-${id}`,
  exercise: "updateLr",
  name,
  explanation,
  implementation,
});

/** A misconception of `scheduleLrDecay`. */
export const schedule = (id: string, name: string, explanation: string, implementation: Schedule): Misconception => ({
  id: `schedule-${id}`,
  exercise: "scheduleLrDecay",
  name,
  explanation,
  implementation,
});
