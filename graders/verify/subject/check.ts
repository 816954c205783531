import type { Check } from "../../../reports/report/verification.ts";

/** A check that passes if there are no details of failure. */
export function checkOf(name: string, details: readonly string[]): Check {
  return { name, outcome: details.length === 0 ? "passed" : "failed", details };
}

/** A check that cannot be made on this machine. */
export function skippedCheck(name: string, why: string): Check {
  return { name, outcome: "skipped", details: [why] };
}

/** Reports the progress of a proof. */
export type OnProgress = (done: number, total: number) => void;
