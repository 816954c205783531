import { sum } from "./sum.ts";

/** The arithmetic mean. @returns null of no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : sum(values) / values.length;
}
