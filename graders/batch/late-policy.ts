/** What lateness costs. All of it optional but the due date. */
export type LatePolicy = {
  /** Due date and time. */
  readonly due: Date;
  /** Minutes after the due date that cost nothing; whoever is later than that is late from the due date on. Default 0. */
  readonly graceMinutes?: number;
  /** Percent off for each begun day. Default 0. */
  readonly percentPerDay?: number;
  /** What the percentage is of: the points that were reached (default), or those that could be. */
  readonly percentOf?: "score" | "max";
  /** Most percent that lateness can cost. Default 100. */
  readonly capPercent?: number;
  /** After this nothing counts any more: 0 points. An extension moves it by as much as it moves the due date. */
  readonly hardDeadline?: Date;
  /** Days that each student may be late for nothing. Default 0. */
  readonly lateDays?: number;
};
