/** Why a submission has no code that could be run; the student's to mend. Facts for a person, positions where known. */
export class SubmissionError extends Error {
  override readonly name = "SubmissionError";
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** True where there was nothing to compile at all: missing, a folder without submission.ts, binary, too large. */
  readonly unreadable: boolean;

  constructor(
    message: string,
    facts: {
      file?: string | undefined;
      line?: number | undefined;
      column?: number | undefined;
      unreadable?: boolean;
    } = {},
  ) {
    super(message);
    this.file = facts.file;
    this.line = facts.line;
    this.column = facts.column;
    this.unreadable = facts.unreadable ?? false;
  }
}
