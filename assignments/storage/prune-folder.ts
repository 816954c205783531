import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/**
 * Deletes the oldest files of a folder until the rest fits. Files that disappear meanwhile, or cannot be deleted, are
 * passed over: another run may be doing the same. What is being written (`.tmp`) is left alone for an hour.
 * @param limitBytes Size that all its files together may have.
 */
export async function pruneFolder(folder: string, limitBytes: number): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(names.map((name) => describe(join(folder, name))));
  const newestFirst = found.filter((file) => file !== undefined).sort((a, b) => b.changedMs - a.changedMs);
  let total = 0;
  for (const { path, bytes } of newestFirst) {
    total += bytes;
    if (total > limitBytes) await rm(path, { force: true }).catch(() => undefined);
  }
}

const abandonedMs = 60 * 60 * 1000;

type Found = { readonly path: string; readonly bytes: number; readonly changedMs: number };

async function describe(path: string): Promise<Found | undefined> {
  const found = await stat(path).catch(() => undefined);
  // Somebody is writing it, or was ended while doing so.
  if (path.endsWith(".tmp") && found !== undefined && Date.now() - found.mtimeMs < abandonedMs) return undefined;
  return found?.isFile() ? { path, bytes: found.size, changedMs: found.mtimeMs } : undefined;
}
