import { lstatSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { syncFolder, UnfinishedFile } from "./unfinished-file.ts";

type Content = string | Iterable<string | Uint8Array>;

/**
 * Writes a file so that it is either there in full or as it was before. One that has the same text already is left alone, since to read
 * it takes less.
 * @param content Whole, or in pieces; text is written in UTF-8.
 * @param options.durable Also after a power cut: on return it is on the disk. Default false.
 * @param options.mode Who may read it; default as the system has it.
 * @param options.isNew There must be none yet. Default false: one that is there is replaced.
 * @throws the system's error where the folder cannot be written; `EEXIST` where a new file is there already.
 */
export async function writeWhole(
  path: string,
  content: Content,
  options: { readonly durable?: boolean; readonly mode?: number; readonly isNew?: boolean } = {},
): Promise<void> {
  const { durable = false, mode, isNew = false } = options;
  if (!durable && mode === undefined && !isNew && isThere(path, content)) return;
  using file = new UnfinishedFile(path, content, mode);
  if (durable) await file.sync();
  file.finish(isNew);
  if (durable) await syncFolder(dirname(path));
}

function isThere(path: string, content: Content): boolean {
  if (typeof content !== "string") return false;
  try {
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isFile() || found.size !== Buffer.byteLength(content)) return false;
    return readFileSync(path, "utf8") === content;
  } catch {
    // What may not be read may still be replaced.
    return false;
  }
}
