/** Why a statistic has no value. */
export type UndefinedBecause =
  | "no-students"
  | "too-few-students"
  | "too-few-exercises"
  | "no-points"
  | "same-points-here"
  | "same-points-elsewhere"
  | "same-totals";

/** A statistic, or the reason why there is none. */
export type Statistic =
  | { readonly value: number }
  | { readonly value: null; readonly undefinedBecause: UndefinedBecause };
