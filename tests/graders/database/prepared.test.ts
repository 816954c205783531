import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readAddress } from "../../../graders/database/address.ts";
import { type Connection, connectToServer } from "../../../graders/database/connect-to-server.ts";
import { persist } from "../../../graders/database/persist.ts";
import { prepared } from "../../../graders/database/prepared.ts";
import { startPostgres, type TestServer } from "../../fixtures/postgres.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server[Symbol.asyncDispose]());

/** A single connection, so that what one question leaves there the next one finds. */
const open = async (): Promise<Connection> =>
  connectToServer(await server.createDatabase(), { name: "test", connections: 1 });

describe("statements", () => {
  it("are prepared when they are asked for the second time", async () => {
    await using connection = await open();
    const count = async (): Promise<number> => {
      const found = await sql<{ count: number }>`
        select count(*)::int as count from pg_prepared_statements where statement like '%of a test%'`.execute(
        connection.tables,
      );
      return found.rows[0]?.count ?? 0;
    };
    const ask = (value: number) => sql`select ${value}::int as one -- of a test`.execute(connection.tables);
    const counts: number[] = [];
    for (const value of [1, 2, 3]) {
      expect((await ask(value)).rows).toEqual([{ one: value }]);
      counts.push(await count());
    }
    expect(counts).toEqual([0, 1, 1]);
  });

  it("that no longer fit their table are prepared anew", async () => {
    await using connection = await open();
    const { tables } = connection;
    await sql`create table restored (value int)`.execute(tables);
    await sql`insert into restored values (1)`.execute(tables);
    const ask = () => sql<{ value: unknown }>`select value from restored where value::text = ${"1"}`.execute(tables);
    for (let time = 0; time < 3; time++) expect((await ask()).rows).toEqual([{ value: 1 }]);
    await sql`alter table restored alter column value type text`.execute(tables);
    let failures = 0;
    const asked = await persist({ address: readAddress(server.url("any")) }, () =>
      ask().catch((error: unknown) => {
        failures += 1;
        throw error;
      }),
    );
    expect(asked.rows).toEqual([{ value: "1" }]);
    expect(failures).toBe(1);
  });

  it("are not prepared with no values or many, nor more than a connection can keep", () => {
    const twice = (text: string, values: readonly unknown[]): unknown => {
      prepared(text, values);
      return prepared(text, values);
    };
    expect(twice("begin", [])).not.toHaveProperty("name");
    expect(twice("insert of nine", Array.from({ length: 9 }))).not.toHaveProperty("name");
    const names = Array.from({ length: 150 }, (_, i) => twice(`select ${i}, $1`, [i])).filter(
      (one) => (one as { readonly name?: string }).name !== undefined,
    );
    expect(names.length).toBeGreaterThan(50);
    expect(names.length).toBeLessThanOrEqual(100);
  });
});
