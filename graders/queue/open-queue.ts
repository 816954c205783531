import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import { queueOf, type Requirement } from "./requirement.ts";

/** Where jobs go over which three workers have died. */
export const deadQueue = "dead";

/** Attempts at a job, and how long a worker may give no sign of it, seconds: then it has died. */
const attempts = 3;
const leaseSeconds = 10;
/** Longer than anything takes, seconds: limits of time are the sandbox's. */
const longestSeconds = 3600;
/** How long jobs are kept that wait and that are done, seconds. */
const [waitSeconds, doneSeconds] = [14 * 86_400, 86_400];

/** Makes the queue of a requirement, and says to workers what it requires. Any number of times. */
export async function openQueue({ boss, tables }: Database, requirement: Requirement): Promise<string> {
  const queue = queueOf(requirement);
  await boss.createQueue(deadQueue, { retentionSeconds: waitSeconds, deleteAfterSeconds: doneSeconds });
  await boss.createQueue(queue, {
    // The same content put in twice is one job.
    policy: "exclusive",
    retryLimit: attempts - 1,
    heartbeatSeconds: leaseSeconds,
    expireInSeconds: longestSeconds,
    retentionSeconds: waitSeconds,
    deleteAfterSeconds: doneSeconds,
    deadLetter: deadQueue,
  });
  await tables
    .insertInto("requirement")
    .values({ queue, requirement: JSON.stringify(requirement) })
    // Who uses it again keeps it, see `prune`.
    .onConflict((conflict) => conflict.column("queue").doUpdateSet({ asked_on: sql`now()` }))
    .execute();
  return queue;
}
