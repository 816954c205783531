import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect } from "kysely";
import { fromPglite } from "pg-boss";
import type { Connection } from "./connect-to-server.ts";
import { schema, type Tables } from "./tables.ts";

/** PostgreSQL inside this process. @param path Its data folder; is made. Nobody else uses it. */
export async function connectToFolder(path: string): Promise<Connection> {
  const pglite = await PGlite.create({ dataDir: path });
  return {
    tables: new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) }).withSchema(schema),
    executor: fromPglite(pglite),
    exclusively: (act) => act(),
    listen: (channel, onNotified) => pglite.listen(channel, onNotified),
    [Symbol.asyncDispose]: () => pglite.close(),
  };
}
