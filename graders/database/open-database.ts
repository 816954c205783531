import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Kysely } from "kysely";
import { PgBoss } from "pg-boss";
import { LockHeldError, lockFile } from "../../assignments/storage/lock-file.ts";
import type { DatabaseAddress } from "./address.ts";
import { type Connection, connectToServer } from "./connect-to-server.ts";
import { DatabaseError } from "./database-error.ts";
import { migrate } from "./migrate.ts";
import { isOfDatabase, phraseDatabaseFailure } from "./phrase-failure.ts";
import { queueSchema, type Tables } from "./tables.ts";

/** A database that is ready for use: its tables are those of this version. */
export type Database = AsyncDisposable & {
  readonly address: DatabaseAddress;
  readonly tables: Kysely<Tables>;
  readonly boss: PgBoss;
  /**
   * Has somebody called when another one notifies, and with an empty payload when something may have been missed. What is notified
   * while there is no connection is lost: whoever waits looks now and then by themselves, too.
   * @returns Ends it.
   */
  listen(channel: string, onNotified: (payload: string) => void): Promise<() => Promise<void>>;
};

/** How a database is used. */
export type DatabaseUse = {
  /** What the database calls these connections: `gradecheck worker`. */
  readonly name: string;
  /** Connections at most, without the one that listens. Default 4. */
  readonly connections?: number;
  /** How long a server may say nothing to a question, milliseconds. Default a minute. */
  readonly silenceMs?: number;
  /** Whether to give jobs back whose worker has died, among other chores. Default true. */
  readonly supervise?: boolean;
  /** Told of what fails beside what is asked for; it will be tried again. */
  readonly onError?: (error: Error) => void;
};

/** How often is looked after jobs of workers that have died, seconds. */
const superviseSeconds = 2;
/** How often old jobs are removed, seconds. */
const maintainSeconds = 3600;

/**
 * Opens a database, and makes or brings up to date its tables.
 * @throws {DatabaseError} where it cannot be reached or used.
 */
export async function openDatabase(address: DatabaseAddress, use: DatabaseUse): Promise<Database> {
  await using opened = new AsyncDisposableStack();
  const connection = opened.use(await connect(address, use));
  const { tables } = connection;
  const boss = new PgBoss({
    db: connection.executor,
    schema: queueSchema,
    backend: address.kind === "folder" ? "pglite" : "postgres",
    supervise: use.supervise ?? true,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    maintenanceIntervalSeconds: maintainSeconds,
    schedule: false,
    registerInstance: false,
  });
  // Without it an error of its timers would end the process.
  boss.on("error", (error) => use.onError?.(error));
  try {
    // Of several that begin at once one makes the tables; even "create schema if not exists" fails where two do.
    await connection.exclusively(async () => {
      await migrate(tables);
      await boss.start();
    });
  } catch (error) {
    throw error instanceof DatabaseError ? error : failure(address, error);
  }
  opened.defer(() => boss.stop({ graceful: false }));
  const all = opened.move();
  return {
    address,
    tables,
    boss,
    listen: connection.listen,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function connect(address: DatabaseAddress, use: DatabaseUse): Promise<Connection> {
  try {
    if (address.kind === "server") return await connectToServer(address.url, use);
    return await openFolder(address.path);
  } catch (error) {
    throw error instanceof DatabaseError ? error : failure(address, error);
  }
}

/** PostgreSQL inside this process knows nothing of other processes: a lock keeps them away. */
async function openFolder(path: string): Promise<Connection> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await using opened = new AsyncDisposableStack();
  opened.use(
    await lockFile(join(path, "gradecheck.lock")).catch((error: unknown) => {
      if (!(error instanceof LockHeldError)) throw error;
      const { pid, host } = error.holder;
      throw new DatabaseError(
        `Cannot use the database in "${path}": process ${pid} on ${host} uses it; one process at a time can, a PostgreSQL server serves many`,
      );
    }),
  );
  const { connectToFolder } = await import("./connect-to-folder.ts");
  const connection = opened.use(await connectToFolder(join(path, "data")));
  const all = opened.move();
  return { ...connection, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/**
 * Does something with a database, once.
 * @throws {DatabaseError} where it fails; whatever else is thrown is somebody else's.
 */
export async function askDatabase<Result>(
  { address }: Pick<Database, "address">,
  act: () => Promise<Result>,
): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    throw isOfDatabase(error) ? failure(address, error) : error;
  }
}

function failure({ shown }: DatabaseAddress, cause: unknown): DatabaseError {
  return new DatabaseError(`Cannot use the database ${shown}: ${phraseDatabaseFailure(cause)}`, { cause });
}
