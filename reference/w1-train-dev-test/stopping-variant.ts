import type { Misconception } from "../misconceptions/misconception.ts";

/** A function of the exercise's parameters. */
export type Stopping = (devCosts: number[], patience: number) => Readonly<Record<"bestEpoch" | "stopEpoch", number>>;

/** A wrong way to stop. @param id Without `stop-`. */
export const stopping = (id: string, name: string, explanation: string, implementation: Stopping): Misconception => ({
  id: `stop-${id}`,
  exercise: "earlyStopping",
  name,
  explanation,
  implementation,
});

/** The first of the epochs with the lowest cost. */
export const lowestOf = (costs: readonly number[]): number =>
  costs.indexOf(costs.reduce((low, cost) => Math.min(low, cost)));
