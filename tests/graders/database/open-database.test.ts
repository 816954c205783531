import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { readAddress } from "../../../graders/database/address.ts";
import { type Database, openDatabase } from "../../../graders/database/open-database.ts";
import { phraseDatabaseFailure } from "../../../graders/database/phrase-failure.ts";
import { schema } from "../../../graders/database/tables.ts";
import { startPostgres, type TestServer } from "../../fixtures/postgres.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server[Symbol.asyncDispose]());

const open = (where: string): Promise<Database> => openDatabase(readAddress(where), { name: "test" });
const message = async (where: string): Promise<string> => {
  const error = await open(where).then(
    () => new Error("it was opened"),
    (reason: Error) => reason,
  );
  expect(error.name).toBe("DatabaseError");
  return error.message;
};

describe("openDatabase()", () => {
  it("makes its tables once, of however many begin at the same time", async () => {
    const url = await server.createDatabase();
    const opened = await Promise.all(Array.from({ length: 6 }, () => open(url)));
    for (const one of opened) {
      expect(await one.tables.selectFrom("result").selectAll().execute()).toEqual([]);
      await one[Symbol.asyncDispose]();
    }
  });

  it("says in a line what is wrong with an address, without its password", async () => {
    expect(await message("postgres://ada:secret@127.0.0.1:1/marks")).toBe(
      "Cannot use the database postgres://ada@127.0.0.1:1/marks: nothing listens there; start it, or correct the address",
    );
    const other = server.url("marks");
    expect(await message(other)).toMatch(/there is no such database on the server; create it$/);
    expect(await message(other.replace(/:[^:@]*@/, ":wrong@"))).toMatch(/it refuses the password$/);
    expect(() => readAddress("mysql://ada:secret@host/x")).toThrow(/^Cannot use a database at mysql:\/\/…/);
    expect(() => readAddress("postgres://ada:sec ret/@host:x/y")).toThrow(/^Cannot read the address/);
    expect(() => readAddress("")).toThrow("its address is empty");
    // What is not written as it must be is shown to nobody, and is no folder either.
    for (const address of [
      "postgres://ada:42/hush@host/marks",
      "postgres://ada:42?hush@host/marks",
      "postgres://ada:42#hush@host/marks",
      "postgres:ada:hush@host/marks",
      "host=db user=ada password=hush dbname=marks",
      "jdbc:postgresql://host/marks?password=hush",
    ]) {
      expect(() => readAddress(address), address).toThrow(/^Cannot read the address of the database: (?!.*hush)/);
    }
  });

  it("says how to get a database in a folder where the package came without it", () => {
    const missing = Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
    expect(phraseDatabaseFailure(missing)).toMatch(/run npm install @electric-sql\/pglite, or name a server$/);
  });

  it("refuses one that a newer version has used", async () => {
    const url = await server.createDatabase();
    {
      await using database = await open(url);
      await sql`insert into ${sql.table(`${schema}.migration`)} (name, timestamp) values ('9999-later', '')`.execute(
        database.tables,
      );
    }
    expect(await message(url)).toMatch(/a newer gradecheck has used it \(it has the migration "9999-later"\)/);
  });

  it("lets one process at a time use a folder, and finds there what was left", async () => {
    await using folder = openTemporaryFolder("database");
    const path = join(folder.path, "marks");
    {
      await using database = await open(path);
      const row = { key: "k", body: Buffer.from("b"), seconds: 1, worker: "w" };
      await database.tables.insertInto("result").values(row).execute();
      expect(await message(path)).toMatch(/process \d+ on .* uses it; one process at a time can/);
    }
    await using again = await open(path);
    expect(await again.tables.selectFrom("result").select("key").execute()).toEqual([{ key: "k" }]);
  });
});
