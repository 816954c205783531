import { constants } from "node:fs";
import { copyFile, lstat, utimes } from "node:fs/promises";
import { join } from "node:path";
import type { Reading } from "../../attempts/submission-candidate.ts";

/**
 * Puts the files of one submission, which a learning platform has renamed and laid among all others, into a folder under the names
 * that they had, so that they can import each other.
 * @param files Regular files; names differ and have no slash.
 * @returns The folder.
 */
export async function joinFiles(
  files: readonly { readonly name: string; readonly path: string }[],
  reading: Pick<Reading, "workspace">,
): Promise<string> {
  const folder = await reading.workspace.folder();
  for (const { name, path } of files) {
    const target = join(folder, name);
    await copyFile(path, target, constants.COPYFILE_EXCL);
    const { atime, mtime } = await lstat(path);
    await utimes(target, atime, mtime);
  }
  return folder;
}
