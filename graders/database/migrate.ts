import { type Kysely, sql } from "kysely";
import { Migrator } from "kysely/migration";
import { DatabaseError } from "./database-error.ts";
import { knownMigrations, migrations } from "./migrations.ts";
import { schema, type Tables } from "./tables.ts";

/**
 * Makes our tables in the schema of the connection, or brings them up to date. Of several that do it at once, all but one wait.
 * @throws {DatabaseError} where a newer gradecheck has been there.
 */
export async function migrate(tables: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({
    db: tables,
    provider: migrations,
    migrationTableSchema: schema,
    migrationTableName: "migration",
    migrationLockTableName: "migration_lock",
  });
  const unknown = (await appliedMigrations(tables)).find((name) => !knownMigrations.has(name));
  if (unknown !== undefined) {
    throw new DatabaseError(
      `Cannot use the database: a newer gradecheck has used it (it has the migration "${unknown}"); use that version, or a database of its own`,
    );
  }
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}

/** Names, in order; none where nothing was ever made. */
async function appliedMigrations(tables: Kysely<Tables>): Promise<string[]> {
  const { rows: found } = await sql<{ there: boolean }>`
    select to_regclass(${`${schema}.migration`}) is not null as there`.execute(tables);
  if (found[0]?.there !== true) return [];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(`${schema}.migration`)} order by name`.execute(tables);
  return rows.map(({ name }) => name);
}
