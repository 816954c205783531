import { type Kysely, sql } from "kysely";
import type { Tables } from "../database/tables.ts";

/** Notified when there is a job, and when there is a result. */
export const jobsChannel = "gradecheck_jobs";
export const resultsChannel = "gradecheck_results";

/** What PostgreSQL does not take any more in one notification: a hundred keys or two. */
const mostBytes = 8000;

/**
 * Notifies when the transaction is committed.
 * @param keys Of results: those that there are now.
 */
export async function notify(
  transaction: Kysely<Tables>,
  channel: string,
  keys: readonly string[] = [],
): Promise<void> {
  const said = keys.join(" ");
  await sql`select pg_notify(${channel}, ${said.length < mostBytes ? said : ""})`.execute(transaction);
}

/** The keys that were notified; undefined where it was not said which. */
export const keysOf = (payload: string): readonly string[] | undefined =>
  payload === "" ? undefined : payload.split(" ");
