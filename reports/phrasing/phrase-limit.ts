import type { Limit } from "../report/report.ts";
import { formatDuration, formatMemory } from "./text/format-amount.ts";

/** The limit a case ran into, in one sentence for the student. */
export function phraseLimit(limit: Limit): string {
  switch (limit.kind) {
    case "case-time":
      return `Your function was stopped after ${formatDuration(limit.amount)}, the time one case may take.`;
    case "submission-time":
      return `Your function was stopped because all cases together had used up their ${formatDuration(limit.amount)}.`;
    case "never-settled":
      return "Your function returned a promise that never settles.";
    case "memory":
      return `Your function was stopped because it needed more than ${formatMemory(limit.amount)} of memory.`;
    default:
      limit.kind satisfies never;
      return "Your function was stopped at a limit.";
  }
}
