import type { SubmissionRun } from "../case-run.ts";
import type { SubmissionJob } from "./submission-job.ts";
import type { Worker } from "./worker.ts";

/** A submission in the queue or under way, and who waits for it. */
export type Waiting = {
  failedStarts: number;
  readonly job: SubmissionJob;
  readonly done: (run: SubmissionRun) => void;
  readonly failed: (error: Error) => void;
};

/** A worker and what it is doing. */
export type Service = {
  readonly worker: Worker;
  ready: boolean;
  /** On its way out: not to be used or counted any more. */
  retired: boolean;
  served: number;
  run: number;
  deadline: number;
  /** When the frame that came last came, or the submission was sent. */
  since: number;
  assigned: Waiting | undefined;
};

/** What a worker is doing that has just been started. */
export const newService: Readonly<Omit<Service, "worker">> = {
  ready: false,
  retired: false,
  served: 0,
  run: 0,
  deadline: 0,
  since: 0,
  assigned: undefined,
};
