/** One attempt of one student, on disk. */
export type SubmissionAttempt = {
  /** The id from the layout: the name of a file or folder, or the learning platform's id. */
  readonly student: string;
  /** From the layout or the roster. */
  readonly name?: string;
  readonly email?: string;
  readonly section?: string;
  /** A file, or a folder that is handed in whole, see `SubmissionForm`. Its content is checked only when it is graded. */
  readonly path: string;
  /** The path to show: relative to the folder or archive that was read. */
  readonly shownPath: string;
  /**
   * When it was handed in, from the platform, the layout or the time of the file; for files that a student packed, the
   * time of the archive. Absent for Canvas and Moodle, whose downloads have the time of the download.
   */
  readonly submittedAt?: Date;
  /** The learning platform marks it as late without saying how late (Canvas). */
  readonly markedLate?: true;
  /**
   * The number among this student's attempts, from 1: ordered by the layout's numbers where it has them, otherwise by
   * time, then by name.
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
  /** When the student handed in, according to the roster. */
  readonly submittedAt?: Date;
  /** Late days that this student may use; by default those of the policy. */
  readonly lateDays?: number;
};

/**
 * Everything that was handed in. Nothing is dropped: each file is an attempt, or is listed with the reason why it is
 * not.
 */
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
  /** Removes the unpacked files. */
  readonly [Symbol.asyncDispose]: () => Promise<void>;
};
