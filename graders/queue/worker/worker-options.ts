import type { OpenWork } from "./fitting.ts";
import type { OnMisfit } from "./fittings.ts";

/** What a worker is told. */
export type WorkerOptions = {
  readonly secret: string;
  /** Of gradecheck. */
  readonly version: string;
  /** Jobs at once. */
  readonly width: number;
  readonly open: OpenWork;
  /** End when nothing waits that it can take. */
  readonly drain: boolean;
  /** The one queue that it takes jobs from; default all. */
  readonly only?: string;
  readonly events: WorkerEvents;
};

/** Told what a job has come through. @param phase `read`: its submission; `write`: its result; waiting for an answer is in both. */
export type OnPhase = (phase: "read" | "write", seconds: number) => void;

/** What a worker tells; ids and numbers, never a name. */
type WorkerEvents = {
  readonly onStart?: (worker: string) => void;
  readonly onDone?: (job: DoneJob) => void;
  readonly onPhase?: OnPhase;
  readonly onMisfit?: OnMisfit;
  readonly onAway?: (why: string) => void;
  /** Of a job that it could not end. */
  readonly onError?: (why: string) => void;
};

/** @property outcome What became of a job: graded, its grader failed on it, somebody has tampered with it, or it was given back. */
export type DoneJob = {
  readonly id: string;
  readonly queue: string;
  readonly key: string;
  readonly outcome: "graded" | "grader-error" | "tampered" | "given-back";
  readonly seconds: number;
};
