import type { PostgresPool, PostgresPoolClient } from "kysely";
import type { Pool, QueryConfig } from "pg";
import { codeOf, staleStatement } from "./phrase-failure.ts";

/** Most statements that are prepared, which each connection keeps, and values of one: there are too many with more, and each is rare. */
const [most, mostValues] = [100, 8];

/** Statements by their text; 0 for those that have been asked once. */
const numbers = new Map<string, number>();
let prepares = 0;

/** What is asked more than once is parsed once a connection, and planned a few times. */
export function prepared(text: string, values: readonly unknown[] = []): QueryConfig {
  const name = nameOf(text, values);
  return { text, values: [...values], ...(name && { name }) };
}

function nameOf(text: string, values: readonly unknown[]): string | undefined {
  // Without values it may be several statements, which cannot be prepared.
  if (values.length === 0 || values.length > mostValues) return undefined;
  const number = numbers.get(text);
  if (number === undefined) {
    if (prepares < most) numbers.set(text, 0);
    return undefined;
  }
  if (number > 0) return `gradecheck ${number}`;
  if (prepares === most) return undefined;
  prepares += 1;
  numbers.set(text, prepares);
  return `gradecheck ${prepares}`;
}

/** Connections of a pool that prepare. One whose statements no longer fit the tables, which somebody has restored, is not used again. */
export function preparing(pool: Pool): PostgresPool {
  return {
    options: pool.options,
    connect: async () => {
      const client = await pool.connect();
      let isStale = false;
      const query = async (text: string, values: readonly unknown[]) => {
        try {
          return await client.query(prepared(text, values));
        } catch (error) {
          isStale ||= staleStatement.includes(codeOf(error));
          throw error;
        }
      };
      const release = (isBroken?: boolean): void => client.release(isBroken || isStale);
      // Cursors, its other way to ask, nobody uses.
      return { query, release } as unknown as PostgresPoolClient;
    },
    end: () => pool.end(),
  };
}
