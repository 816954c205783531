import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTemporaryFolder, type TemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { IntakeError } from "./intake-error.ts";

/** A temporary folder that is made when it is first needed, and gone on disposal and when the process exits. */
export class Workspace {
  #root: TemporaryFolder | undefined;
  #count = 0;

  /**
   * A new, empty folder in it.
   * @throws {IntakeError} where the system's temporary folder cannot be written.
   */
  async folder(): Promise<string> {
    this.#root ??= make();
    const path = join(this.#root.path, String(++this.#count));
    await mkdir(path, { mode: 0o700 });
    return path;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#root?.[Symbol.asyncDispose]();
  }
}

function make(): TemporaryFolder {
  try {
    return openTemporaryFolder("intake");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new IntakeError(`Cannot unpack into the temporary folder "${tmpdir()}": ${code ?? message}`);
  }
}
