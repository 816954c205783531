import { dirname } from "node:path";
import { syncFolder, UnfinishedFile } from "./unfinished-file.ts";

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
  using file = new UnfinishedFile(path, content, options.mode);
  if (options.durable) await file.sync();
  file.finish(options.isNew);
  if (options.durable) await syncFolder(dirname(path));
}
