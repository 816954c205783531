import { randomBytes } from "node:crypto";
import { closeSync, fsync, linkSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";

/** What the name of a file that is still being written ends with. */
export const unfinished = /\.[0-9a-f]{12}\.tmp$/;

const syncFile = promisify(fsync);

/**
 * A file with all of its content, under a name that nobody looks for until it is finished; disposal removes what has not been. All but
 * the wait for the disk is synchronous: to hand a call to another thread takes longer than to write a page.
 */
export class UnfinishedFile implements Disposable {
  readonly #path: string;
  readonly #temporary: string;
  #file: number | undefined;
  #isThere = true;

  /**
   * Writes the content.
   * @param path What it will be called.
   * @throws the system's error; nothing is left then.
   */
  constructor(path: string, content: string | Iterable<string | Uint8Array>, mode?: number) {
    this.#path = path;
    this.#temporary = `${path}.${nextMark()}.tmp`;
    this.#file = openSync(this.#temporary, "wx", mode);
    try {
      for (const piece of typeof content === "string" ? [content] : content) writeFileSync(this.#file, piece);
    } catch (error) {
      this[Symbol.dispose]();
      throw error;
    }
  }

  /** Waits until its content is on the disk. */
  async sync(): Promise<void> {
    if (this.#file !== undefined) await syncFile(this.#file);
  }

  /** Gives it its name. @param isNew Refuse to replace a file, by `EEXIST`. */
  finish(isNew = false): void {
    this.#close();
    // Unlike a rename, a link never replaces a file that is already there.
    if (isNew) linkSync(this.#temporary, this.#path);
    else renameSync(this.#temporary, this.#path);
    this.#isThere = isNew;
  }

  [Symbol.dispose](): void {
    try {
      this.#close();
    } finally {
      if (this.#isThere) rmSync(this.#temporary, { force: true });
    }
  }

  #close(): void {
    const file = this.#file;
    this.#file = undefined;
    if (file !== undefined) closeSync(file);
  }
}

/** Waits until the names in a folder are on the disk. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    await syncFile(opened);
  } finally {
    closeSync(opened);
  }
}

const marks = 2 ** 48;
let mark = randomBytes(6).readUIntBE(0, 6);

/** Twelve hexadecimal digits that no other file has: random ones for the first, and counted on from there. */
function nextMark(): string {
  mark = (mark + 1) % marks;
  return mark.toString(16).padStart(12, "0");
}
