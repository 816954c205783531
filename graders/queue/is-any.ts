import { type RawBuilder, sql } from "kysely";

/** Whether a column is one of some texts: one parameter, so that there is one statement for any number of them. */
export const isAny = (column: string, texts: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any(${texts})`;
