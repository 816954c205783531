import { constants } from "node:fs";
import { copyFile, lstat, mkdir, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openTemporaryFolder, type TemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";

/** A temporary folder, made when it is first needed and removed on disposal or when the process exits. */
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

/** The submissions or the roster cannot be used: one line for the person who started the batch. Exit code 2. */
export class IntakeError extends Error {
  override readonly name = "IntakeError";
}

/**
 * Copies the files of one submission, which a learning platform has renamed and mixed with all others, into a folder
 * under their original names, so that they can import each other.
 * @param files Regular files; names differ and contain no slash.
 * @returns The folder.
 */
export async function joinFiles(
  files: readonly { readonly name: string; readonly path: string }[],
  workspace: Workspace,
): Promise<string> {
  const folder = await workspace.folder();
  for (const { name, path } of files) {
    const target = join(folder, name);
    await copyFile(path, target, constants.COPYFILE_EXCL);
    const { atime, mtime } = await lstat(path);
    await utimes(target, atime, mtime);
  }
  return folder;
}
