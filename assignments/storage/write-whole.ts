import { randomBytes } from "node:crypto";
import { link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** What the name of a file that is still being written ends with. */
export const unfinished = /\.[0-9a-f]{12}\.tmp$/;

/**
 * Writes a file so that it is either there in full or as it was before.
 * @param content Whole, or in pieces; text is written in UTF-8.
 * @param options.durable Also after a power cut: on return it is on the disk. Default false.
 * @param options.mode Who may read it; default as the system has it.
 * @param options.isNew There must be none yet. Default false: one that is there is replaced.
 * @throws the system's error where the folder cannot be written; `EEXIST` where a new file is there already.
 */
export async function writeWhole(
  path: string,
  content: string | Iterable<string | Uint8Array>,
  options: { readonly durable?: boolean; readonly mode?: number; readonly isNew?: boolean } = {},
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const handle = await open(temporary, "wx", options.mode);
    try {
      await handle.writeFile(content, "utf8");
      if (options.durable) await handle.sync();
    } finally {
      await handle.close();
    }
    // Unlike a rename, a link never replaces a file that is already there.
    if (options.isNew) await link(temporary, path);
    else await rename(temporary, path);
    if (options.durable) await syncFolder(dirname(path));
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The new name is on the disk too. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
