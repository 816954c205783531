import { hashFiles } from "./hash-files.ts";

/** What is known of a submission that cannot be run. */
export type SubmissionFacts = {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly unreadable?: boolean | undefined;
  readonly sha256?: string | undefined;
};

/** Why a submission has no code that could be run; the student's to mend. Facts for a person, positions where known. */
export class SubmissionError extends Error {
  override readonly name = "SubmissionError";
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** True where there was nothing to compile at all: missing, a folder without submission.ts, binary, too large. */
  readonly unreadable: boolean;
  /** Hash of the files that were read, as of a {@link Bundle}. */
  readonly sha256: string;

  constructor(message: string, facts: SubmissionFacts = {}) {
    super(message);
    this.file = facts.file;
    this.line = facts.line;
    this.column = facts.column;
    this.unreadable = facts.unreadable ?? false;
    this.sha256 = facts.sha256 ?? hashFiles(new Map());
  }
}
