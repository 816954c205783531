/** One attempt of one student, on disk. */
export type SubmissionAttempt = {
  /** Id taken from the layout: a file's or folder's name, or what the learning platform has put there. */
  readonly student: string;
  /** As the layout or the roster tells it. */
  readonly name?: string;
  readonly email?: string;
  readonly section?: string;
  /** A `.ts` file or a folder with `submission.ts`; what it really holds is the sandbox's business. */
  readonly path: string;
  /** What the file or folder is called, for people: relative to what was handed in. */
  readonly shownPath: string;
  /**
   * When it was handed in, as the platform, the layout or the time of the file tells it; of what a student has packed, the time of
   * the archive. Absent for Canvas and Moodle: the times in their downloads are those of the download.
   */
  readonly submittedAt?: Date;
  /** The learning platform calls it late, and does not say by how much (Canvas). */
  readonly markedLate?: true;
  /**
   * Counted from 1 among the attempts of this student: in the order of the numbers that the layout gives them, where it does,
   * else of time, then of names.
   */
  readonly attempt: number;
};

/** A line of the roster. */
export type RosterEntry = {
  readonly id: string;
  readonly name?: string;
  readonly email?: string;
  readonly section?: string;
  /** A new due date for this student, or whole days more. */
  readonly extension?: { readonly until: Date } | { readonly days: number };
  /** When the student handed in, as whoever made the roster knows it. */
  readonly submittedAt?: Date;
  /** Late days that this student may use; default: what the policy says. */
  readonly lateDays?: number;
};

/** Everything that was handed in. Nothing is dropped: each file is an attempt, or it is listed with the reason why not. */
export type Intake = {
  /** `files`, `folders`, `canvas`, `moodle`, `gradescope`. */
  readonly layout: string;
  /** By student, attempts in order. */
  readonly attempts: readonly SubmissionAttempt[];
  readonly unmatched: readonly { readonly path: string; readonly reason: string }[];
  /** Students of the roster without a submission. */
  readonly missing: readonly RosterEntry[];
  /** By id; empty without a roster. */
  readonly roster: ReadonlyMap<string, RosterEntry>;
  /** Removes what was unpacked. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};
