import type { Kysely } from "kysely";
import type { Report } from "../../reports/report/report.ts";
import type { Tables } from "../database/tables.ts";
import type { ResultStore } from "../session/ports.ts";
import { sealReport, unsealReport } from "../session/sealed-report.ts";
import { compress, decompress } from "./compress.ts";

/** What is kept of how a report came about. */
export type Origin = { readonly seconds: number; readonly worker: string };

/** Results in a database. What is there is never replaced; what was tampered with is as good as none. */
export class DatabaseResults implements ResultStore {
  readonly #tables: Kysely<Tables>;
  readonly #secretKey: Uint8Array;
  readonly #origin: Origin;

  /** @param secretKey See `authenticationKey`. @param origin Of what is put in; default unknown. */
  constructor(tables: Kysely<Tables>, secretKey: Uint8Array, origin: Origin = { seconds: 0, worker: "" }) {
    this.#tables = tables;
    this.#secretKey = secretKey;
    this.#origin = origin;
  }

  async get(key: string): Promise<Report | undefined> {
    const row = await this.#tables.selectFrom("result").select("body").where("key", "=", key).executeTakeFirst();
    return row && (await this.open(key, row.body));
  }

  /** The report in a row; undefined where it cannot be believed. */
  async open(key: string, body: Uint8Array): Promise<Report | undefined> {
    try {
      return unsealReport(key, (await decompress(body, mostBytes)).toString("utf8"), this.#secretKey);
    } catch {
      return undefined;
    }
  }

  async put(key: string, report: Report): Promise<void> {
    await this.putAll([await this.seal(key, report)]);
  }

  /** Makes the row of a report. @param origin Default that of all. */
  async seal(key: string, report: Report, origin: Partial<Origin> = {}): Promise<SealedResult> {
    return { key, body: await compress(sealReport(key, report, this.#secretKey)), ...this.#origin, ...origin };
  }

  /** @param tables Default those of the connection; a transaction's. */
  async putAll(results: readonly SealedResult[], tables = this.#tables): Promise<void> {
    await tables
      .insertInto("result")
      // In one order, so that no two wait for each other.
      .values(results.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
      .onConflict((conflict) => conflict.column("key").doNothing())
      .execute();
  }
}

/** A row of results. */
export type SealedResult = Origin & { readonly key: string; readonly body: Buffer };

/** Largest report that is read, bytes of JSON. */
const mostBytes = 256_000_000;
