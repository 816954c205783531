import type { SuffixedName } from "./attempt-name.ts";
import type { SubmissionAttempt } from "./submission-attempt.ts";
import type { Workspace } from "./workspace.ts";

/** A submission on disk. */
export type Located = Pick<SubmissionAttempt, "path" | "shownPath" | "submittedAt"> & {
  /** Of the attempt, where the layout says so; compared with the same student's other ones only. */
  readonly number?: number;
  /** The same, as the student's own archive has it: it orders what time and number leave open, and tells no time. */
  readonly ownOrder?: number;
  /** A time that the name of the attempt's folder gives; whether to believe it, the reader of the layout decides. */
  readonly namedTime?: Date;
};

/** A submission, and whose it says it is; who that is, the roster knows. */
export type SubmissionCandidate = Located &
  Pick<SubmissionAttempt, "markedLate"> & {
    /** What the layout gives in place of an id; the first stands for the student where there is no roster. */
    readonly ids: readonly string[];
    /** The ids are a learning platform's own numbers: on the roster the same number may be another student's. */
    readonly idsAreForeign?: true;
    readonly name?: string;
    readonly email?: string;
    /** The id may end in the number of an attempt. */
    readonly suffixed?: SuffixedName;
  };

/** What belongs to nobody, and why, in one sentence. */
export type Unmatched = { readonly path: string; readonly reason: string };

/** What the readers of the layouts share. */
export type Reading = {
  readonly assignment: string;
  readonly workspace: Workspace;
  /** Where readers put what they cannot use. */
  readonly unmatched: Unmatched[];
};
