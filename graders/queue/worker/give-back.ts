import { fromKysely } from "pg-boss";
import type { Database } from "../../database/open-database.ts";
import { jobsChannel, notify } from "../channels.ts";
import type { HeldJob } from "./job-source.ts";

/**
 * Gives a job back that this worker will not finish. It is put in anew: to fail it would count as one of the workers that have died over
 * it.
 */
export async function giveBack({ tables, boss }: Database, { queue, attempt, data }: HeldJob): Promise<void> {
  await tables.transaction().execute(async (transaction) => {
    const db = fromKysely(transaction);
    const [held] = await boss.findJobs(queue, { id: attempt.id, db });
    if (held === undefined || held.retryCount !== attempt.retryCount) return;
    await boss.deleteJob(queue, attempt, { db });
    // It has been ended meanwhile, so that there is nothing to give back.
    if ((await boss.findJobs(queue, { id: attempt.id, db })).length > 0) return;
    const { singletonKey, priority } = held;
    await boss.send(queue, data as object, { ...(singletonKey && { singletonKey }), priority, db });
    await notify(transaction, jobsChannel);
  });
}
