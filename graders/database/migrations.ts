import { type Kysely, sql } from "kysely";
import type { Migration, MigrationProvider } from "kysely/migration";
import { schema } from "./tables.ts";

/** What is compressed already need not be tried again by the database. */
const keepAsItIs = (db: Kysely<unknown>, table: string): Promise<unknown> =>
  sql`alter table ${sql.table(`${schema}.${table}`)} alter column body set storage external`.execute(db);

/** By number. What has been released is never changed: another one follows. */
const all: Readonly<Record<string, Migration>> = {
  "0001-first": {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable("submission")
        .addColumn("sha256", "text", (column) => column.primaryKey())
        .addColumn("body", "bytea", (column) => column.notNull())
        .addColumn("asked_on", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      await keepAsItIs(db, "submission");
      await db.schema
        .createTable("requirement")
        .addColumn("queue", "text", (column) => column.primaryKey())
        .addColumn("requirement", "text", (column) => column.notNull())
        .addColumn("asked_on", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      await db.schema
        .createTable("result")
        .addColumn("key", "text", (column) => column.primaryKey())
        .addColumn("body", "bytea", (column) => column.notNull())
        .addColumn("seconds", "double precision", (column) => column.notNull())
        .addColumn("worker", "text", (column) => column.notNull())
        .addColumn("asked_on", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      await keepAsItIs(db, "result");
      await db.schema
        .createTable("worker")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("host", "text", (column) => column.notNull())
        .addColumn("pid", "integer", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("started_on", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .addColumn("seen_on", "timestamptz", (column) => column.notNull().defaultTo(sql`now()`))
        .execute();
      // What is old is removed by its age.
      await db.schema.createIndex("result_asked_on").on("result").column("asked_on").execute();
      await db.schema.createIndex("submission_asked_on").on("submission").column("asked_on").execute();
    },
  },
};

export const migrations: MigrationProvider = { getMigrations: async () => all };

/** Names of the migrations that this version knows. */
export const knownMigrations: ReadonlySet<string> = new Set(Object.keys(all));
