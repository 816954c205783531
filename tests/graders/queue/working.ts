import type { Database } from "../../../graders/database/open-database.ts";
import { DatabaseQueue } from "../../../graders/queue/database-queue.ts";
import { priority } from "../../../graders/queue/job.ts";
import type { Requirement } from "../../../graders/queue/requirement.ts";
import type { OpenWork } from "../../../graders/queue/worker/fitting.ts";
import { QueueWorker } from "../../../graders/queue/worker/queue-worker.ts";
import type { DoneJob } from "../../../graders/queue/worker/worker-options.ts";
import { FakeGrader, fakeGrading, requirement, secret } from "./fake-grading.ts";

/** Puts jobs in. @param urgency Default that of a batch. */
export const sender = (
  database: Database,
  differing: Partial<Requirement> = {},
  urgency: keyof typeof priority = "batch",
): Promise<DatabaseQueue> =>
  DatabaseQueue.open(database, {
    requirement: requirement(differing),
    secret,
    priority: priority[urgency],
    graderError: (error) => new FakeGrader().graderError("", error),
  });

type Worker = AsyncDisposable & {
  readonly grader: FakeGrader;
  readonly done: DoneJob[];
  /** What it has told of queues that it cannot take jobs from. */
  readonly misfits: Record<string, string>;
  readonly ended: Promise<void>;
};

type WorkerChoice = {
  readonly version?: string;
  readonly secret?: string;
  readonly width?: number;
  readonly grader?: FakeGrader;
  readonly drain?: boolean;
  readonly open?: OpenWork;
};

/** A worker in this process, until it is disposed of. */
export function working(database: Database, options: WorkerChoice = {}): Worker {
  const { version = "1.2.3", grader = new FakeGrader(), width = 2, drain = false } = options;
  const done: DoneJob[] = [];
  const misfits: Record<string, string> = {};
  const ending = new AbortController();
  const worker = new QueueWorker(database, {
    secret: options.secret ?? secret,
    version,
    width,
    open: options.open ?? (async () => fakeGrading(grader)),
    drain,
    events: {
      onDone: (one) => done.push(one),
      onMisfit: (queue, misfit) => {
        misfits[queue] = misfit;
      },
    },
  });
  const ended = worker.run(ending.signal);
  return {
    grader,
    done,
    misfits,
    ended,
    [Symbol.asyncDispose]: async () => {
      ending.abort();
      await ended;
    },
  };
}
