import type { Frame } from "../protocol/frame.ts";
import type { SubmissionRun } from "../replies/case-run.ts";
import type { SubmissionJob } from "./submission-job.ts";
import { Worker, type WorkerEnd, type WorkerOptions } from "./worker.ts";

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
  assigned: Waiting | undefined;
  /** The results of a part are being looked at; the worker has nothing to say meanwhile. */
  isLooking: boolean;
};

/** What the owner of a service wants to hear. */
export type ServiceListener = {
  /** The worker has started. */
  readonly onReady: (service: Service, frame: Frame) => void;
  readonly onFrame: (service: Service, frame: Frame) => void;
  readonly onEnd: (service: Service, end: WorkerEnd) => void;
};

/** Time a worker has to start, on a machine that is busy with other things, milliseconds. */
const startTimeMs = 30_000;

/** Starts a worker, without waiting for it. @param setup The encoded setup message. */
export function startService(setup: Uint8Array, options: WorkerOptions, listener: ServiceListener): Service {
  const worker = new Worker(setup, options, {
    onFrame: (frame) => (service.ready ? listener.onFrame : listener.onReady)(service, frame),
    onEnd: (end) => listener.onEnd(service, end),
    onExcused: (timeMs) => service.assigned?.job.times.clock.excuse(timeMs),
  });
  const service: Service = {
    worker,
    ready: false,
    retired: false,
    served: 0,
    run: 0,
    assigned: undefined,
    isLooking: false,
  };
  worker.expectWithin(startTimeMs, "silent");
  return service;
}

/** Time a worker gets beyond a case's limit before it counts as silent, milliseconds: it stops cases itself. */
const graceMs = 1000;

/** Ends the worker unless its next frame comes in time. */
export function expectFrame({ worker }: Service, job: SubmissionJob): void {
  const caseMs = job.frameTimeMs + graceMs;
  job.times.clock.tick();
  const budgetMs = job.shareMs;
  if (caseMs <= budgetMs) worker.expectWithin(caseMs, "silent");
  else worker.expectWithin(budgetMs, "budget");
}
