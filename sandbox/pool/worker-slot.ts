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

/** What a worker is doing. */
export type SlotState =
  /** It has not spoken yet; a submission may wait for that. */
  | { readonly is: "starting"; readonly waiting?: Waiting }
  | { readonly is: "idle" }
  /** @property run Number of the run, which each of its frames has to name. */
  | { readonly is: "running"; readonly waiting: Waiting; readonly run: number }
  /** The results of a part are being looked at; the worker has nothing to say meanwhile. */
  | { readonly is: "resting"; readonly waiting: Waiting }
  /** Not to be used or counted any more. */
  | { readonly is: "ending" };

/** A worker of the pool. */
export type WorkerSlot = {
  readonly worker: Worker;
  state: SlotState;
  /** Submissions that it was given. */
  served: number;
  /** Runs that it was sent: several for a submission whose results were looked at in between. */
  runs: number;
};

/** What the owner of a slot wants to hear. */
export type SlotListener = {
  readonly onFrame: (slot: WorkerSlot, frame: Frame, isLast: boolean) => void;
  readonly onEnd: (slot: WorkerSlot, end: WorkerEnd) => void;
};

/** Starts a worker, without waiting for it. */
export function startSlot(options: WorkerOptions, listener: SlotListener): WorkerSlot {
  const worker = new Worker(options, {
    onFrame: (frame, isLast) => listener.onFrame(slot, frame, isLast),
    onEnd: (end) => listener.onEnd(slot, end),
    onExcused: (timeMs) => waitingIn(slot.state)?.job.times.clock.excuse(timeMs),
  });
  const slot: WorkerSlot = { worker, state: { is: "starting" }, served: 0, runs: 0 };
  return slot;
}

/** The submission that a worker is busy with. */
export const waitingIn = (state: SlotState): Waiting | undefined => ("waiting" in state ? state.waiting : undefined);

/** Whether a submission can be given to it. */
export const isFree = ({ state }: WorkerSlot): boolean =>
  state.is === "idle" || (state.is === "starting" && state.waiting === undefined);

/** Time a worker gets beyond a case's limit before it counts as silent, milliseconds: it stops cases itself. */
const graceMs = 1000;

/** Ends the worker unless its next frame comes in time. */
export function expectFrame({ worker }: WorkerSlot, job: SubmissionJob): void {
  const caseMs = job.frameTimeMs + graceMs;
  const budgetMs = job.shareMs;
  if (caseMs <= budgetMs) worker.expectWithin(caseMs, "silent");
  else worker.expectWithin(budgetMs, "budget");
}

/** Why a submission cannot be run: its worker has not even begun. */
export const startFailure = ({ by, stderr }: WorkerEnd): Error =>
  new Error(`Cannot run the submission: the worker process ended at its start (${by})\n${stderr}`);

/** Why a submission cannot be run: it ran out of time again and again, while others had the processor. */
export const noTime = (): Error =>
  new Error(
    "Cannot run the submission: it ran out of time again and again, and had hardly a processor to run on: the machine is too busy",
  );
