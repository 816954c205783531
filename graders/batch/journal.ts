import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonText } from "../../reports/json-text.ts";
import type { Report } from "../../reports/report.ts";
import { validateReport } from "../../reports/validate-report.ts";
import { writeWhole } from "../write-whole.ts";

/**
 * The results of a batch on disk, one file for each submission content, each written whole the moment it exists: whatever happens to
 * the run, what is graded stays graded.
 */
export class Journal {
  readonly #folder: string;
  readonly #basis: string;

  /**
   * @param folder Exists.
   * @param basis Names everything else that a result follows from, see `basisHash`.
   */
  constructor(folder: string, basis: string) {
    this.#folder = folder;
    this.#basis = basis;
  }

  /** Under which name the result of a content lies. @param content See `stageSubmission`. */
  key(content: string): string {
    return createHash("sha256").update(`${this.#basis}\0${content}`).digest("hex").slice(0, 40);
  }

  /** A result; undefined where there is none, or none that can be read. */
  async read(key: string): Promise<Report | undefined> {
    try {
      return validateReport(JSON.parse(await readFile(this.#file(key), "utf8")));
    } catch {
      return undefined;
    }
  }

  /**
   * Keeps a result. It belongs to whoever hands this content in, so the name is not in it.
   * @throws the system's error where it cannot be written.
   */
  async write(key: string, report: Report): Promise<void> {
    const anonymous = { ...report, submission: { ...report.submission, name: "" } };
    await writeWhole(this.#file(key), `${jsonText(anonymous)}\n`, { durable: true });
  }

  #file(key: string): string {
    return join(this.#folder, `${key}.json`);
  }
}
