import { join } from "node:path";
import { syncFolder, UnfinishedFile } from "./unfinished-file.ts";

/** A file on its way to the disk, and who waits for it. */
type Waiting = { readonly file: UnfinishedFile; readonly done: () => void; readonly failed: (error: unknown) => void };

/**
 * Writes files into a folder so that they are on the disk, also after a power cut, when `write` resolves. The disk is waited for once for
 * all files that came while it was busy with others.
 */
export class DurableFolder {
  readonly #path: string;
  #waiting: Waiting[] = [];
  #isBusy = false;

  /** @param path Exists. */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Writes a file whole, as {@link writeWhole} does. Only then has it its name.
   * @throws the system's error where it cannot be written; the others of its group are not concerned.
   */
  write(name: string, content: string): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ file: new UnfinishedFile(join(this.#path, name), content), done, failed });
      if (!this.#isBusy) void this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    this.#isBusy = true;
    for (let group = this.#waiting; group.length > 0; group = this.#waiting) {
      this.#waiting = [];
      await this.#writeGroup(group);
    }
    this.#isBusy = false;
  }

  async #writeGroup(group: readonly Waiting[]): Promise<void> {
    const finished = (await Promise.all(group.map(finish))).filter((one) => one !== undefined);
    if (finished.length === 0) return;
    try {
      await syncFolder(this.#path);
      for (const { done } of finished) done();
    } catch (error) {
      for (const { failed } of finished) failed(error);
    }
  }
}

/** @returns undefined where it failed. */
async function finish(waiting: Waiting): Promise<Waiting | undefined> {
  try {
    using file = waiting.file;
    await file.sync();
    file.finish();
    return waiting;
  } catch (error) {
    waiting.failed(error);
    return undefined;
  }
}
