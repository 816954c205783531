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
  /** The results of a part are being looked at; the worker has nothing to say meanwhile. */
  isLooking: boolean;
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
  isLooking: false,
};

/** Time a worker gets beyond a case's limit before it counts as silent, milliseconds: it stops cases itself. */
const graceMs = 1000;

/** Ends the worker unless its next frame comes in time. */
export function expectFrame(service: Service, job: SubmissionJob): void {
  const caseMs = job.frameTimeMs + graceMs;
  service.since = performance.now();
  const budgetMs = job.shareMs(service.deadline - service.since);
  if (caseMs <= budgetMs) service.worker.expectWithin(caseMs, "silent");
  else service.worker.expectWithin(budgetMs, "budget");
}

/** Time that is not to be held against a submission, milliseconds. */
export function excuse(service: Service, timeMs: number): void {
  service.since += timeMs;
  service.deadline += timeMs;
}
