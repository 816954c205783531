import type { Intake } from "../../class/attempts/submission-attempt.ts";
import type { SubmissionForm } from "../../class/attempts/submission-form.ts";
import type { ContentGraderOptions } from "../../class/run/content-grader.ts";
import type { WithTypes } from "../../class/run/student-grader.ts";
import type { GradedWork } from "../../session/graded-work.ts";
import type { GradingWatch } from "../../session/grading-watch.ts";

/** What a class is graded on, an assignment or a quiz, and what grades it. All else of a batch is the same for both. */
export type ClassSubject = {
  readonly work: GradedWork;
  /** What students hand in. */
  readonly form: SubmissionForm;
  /** Makes everything ready that grades. */
  readonly open: (request: OpenRequest) => Promise<ClassGrading>;
};

/** What opening needs to be told. */
export type OpenRequest = {
  readonly secret: string;
  /** Processes that run student code. */
  readonly workers: number;
  /** Of gradecheck. */
  readonly graderVersion: string;
  /** Submissions are run elsewhere: no processes for that are started. Default false. */
  readonly isElsewhere?: boolean;
  readonly watch?: GradingWatch;
};

/** What grades a class, until it is disposed of. */
export type ClassGrading = AsyncDisposable & {
  /** Of the work, as reports have it. */
  readonly version: string;
  readonly grading: Omit<ContentGraderOptions, "store">;
  /** Begins to look for type errors in what was handed in; undefined where nobody looks. */
  readonly lookAt?: (intake: Pick<Intake, "attempts">) => WithTypes;
};
