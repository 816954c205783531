import { hostname } from "node:os";
import { type Kysely, sql } from "kysely";
import type { Tables } from "../../database/tables.ts";
import type { Misfit } from "../requirement.ts";

/** What a worker says of itself with every sign that it gives. */
export type WorkerState = {
  /** Of gradecheck. */
  readonly version: string;
  readonly secretId: string;
  /** Jobs at once. */
  readonly width: number;
  /** Jobs in its hands, by the ids of the engine. */
  readonly running: readonly RunningJob[];
  /** Queues whose jobs it cannot take, and why. */
  readonly misfits: Readonly<Record<string, Misfit>>;
};

/** @property seconds For how long the worker has had it. */
type RunningJob = { readonly id: string; readonly key: string; readonly queue: string; readonly seconds: number };

/** Writes what a worker says of itself, and when. */
export async function writeWorker(tables: Kysely<Tables>, id: string, state: WorkerState): Promise<void> {
  const text = JSON.stringify(state);
  await tables
    .insertInto("worker")
    .values({ id, host: hostname(), pid: process.pid, state: text })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ state: text, seen_on: sql`now()` }))
    .execute();
}

/** A worker leaves. One that dies is told by the time at which it was last seen. */
export async function removeWorker(tables: Kysely<Tables>, id: string): Promise<void> {
  await tables.deleteFrom("worker").where("id", "=", id).execute();
}
