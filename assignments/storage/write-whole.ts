import { randomBytes } from "node:crypto";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** What the name of a file that is still being written ends with. */
export const unfinished = /\.[0-9a-f]{12}\.tmp$/;

/**
 * Writes a file so that it is either there in full or as it was before.
 * @param text Whole, or in pieces.
 * @param options.durable Also after a power cut: on return it is on the disk. Default false.
 * @throws the system's error where the folder cannot be written.
 */
export async function writeWhole(
  path: string,
  text: string | Iterable<string>,
  options: { readonly durable?: boolean } = {},
): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const handle = await open(temporary, "wx");
    try {
      await handle.writeFile(text, "utf8");
      if (options.durable) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
    if (options.durable) await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
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
