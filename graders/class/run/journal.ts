import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DurableFolder } from "../../../assignments/storage/durable-folder.ts";
import type { Report } from "../../../reports/report/report.ts";
import type { ResultStore } from "../../session/ports.ts";
import { sealReport, unsealReport } from "../../session/sealed-report.ts";

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
    const report = unsealReport(key, text, this.#options.secretKey);
    if (report === undefined) this.#options.onDisbelieved?.(fileOf(key));
    return report;
  }

  async put(key: string, report: Report): Promise<void> {
    await this.#files.write(fileOf(key), `${sealReport(key, report, this.#options.secretKey)}\n`);
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
}

const fileOf = (key: string): string => `${key}.json`;
