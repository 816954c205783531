import { constants } from "node:fs";
import { lstat, open, opendir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { isMachineFailure } from "../../../../assignments/storage/machine-failure.ts";
import { openFiles } from "../../../../assignments/storage/open-files.ts";
import { knownTime } from "../../attempts/read-instant.ts";
import { isIgnored } from "./file-kind.ts";

/** An entry of a folder. */
export type FolderItem = {
  readonly name: string;
  readonly path: string;
  /** The path to show: relative to what was handed in, with forward slashes. */
  readonly shownPath: string;
} & (
  | { readonly kind: "file"; readonly time: Date | undefined }
  | { readonly kind: "folder" }
  /** Something that cannot be opened safely; one sentence says why. */
  | { readonly kind: "unusable"; readonly reason: string }
);

/**
 * Lists a folder by name, without ignored files. Reads no file and follows no link.
 * @param shownPath The folder's path to show, "" for what was handed in itself.
 * @throws the system's error where the folder cannot be read.
 */
export async function listFolder(path: string, shownPath: string): Promise<readonly FolderItem[]> {
  const names = (await openFiles(() => readdir(path))).filter((name) => !isIgnored(name)).sort();
  return Promise.all(
    names.map((name) =>
      lookAt({ name, path: join(path, name), shownPath: shownPath === "" ? name : `${shownPath}/${name}` }),
    ),
  );
}

// If a file turns into a FIFO meanwhile, opening it does not wait for a writer.
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Says what one entry of a folder is, and whether it can be read. */
export const lookAt = (item: Pick<FolderItem, "name" | "path" | "shownPath">): Promise<FolderItem> =>
  openFiles(look, item);

async function look(item: Pick<FolderItem, "name" | "path" | "shownPath">): Promise<FolderItem> {
  const unusable = (reason: string): FolderItem => ({ ...item, kind: "unusable", reason });
  try {
    const found = await lstat(item.path);
    if (found.isSymbolicLink())
      return unusable("It is a symbolic link, and links are not followed; put the file itself here.");
    if (!found.isFile() && !found.isDirectory()) return unusable("It is neither a file nor a folder.");
    // Only opening it shows for sure.
    await (found.isDirectory() ? opendir(item.path) : open(item.path, readWithoutWaiting)).then((opened) =>
      opened.close(),
    );
    return found.isDirectory() ? { ...item, kind: "folder" } : { ...item, kind: "file", time: knownTime(found.mtime) };
  } catch (error) {
    return unusable(unreadable(error));
  }
}

/**
 * One sentence for a file or folder that cannot be read.
 * @throws the error where it is a failure of the machine.
 */
export function unreadable(error: unknown): string {
  if (isMachineFailure(error)) throw error;
  const { code, message } = error as NodeJS.ErrnoException;
  return `It cannot be read (${code ?? message}).`;
}
