import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { jsonText } from "../../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../../reports/report/report.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";

/** A result on disk, and what it is of. */
type Entry = {
  /** Everything that the result follows from besides the submission, see `gradingFingerprint`. */
  readonly basis: string;
  /** Of the submission, see `readSubmission`. */
  readonly content: string;
  /** HMAC-SHA-256, hexadecimal, over the two and the report. */
  readonly hmac: string;
  readonly report: unknown;
};

/** What a journal is opened with. */
export type JournalOptions = {
  /** Names everything else that a result follows from, see `gradingFingerprint`. */
  readonly basis: string;
  /** Tells our entries from others', see `authenticationKey`. */
  readonly key: Uint8Array;
  /** Called for an entry that is there and cannot be believed. @param file Its name. */
  readonly onDisbelieved?: (file: string) => void;
};

/**
 * The results of a batch on disk, one file for each submission content, each written whole the moment it exists: whatever happens to
 * the run, what is graded stays graded. An entry says what it is of, under a key that only the grader has: one that was
 * changed, copied over another, or written by somebody else is as good as none.
 */
export class Journal {
  readonly #folder: string;
  readonly #options: JournalOptions;

  /** @param folder Exists. */
  constructor(folder: string, options: JournalOptions) {
    this.#folder = folder;
    this.#options = options;
  }

  /** Under which name the result of a content lies. @param content See `readSubmission`. */
  name(content: string): string {
    return nameOf(this.#options.basis, content);
  }

  /** The result of a content; undefined where there is none, or none that can be believed. */
  read(content: string): Promise<Report | undefined> {
    return this.find(this.name(content));
  }

  /** A result by its name, of whatever basis; undefined where there is none, or none that can be believed. */
  async find(name: string): Promise<Report | undefined> {
    const text = await readFile(this.#file(name), "utf8").catch(() => undefined);
    if (text === undefined) return undefined;
    const report = this.#open(name, text);
    if (report === undefined) this.#options.onDisbelieved?.(`${name}.json`);
    return report;
  }

  /**
   * Keeps the result of a content. It belongs to whoever hands this content in, so the name is not in it.
   * @throws the system's error where it cannot be written.
   */
  async write(content: string, report: Report): Promise<void> {
    const { basis, key } = this.#options;
    const anonymous = { ...report, submission: { ...report.submission, name: "" } };
    const entry: Entry = { basis, content, hmac: hmacOf(key, basis, content, anonymous), report: anonymous };
    await writeWhole(this.#file(this.name(content)), `${jsonText(entry)}\n`, { durable: true });
  }

  #open(name: string, text: string): Report | undefined {
    try {
      const { basis, content, hmac, report } = JSON.parse(text) as Entry;
      const own = hmacOf(this.#options.key, basis, content, report);
      const isOurs = nameOf(basis, content) === name && timingSafeEqual(Buffer.from(own), Buffer.from(hmac));
      return isOurs ? validateReport(report) : undefined;
    } catch {
      return undefined;
    }
  }

  #file(name: string): string {
    return join(this.#folder, `${name}.json`);
  }
}

const nameOf = (basis: string, content: string): string =>
  createHash("sha256").update(`${basis}\0${content}`).digest("hex").slice(0, 40);

/** Of the report as it is read back, so that no other way of writing the same JSON can mean something else. */
function hmacOf(key: Uint8Array, basis: string, content: string, report: unknown): string {
  return createHmac("sha256", key)
    .update(JSON.stringify([basis, content, report]))
    .digest("hex");
}
