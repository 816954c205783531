import type { UndefinedBecause } from "./statistic.ts";

/** Why a statistic has no value, as a clause after "undefined:"; no capital, no full stop. */
export function phraseUndefined(because: UndefinedBecause): string {
  switch (because) {
    case "no-students":
      return "no student counts";
    case "too-few-students":
      return "fewer than two students count";
    case "too-few-exercises":
      return "fewer than two exercises";
    case "no-points":
      return "the exercise has no points";
    case "same-points-here":
      return "all have the same points here";
    case "same-points-elsewhere":
      return "all have the same points in the other exercises";
    case "same-totals":
      return "all have the same total";
    default:
      because satisfies never;
      return "unknown";
  }
}
