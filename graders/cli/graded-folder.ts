import { lstat } from "node:fs/promises";
import { join } from "node:path";
import { writeWhole } from "../../assignments/storage/write-whole.ts";
import { classOfRows, partsOf } from "../../reports/class/class-of-rows.ts";
import { renderClassPage } from "../../reports/class/render-class-page.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { Report } from "../../reports/report/report.ts";
import type { ClassRow } from "../../reports/terminal/render-class-table.ts";
import { lockOutput } from "../class/output-lock.ts";
import { makePageFolders, pageFolders, writePages } from "../class/page-folders.ts";
import { settingsFile } from "../class/run/read-batch-settings.ts";
import { UsageError } from "./output.ts";
import { tellWritten } from "./tell-written.ts";

/** Where the results of `gradecheck grade` go by default. */
const usualOutput = "graded";

/** Where results go; undefined where there is to be no folder: data alone goes to standard output, with `json`. */
export const outputOf = ({ out, json }: Pick<GradedFolderOptions, "out" | "json">): string | undefined =>
  out ?? (json ? undefined : usualOutput);

/** What decides where results go, and who reads them. */
export type GradedFolderOptions = {
  readonly out?: string;
  readonly json?: boolean;
  readonly audience: Report["audience"];
};

/** Takes the reports of `gradecheck grade` as they come, and says at the end which page to open. */
export class GradedFolder {
  readonly #path: string | undefined;
  readonly #audience: Report["audience"];
  readonly #lock: AsyncDisposable | undefined;

  private constructor(path: string | undefined, audience: Report["audience"], lock?: AsyncDisposable) {
    this.#path = path;
    this.#audience = audience;
    this.#lock = lock;
  }

  /**
   * Makes the folder, where there is to be one.
   * @throws {UsageError} where it holds a class that `batch` has graded; {BatchError} where none can be there, or somebody is writing there.
   */
  static async open(options: GradedFolderOptions): Promise<GradedFolder> {
    const { audience } = options;
    const path = outputOf(options);
    if (path !== undefined) {
      const isBatch = await lstat(join(path, settingsFile)).then(
        () => true,
        () => false,
      );
      if (isBatch)
        throw new UsageError(`Cannot write to "${path}": it holds a class that batch has graded; give another folder`);
      const lock = await lockOutput(path);
      await makePageFolders(path, audience);
      return new GradedFolder(path, audience, lock);
    }
    return new GradedFolder(path, audience);
  }

  /** Writes a submission's pages. @param page Name of its files, without extension. @returns Its row, for who reads it. */
  async write(full: Report, page: string): Promise<ClassRow> {
    if (this.#path !== undefined) await writePages(this.#path, page, full, this.#audience);
    const { name } = full.submission;
    const feedback = `${pageFolders.feedback}/${page}.html`;
    return this.#audience === "student"
      ? { name, path: feedback, report: studentView(full) }
      : { name, path: `${pageFolders.students}/${page}.html`, feedback, report: full };
  }

  /**
   * Writes the page of all, and names the page to open.
   * @param asked The questions of a quiz with what is right, which only instructors are shown.
   */
  async close(rows: readonly ClassRow[], asked: Parameters<typeof classOfRows>[1] = []): Promise<void> {
    const [first, ...others] = rows;
    if (this.#path === undefined || first === undefined) return;
    const page = await renderClassPage(classOfRows([first, ...others], this.#audience === "student" ? [] : asked), {
      parts: partsOf(rows),
    });
    await writeWhole(join(this.#path, "index.html"), page);
    tellWritten(this.#path, others.length === 0 ? first.path : undefined);
  }

  /** Lets others write to the folder again. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#lock?.[Symbol.asyncDispose]();
  }
}
