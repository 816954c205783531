import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import { queueSchema, schema } from "../database/tables.ts";

/** What was removed of each kind. */
export type Pruned = { readonly results: number; readonly submissions: number; readonly queues: number };

/** Rows that one statement removes: others wait for no longer than it takes. */
const mostAtOnce = 10_000;

const jobs = sql.table(`${queueSchema}.job`);
const [results, submissions] = [sql.table(`${schema}.result`), sql.table(`${schema}.submission`)];

/**
 * Removes what has not been asked for in a number of days: results, submissions, and queues in which nothing is left. What a job needs that
 * waits, runs or has failed stays.
 * @param days At least 2: what is put in again is kept for a day at least.
 */
export async function prune({ tables }: Pick<Database, "tables">, days: number): Promise<Pruned> {
  const isOld = sql`asked_on < now() - ${days} * interval '1 day'`;
  const isUnused = sql`not exists (select 1 from ${jobs} j
    where j.data->>'sha256' = s.sha256 and j.state in ('created', 'retry', 'active', 'failed'))`;
  // Whether it is old is asked twice: somebody may put it in again meanwhile, and the outer question is asked once more then.
  const removed = {
    results: await removeAll(async () => {
      const { numAffectedRows = 0n } = await sql`delete from ${results}
        where ${isOld} and key in (select key from ${results} where ${isOld} limit ${mostAtOnce})`.execute(tables);
      return Number(numAffectedRows);
    }),
    submissions: await removeAll(async () => {
      const { numAffectedRows = 0n } = await sql`delete from ${submissions} s
        where ${isOld} and ${isUnused}
          and sha256 in (select sha256 from ${submissions} s where ${isOld} and ${isUnused} limit ${mostAtOnce})`.execute(
        tables,
      );
      return Number(numAffectedRows);
    }),
  };
  await sql`delete from ${sql.table(`${schema}.worker`)} where seen_on < now() - interval '1 day'`.execute(tables);
  const { numAffectedRows: queues = 0n } = await sql`
    delete from ${sql.table(`${schema}.requirement`)} r
    where ${isOld} and not exists (select 1 from ${jobs} j where j.name = r.queue)`.execute(tables);
  // The engine's own row of a queue stays: it is small, and somebody may be about to use it.
  return { ...removed, queues: Number(queues) };
}

async function removeAll(remove: () => Promise<number>): Promise<number> {
  let count = 0;
  for (let removed = mostAtOnce; removed === mostAtOnce; count += removed) removed = await remove();
  return count;
}
