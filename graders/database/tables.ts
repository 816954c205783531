import type { Generated } from "kysely";

/** The schema in which all tables of ours are; those of the queue's engine are in {@link queueSchema}. */
export const schema = "gradecheck";
export const queueSchema = "gradecheck_queue";

/**
 * Our tables. Times are the database's: no machine's clock matters. `asked_on` is when somebody has last put in or found what is there, to
 * the day; what nobody asks for any more is pruned.
 */
export type Tables = {
  readonly submission: SubmissionTable;
  readonly requirement: RequirementTable;
  readonly result: ResultTable;
  readonly worker: WorkerTable;
};

/** What was handed in, once however often. */
type SubmissionTable = {
  /** SHA-256 of the body, hexadecimal. */
  readonly sha256: string;
  /** Names and bytes, see `packSubmission`. */
  readonly body: Buffer;
  readonly asked_on: Generated<Date>;
};

/** What a worker must be to take the jobs of a queue. */
type RequirementTable = {
  /** Name of the queue. */
  readonly queue: string;
  /** A `Requirement` as JSON. */
  readonly requirement: string;
  readonly asked_on: Generated<Date>;
};

/** What came of a job. Never changed. */
type ResultTable = {
  /** What it follows from, see `resultKey`. */
  readonly key: string;
  /** The report, sealed and compressed, see `sealReport`. */
  readonly body: Buffer;
  /** That grading took. */
  readonly seconds: number;
  /** Which worker graded it: its machine and process. */
  readonly worker: string;
  readonly asked_on: Generated<Date>;
};

/** Workers, as they were when they last gave a sign. */
type WorkerTable = {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  /** What it is doing and what it cannot do, a `WorkerState` as JSON. */
  readonly state: string;
  readonly started_on: Generated<Date>;
  readonly seen_on: Generated<Date>;
};
