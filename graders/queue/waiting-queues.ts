import { sql } from "kysely";
import type { Database } from "../database/open-database.ts";
import { queueSchema, schema } from "../database/tables.ts";
import type { Requirement } from "./requirement.ts";

/** A queue in which jobs wait. @property urgency Priority of the most urgent one. */
export type WaitingQueue = {
  readonly queue: string;
  readonly requirement: Requirement;
  readonly urgency: number;
};

/** The queues in which jobs wait: one question, which costs the same however many do. */
export async function waitingQueues({ tables }: Pick<Database, "tables">): Promise<WaitingQueue[]> {
  // As the engine asks when it fetches, so that its index answers.
  const { rows } = await sql<{ queue: string; requirement: string; urgency: number }>`
    select r.queue, r.requirement, first.priority as urgency
    from ${sql.table(`${schema}.requirement`)} r cross join lateral (
      select priority from ${sql.table(`${queueSchema}.job`)} j
      where j.name = r.queue and j.state < 'active' and not j.blocked and j.start_after < now()
      order by priority desc limit 1
    ) first order by r.queue`.execute(tables);
  return rows.map(({ requirement, ...row }) => ({ ...row, requirement: JSON.parse(requirement) as Requirement }));
}
