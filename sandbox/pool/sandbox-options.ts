import type { Case, CaseKey } from "../../assignments/catalog/case.ts";
import type { GuestImage } from "../image/guest-image.ts";
import type { CaseRun } from "../replies/case-run.ts";

/** Limits of one submission; see the manifest. */
export type JobLimits = {
  readonly submissionTimeMs: number;
  readonly memoryMb: number;
  readonly consoleBytes: number;
};

/** What workers are started with. */
export type StartOptions = {
  /** The code of a worker, see `loadWorkerScript`. */
  readonly script: string;
  readonly limits: JobLimits;
  /** Worker processes, at least 1. */
  readonly workers: number;
  /** `process`: each submission gets a process of its own. Default `pool`: a worker that behaves is used again. */
  readonly isolation?: "pool" | "process" | undefined;
  /** Told of each worker that has ended before the sandbox. */
  readonly onReplaced?: (() => void) | undefined;
};

/** What a sandbox is for: one assignment, any number of submissions. */
export type SetupOptions = {
  readonly image: GuestImage;
  /** Of each exercise first the visible cases, then the hidden ones; see `planCases` for the order in which they are run. */
  readonly cases: readonly Case[];
  /** What the worker has to know of each exercise that has cases. */
  readonly exercises: Readonly<Record<string, ExerciseOptions>>;
  /** `caseTimeMs`: for exercises that have no limit of their own. */
  readonly limits: JobLimits & { readonly caseTimeMs: number };
};

/** See the manifest. */
type ExerciseOptions = {
  readonly parameters?: readonly string[] | undefined;
  readonly mutates?: readonly string[] | undefined;
  readonly repeat?: boolean | undefined;
  readonly caseTimeMs?: number | undefined;
};

/** What of a submission to run, and how. */
export type RunOptions = {
  /** Ids of the exercises to run; default all. */
  readonly exercises?: readonly string[] | undefined;
  /** Of these only the ones named; default all. */
  readonly cases?: ReadonlySet<CaseKey> | undefined;
  /**
   * Whether all of these cases of an exercise passed. With it, exercises share a context as long as they pass, which is faster; without
   * it each has its own from the start.
   */
  readonly passes?: (exercise: string, runs: readonly CaseRun[]) => boolean | Promise<boolean>;
  /**
   * Whether to stop at the first case that does not pass: what comes after it has no result. Needs `passes`; every exercise has a
   * context of its own. Default false.
   */
  readonly untilFailure?: boolean | undefined;
  /** Nobody wants to know the result any more: what runs is ended, and the run rejects with the reason. */
  readonly signal?: AbortSignal | undefined;
};
