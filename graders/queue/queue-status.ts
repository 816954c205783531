import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import { queueSchema, schema } from "../database/tables.ts";
import { type EndedOutput, whyEnded } from "./job-states.ts";
import { deadQueue } from "./open-queue.ts";
import type { Misfit, Requirement } from "./requirement.ts";
import type { WorkerState } from "./worker/worker-state.ts";

/** What waits, runs and has failed. Times by the clock of the database. */
export type QueueStatus = {
  readonly queues: readonly QueueOfWork[];
  readonly workers: readonly LiveWorker[];
  /** Of what has failed the latest. */
  readonly failures: readonly FailedJob[];
};

/** @property key What its result would be kept by. @property why What its last worker has said of it, or what became of that. */
type FailedJob = { readonly queue: string; readonly key: string; readonly why: string };

/** The jobs of one requirement. */
export type QueueOfWork = {
  readonly queue: string;
  readonly requirement: Requirement;
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  /** Dead letters: three workers have died over each, or its grader failed three times. */
  readonly failed: number;
  /** Of the job that waits longest, seconds; 0 where none waits. */
  readonly oldestSeconds: number;
  /** Why live workers do not take them; empty where one does, or none is there. */
  readonly misfits: readonly Misfit[];
};

/** A worker that has lately given a sign. */
type LiveWorker = {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
  readonly state: WorkerState;
  /** Since it began. */
  readonly upSeconds: number;
};

/** Without a sign for so long, a worker is taken for dead, seconds. */
const deadSeconds = 15;

/** Jobs of which is said why they have failed. */
const mostFailures = 100;

/** Asks how a queue stands. */
export async function queueStatus({ tables }: Pick<Database, "tables">): Promise<QueueStatus> {
  const { rows: workers } = await sql<{ id: string; host: string; pid: number; state: string; up: number }>`
    select id, host, pid, state, extract(epoch from now() - started_on)::float8 as up
    from ${sql.table(`${schema}.worker`)}
    where seen_on > now() - ${deadSeconds} * interval '1 second' order by host, pid`.execute(tables);
  const live = workers.map(({ state, up, ...own }) => ({
    ...own,
    state: JSON.parse(state) as WorkerState,
    upSeconds: up,
  }));
  const { rows } = await sql<{
    queue: string;
    requirement: string;
    waiting: number;
    running: number;
    done: number;
    oldest: number;
  }>`
    select r.queue, r.requirement,
      count(*) filter (where j.state in ('created', 'retry'))::int as waiting,
      count(*) filter (where j.state = 'active')::int as running,
      count(*) filter (where j.state = 'completed')::int as done,
      coalesce(extract(epoch from now() - min(j.created_on) filter (where j.state in ('created', 'retry'))), 0)::float8
        as oldest
    from ${sql.table(`${schema}.requirement`)} r left join ${sql.table(`${queueSchema}.job`)} j on j.name = r.queue
    group by r.queue, r.requirement order by r.queue`.execute(tables);
  const failures = await failedJobs(tables);
  const queues = rows.map(({ requirement, oldest, ...counts }): QueueOfWork => {
    const failed = failures.filter(({ queue }) => queue === counts.queue).length;
    const reasons = live.map(({ state }) => state.misfits[counts.queue]);
    const misfits = reasons.every((one) => one !== undefined) ? [...new Set(reasons)] : [];
    return { ...counts, failed, requirement: JSON.parse(requirement) as Requirement, oldestSeconds: oldest, misfits };
  });
  return { queues, workers: live, failures: failures.slice(0, mostFailures) };
}

/** Dead letters that nobody has graded since, the latest first: where a job has failed in its own queue is forgotten after a day. */
async function failedJobs(tables: Database["tables"]): Promise<FailedJob[]> {
  const { rows } = await sql<{ queue: string; key: string | null; output: EndedOutput }>`
    select j.source_name as queue, j.data->>'key' as key, j.source_output as output
    from ${sql.table(`${queueSchema}.job`)} j
    where j.name = ${deadQueue} and j.state = 'created' and j.source_name is not null
      and not exists (select 1 from ${sql.table(`${schema}.result`)} r where r.key = j.data->>'key')
    order by j.created_on desc`.execute(tables);
  return rows.map(({ queue, key, output }) => ({ queue, key: key ?? "", why: whyEnded("failed", output) }));
}
