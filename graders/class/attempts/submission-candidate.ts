import type { SuffixedName } from "./attempt-name.ts";
import type { SubmissionAttempt } from "./submission-attempt.ts";
import type { SubmissionForm } from "./submission-form.ts";
import type { Workspace } from "./workspace.ts";

/** A submission on disk. */
export type Located = Pick<SubmissionAttempt, "path" | "shownPath" | "submittedAt"> & {
  /** The attempt's number, where the layout has one; compared only with the same student's other attempts. */
  readonly number?: number;
  /**
   * The attempt's order in the student's own archive. It orders what time and number leave open, and says nothing about
   * time.
   */
  readonly ownOrder?: number;
  /** The time in the name of the attempt's folder; the reader of the layout decides whether to trust it. */
  readonly namedTime?: Date;
};

/** A submission with the student it claims to be from; the roster decides who that is. */
export type SubmissionCandidate = Located &
  Pick<SubmissionAttempt, "markedLate"> & {
    /** Ids that the layout gives; without a roster, the first one identifies the student. */
    readonly ids: readonly string[];
    /** The ids are a learning platform's own numbers: on the roster, the same number may be another student's id. */
    readonly idsAreForeign?: true;
    readonly name?: string;
    readonly email?: string;
    /** The id may end in the number of an attempt. */
    readonly suffixed?: SuffixedName;
  };

/** A submission that was not matched to a student, and why, in one sentence. */
export type Unmatched = { readonly path: string; readonly reason: string };

/** What the readers of the layouts share. */
export type Reading = {
  readonly assignment: string;
  /** What is looked for. */
  readonly form: SubmissionForm;
  readonly workspace: Workspace;
  /** Readers add what they cannot use. */
  readonly unmatched: Unmatched[];
};
