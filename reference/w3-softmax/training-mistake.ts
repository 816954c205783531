import type { Misconception } from "../misconceptions/misconception.ts";
import type { Train } from "./train-variant.ts";

/** A misconception of `trainSoftmaxRegression`. @param id Without `train-`. */
export const train = (id: string, name: string, explanation: string, implementation: Train): Misconception => ({
  id: `train-${id}`,
  exercise: "trainSoftmaxRegression",
  name,
  explanation,
  implementation,
});
