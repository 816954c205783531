import { type Kysely, sql } from "kysely";
import { queueSchema, type Tables } from "../database/tables.ts";

/** How far a job has come, in the words of the engine. */
type JobState = "created" | "retry" | "active" | "completed" | "cancelled" | "failed";

/**
 * The jobs of a queue that wait or run, by what their results are kept by; one key has at most one. One question for any number of them, which the
 * engine's own interface has not; asked so that its index of exclusive keys answers, however many jobs are done.
 * @param tables Also a transaction's.
 */
export async function findLiveJobs(
  tables: Kysely<Tables>,
  queue: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; key: string }>`
    select id, singleton_key as key from ${sql.table(`${queueSchema}.job`)}
    where name = ${queue} and state <= 'active' and policy = 'exclusive' and coalesce(singleton_key, '') = any(${keys})`.execute(
    tables,
  );
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** Why jobs of a queue have ended, by their ids: of those that have. */
export async function findEndedJobs(
  tables: Kysely<Tables>,
  queue: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; state: JobState; output: EndedOutput }>`
    select id, state::text as state, output from ${sql.table(`${queueSchema}.job`)}
    where name = ${queue} and id = any(${ids}::uuid[]) and state > 'active'`.execute(tables);
  const whyOf = (state: JobState, output: EndedOutput): string =>
    state === "completed" ? "its result is missing from the database" : whyEnded(state, output);
  return new Map(rows.map(({ id, state, output }) => [id, whyOf(state, output)]));
}

/** What the engine keeps of how a job has ended. */
export type EndedOutput = { readonly message?: string; readonly value?: { readonly message?: string } } | null;

/** What became of a job, for people. */
export function whyEnded(state: JobState, output: EndedOutput): string {
  if (state === "cancelled") return "somebody has dropped it from the queue";
  const said = output?.message ?? output?.value?.message;
  return said === undefined || said === "job heartbeat timeout"
    ? "its worker ended while grading it, three times"
    : said;
}
