import { type Kysely, sql } from "kysely";
import { fromKysely, type JobInsert } from "pg-boss";
import type { Database } from "../database/open-database.ts";
import type { Tables } from "../database/tables.ts";
import { jobsChannel, notify } from "./channels.ts";
import { isAny } from "./is-any.ts";
import { findLiveJobs } from "./job-states.ts";
import type { PackedSubmission } from "./pack-submission.ts";

/** A job that is put in. @property singletonKey What its result is kept by. */
type NewJob = JobInsert & { readonly id: string; readonly singletonKey: string };

const keysOf = (jobs: readonly NewJob[]): string[] => jobs.map(({ singletonKey }) => singletonKey);

/** What was asked for less than this ago need not be marked again. */
const aDayAgo = sql<Date>`now() - interval '1 day'`;

/**
 * Puts jobs in with their submissions, all or none. May be done again where the answer was lost.
 * @param submissions Of each job, in their order.
 * @returns For each the id of the job that will have its result: its own, or that of who has put the same in before; undefined where the
 * result is there.
 */
export async function insertJobs(
  { tables, boss }: Pick<Database, "tables" | "boss">,
  queue: string,
  jobs: readonly NewJob[],
  submissions: readonly PackedSubmission[],
): Promise<readonly (string | undefined)[]> {
  return await tables.transaction().execute(async (transaction) => {
    const known = await findResults(transaction, keysOf(jobs));
    const wanted = jobs.filter(({ singletonKey }) => !known.has(singletonKey));
    if (wanted.length === 0) return jobs.map(() => undefined);
    await keepSubmissions(transaction, submissions);
    const db = fromKysely(transaction);
    const inserted = new Set(await boss.insert(queue, wanted, { db, returnId: true }));
    // A job of the same key may have ended since it was asked for its result.
    const ended = await findResults(transaction, keysOf(wanted));
    const needless = wanted.filter(({ id, singletonKey }) => inserted.has(id) && ended.has(singletonKey));
    if (needless.length > 0) {
      const ids = needless.map(({ id }) => id);
      await boss.deleteJob(queue, ids, { db });
      for (const id of ids) inserted.delete(id);
    }
    await notify(transaction, jobsChannel);
    const conflicting = wanted.filter(({ id }) => !inserted.has(id));
    const live = conflicting.length === 0 ? undefined : await findLiveJobs(transaction, queue, keysOf(conflicting));
    return jobs.map(({ id, singletonKey }) => (inserted.has(id) ? id : live?.get(singletonKey)));
  });
}

/** Which keys have results; marks these as asked for. */
async function findResults(transaction: Kysely<Tables>, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await transaction.selectFrom("result").select(["key", "asked_on"]).where(isAny("key", keys)).execute();
  if (rows.length > 0) {
    await transaction
      .updateTable("result")
      .set({ asked_on: sql`now()` })
      .where(isAny("key", keys))
      .where("asked_on", "<", aDayAgo)
      .execute();
  }
  return new Set(rows.map(({ key }) => key));
}

/** Keeps what is not there; in one order, so that no two wait for each other. What is put in again is not old, see `prune`. */
async function keepSubmissions(transaction: Kysely<Tables>, submissions: readonly PackedSubmission[]): Promise<void> {
  const byHash = new Map(submissions.map((submission) => [submission.sha256, submission]));
  await transaction
    .insertInto("submission")
    .values([...byHash.values()].sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)))
    .onConflict((conflict) =>
      conflict.column("sha256").doUpdateSet({ asked_on: sql`now()` }).where("submission.asked_on", "<", aDayAgo),
    )
    .execute();
}
