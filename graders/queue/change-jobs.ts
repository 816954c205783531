import type { Database } from "../database/open-database.ts";
import { deadQueue } from "./open-queue.ts";
import type { Requirement } from "./requirement.ts";

/** Which jobs are meant. @property work Id of an assignment or quiz; undefined for all. */
export type ChosenJobs = { readonly work?: string | undefined };

/** Most jobs that the engine lists or moves at once. */
const most = 10_000;

/** Puts dead letters back into the queues that they came from. @returns How many. */
export async function retryJobs(database: Database, chosen: ChosenJobs): Promise<number> {
  let count = 0;
  for (const sourceName of await queuesOf(database, chosen)) {
    for (let moved = most; moved === most; count += moved) {
      moved = await database.boss.redrive(deadQueue, { sourceName, limit: most });
    }
  }
  return count;
}

/** Takes out what waits, and dead letters. What a worker has begun goes on. @returns How many. */
export async function dropJobs(database: Database, chosen: ChosenJobs): Promise<number> {
  const { boss } = database;
  const queues = await queuesOf(database, chosen);
  let count = 0;
  for (const queue of queues) {
    for (;;) {
      const ids = (await boss.findJobs(queue, { queued: true, limit: most })).map(({ id }) => id);
      if (ids.length === 0) break;
      await boss.cancel(queue, ids);
      count += ids.length;
    }
  }
  const dead = await boss.findJobs(deadQueue, { queued: true, limit: most });
  const own = dead.filter(({ sourceName }) => sourceName !== null && queues.includes(sourceName)).map(({ id }) => id);
  if (own.length > 0) await boss.deleteJob(deadQueue, own);
  return count + own.length;
}

async function queuesOf({ tables }: Pick<Database, "tables">, { work }: ChosenJobs): Promise<string[]> {
  const rows = await tables.selectFrom("requirement").select(["queue", "requirement"]).execute();
  return rows
    .filter(({ requirement }) =>
      [undefined, (JSON.parse(requirement) as Requirement).settings.assignment].includes(work),
    )
    .map(({ queue }) => queue);
}
