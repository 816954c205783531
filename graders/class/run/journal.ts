import { createHmac, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DurableFolder } from "../../../assignments/storage/durable-folder.ts";
import { safeJson } from "../../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../../reports/report/report.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import type { ResultStore } from "../../session/ports.ts";

/** An {@link Entry} as JSON. A report is long, so it is written once for this and its HMAC. */
const entryText = (key: string, hmac: string, report: string): string =>
  `{"key":${JSON.stringify(key)},"hmac":"${hmac}","report":${report}}`;

/** A result on disk. */
type Entry = {
  /** What it follows from, see `resultKey`; also the file's name. */
  readonly key: string;
  /** HMAC-SHA-256, hexadecimal, over the two others. */
  readonly hmac: string;
  readonly report: unknown;
};

/** What a journal is opened with. */
export type JournalOptions = {
  /** Tells our entries from others', see `authenticationKey`. */
  readonly secretKey: Uint8Array;
  /** Called for an entry that is there and cannot be believed. @param file Its name. */
  readonly onDisbelieved?: (file: string) => void;
};

/**
 * The results of a batch on disk, one file for each submission content, each written whole the moment it exists: whatever happens to
 * the run, what is graded stays graded. An entry says what it is of, under a key that only the grader has: one that was
 * changed, copied over another, or written by somebody else is as good as none.
 */
export class Journal implements ResultStore {
  readonly #folder: string;
  readonly #files: DurableFolder;
  readonly #options: JournalOptions;

  /** @param folder Exists. */
  constructor(folder: string, options: JournalOptions) {
    this.#folder = folder;
    this.#files = new DurableFolder(folder);
    this.#options = options;
  }

  async get(key: string): Promise<Report | undefined> {
    const text = this.#read(key);
    if (text === undefined) return undefined;
    const report = this.#open(key, text);
    if (report === undefined) this.#options.onDisbelieved?.(fileOf(key));
    return report;
  }

  async put(key: string, report: Report): Promise<void> {
    const anonymous = { ...report, submission: { ...report.submission, name: "" } };
    const text = JSON.stringify(anonymous);
    await this.#files.write(fileOf(key), `${safeJson(entryText(key, this.#hmac(key, text), text))}\n`);
  }

  #read(key: string): string | undefined {
    const path = join(this.#folder, fileOf(key));
    try {
      // Asked first: of most there is none, and an exception takes longer.
      return existsSync(path) ? readFileSync(path, "utf8") : undefined;
    } catch {
      return undefined;
    }
  }

  #open(key: string, text: string): Report | undefined {
    try {
      const entry = JSON.parse(text) as Entry;
      const own = this.#hmac(key, JSON.stringify(entry.report));
      const isOurs = entry.key === key && timingSafeEqual(Buffer.from(own), Buffer.from(entry.hmac));
      return isOurs ? validateReport(entry.report) : undefined;
    } catch {
      return undefined;
    }
  }

  /** @param report As JSON, of what is read back: no other way of writing it can mean something else. */
  #hmac(key: string, report: string): string {
    return createHmac("sha256", this.#options.secretKey)
      .update(`[${JSON.stringify(key)},${report}]`)
      .digest("hex");
  }
}

const fileOf = (key: string): string => `${key}.json`;
