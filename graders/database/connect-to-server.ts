import { Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { Kysely, PostgresDialect } from "kysely";
import { Client, type ClientConfig, Pool } from "pg";
import type { Db } from "pg-boss";
import type { Database, DatabaseUse } from "./open-database.ts";
import { prepared, preparing } from "./prepared.ts";
import { schema, type Tables } from "./tables.ts";

/** A way into a database, for our tables and for the engine of the queue. */
export type Connection = AsyncDisposable &
  Pick<Database, "tables" | "listen"> & {
    readonly executor: Db;
    /** Does something while nobody else who asks for the same does it. */
    exclusively<Result>(act: () => Promise<Result>): Promise<Result>;
  };

/** Names our lock among all of a server. */
const lock = 0x67_72_61_64;

/** How long a connection may take to be made, and how long until a listener that has lost its own tries again, milliseconds. */
const connectMs = 5000;
const relistenMs = 1000;

/**
 * How long a server may say nothing to a question, milliseconds: then the way to it is broken, which a connection alone finds out after
 * a quarter of an hour.
 */
const defaultSilenceMs = 60_000;

/** Connections are made when they are first needed. @param url With its password. */
export async function connectToServer(
  url: string,
  { name, connections = 4, silenceMs = defaultSilenceMs, onError }: DatabaseUse,
): Promise<Connection> {
  const settings: ClientConfig = {
    connectionString: url,
    application_name: name,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 5000,
  };
  const pool = new Pool({ ...settings, max: connections, min: 0, idleTimeoutMillis: silenceMs / 2 });
  // One that breaks while nobody uses it is replaced when the next is needed.
  pool.on("error", (error) => onError?.(error));
  // Whoever uses one that breaks hears of it from what they have asked; without this the process would end, too.
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
    endSilence(client, silenceMs);
  });
  // Now, so that a wrong address is told at once.
  (await pool.connect()).release();
  return {
    tables: new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) }).withSchema(schema),
    executor: { executeSql: (text, values) => pool.query(prepared(text, values)) },
    listen: (channel, onNotified) => listen({ settings, silenceMs }, channel, onNotified),
    exclusively: async (act) => {
      const client = await pool.connect();
      try {
        await client.query("select pg_advisory_lock($1)", [lock]);
        return await act();
      } finally {
        // Its lock goes with it, also where it is broken.
        client.release(true);
      }
    },
    [Symbol.asyncDispose]: () => pool.end(),
  };
}

/** Listens on a connection of its own, and on another one where that breaks. */
async function listen(
  { settings, silenceMs }: { readonly settings: ClientConfig; readonly silenceMs: number },
  channel: string,
  onNotified: (payload: string) => void,
): Promise<() => Promise<void>> {
  const ending = new AbortController();
  let client: Client | undefined;
  const attempt = async (): Promise<void> => {
    const next = new Client(settings);
    client = next;
    const broken = new Promise<void>((resolve) => {
      next.once("error", () => resolve());
      next.once("end", () => resolve());
    });
    next.on("notification", ({ payload = "" }) => onNotified(payload));
    let asking: NodeJS.Timeout | undefined;
    try {
      await next.connect();
      endSilence(next, silenceMs);
      asking = setInterval(() => void next.query("select 1").catch(() => undefined), silenceMs / 3);
      await next.query(`listen ${next.escapeIdentifier(channel)}`);
      // Something may have been notified before.
      onNotified("");
      await broken;
    } finally {
      clearInterval(asking);
      await next.end().catch(() => undefined);
    }
  };
  void (async () => {
    while (!ending.signal.aborted) {
      await attempt().catch(() => undefined);
      await after(relistenMs, undefined, { signal: ending.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    ending.abort();
    // One that is just connecting would never end by itself.
    client?.connection.stream.destroy();
  };
}

/** Breaks a connection over which nothing has come or gone for so long; in a pool no idle one lasts that long. */
function endSilence({ connection: { stream } }: Client, silenceMs: number): void {
  if (!(stream instanceof Socket)) return;
  stream.setTimeout(silenceMs, () => {
    stream.destroy(Object.assign(new Error("the database does not answer"), { code: "ETIMEDOUT" }));
  });
}
