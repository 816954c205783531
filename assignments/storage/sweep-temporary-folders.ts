import type { Stats } from "node:fs";
import { lstat, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { ownerOf } from "./folder-owner.ts";

/** A folder whose owner cannot be asked about, because it ran elsewhere, is kept for a week, milliseconds. */
const longestRunMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Removes the temporary folders that processes left behind which were killed: those of our own user alone, and none whose process
 * still runs. What cannot be removed stays; several may sweep at once.
 * @param parent The system's temporary folder, where others can put what they like: nothing is followed, and only what is
 * a folder, ours, and closed to everybody else is touched.
 */
export async function sweepTemporaryFolders(parent: string, user = process.getuid?.()): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  await Promise.all(names.map((name) => sweep(join(parent, name), name, user).catch(() => undefined)));
}

async function sweep(path: string, name: string, user: number | undefined): Promise<void> {
  const owner = ownerOf(name);
  if (owner === "stranger" || owner === "running") return;
  const found = await lstat(path);
  const isOld = Date.now() - found.mtimeMs > longestRunMs;
  if (found.isDirectory() && isPrivate(found, user) && (owner === "ended" || isOld)) {
    await rm(path, { recursive: true, force: true });
  }
}

/** As `mkdtemp` makes them. Windows has neither, and a temporary folder for each user. */
function isPrivate({ mode, uid }: Stats, user: number | undefined): boolean {
  return user === undefined || (uid === user && (mode & 0o077) === 0);
}
