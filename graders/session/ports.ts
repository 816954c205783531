import type { Report } from "../../reports/report/report.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";

// The seams at which grading can move elsewhere: to other processes, other machines, another kind of storage. A class knows nothing else of
// how it is graded. What crosses them is data: no path, no function, nothing of this machine.

/** Whose a submission is, as far as its report says. */
export type SubmissionIdentity = {
  /** Name for people. */
  readonly name: string;
};

/** Grades submissions of one assignment. */
export type Grader = {
  /**
   * Whatever a submission does ends in a report, which follows from its names and bytes alone.
   * @throws {Error} where the grader itself fails.
   */
  grade(files: SubmissionFiles, identity: SubmissionIdentity): Promise<Report>;
};

/** A submission on its way to a grader. */
export type GradingJob = {
  /** What its result follows from, see `resultKey`. */
  readonly key: string;
  /** Grade it though somebody may have a result of it already: the machine may have been at fault. Default false. */
  readonly isAgain?: boolean;
  readonly files: SubmissionFiles;
  readonly identity: SubmissionIdentity;
};

/** What came of a job. @property seconds That grading took, without waiting for its turn. */
export type GradedJob = { readonly report: Report; readonly seconds: number };

/** Hands jobs to graders, wherever they are. */
export type JobQueue = {
  /** Jobs under way at once that keep all graders busy. Who puts in no more than these keeps memory flat, however large a class is. */
  readonly width: number;
  /** Grades a submission when its turn comes. Where the grader fails on it, the report is a `grader-error`, which costs no points. */
  run(job: GradingJob): Promise<GradedJob>;
};

/** Keeps reports, by what they follow from: see `resultKey`. */
export type ResultStore = {
  /** @returns undefined where there is none, or none that can be believed. */
  get(key: string): Promise<Report | undefined>;
  /**
   * Keeps a report. It belongs to whoever hands the same content in, so it is kept without a name.
   * @throws the system's error where it cannot be kept.
   */
  put(key: string, report: Report): Promise<void>;
};
