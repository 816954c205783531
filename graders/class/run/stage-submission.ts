import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, readlink, symlink, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { isMachineFailure } from "../../../assignments/storage/machine-failure.ts";
import { openFiles } from "../intake/files/open-files.ts";

/** A submission as it was read: graded are these very bytes, whatever happens to the original meanwhile. */
export type ReadSubmission = {
  /** Names its content: paths and bytes, not what the file or folder is called. SHA-256, hexadecimal. */
  readonly content: string;
  readonly isFolder: boolean;
  readonly entries: readonly Entry[];
};

type Entry =
  | { readonly path: string; readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly path: string; readonly kind: "link"; readonly target: string };

/** Beyond these a submission is left where it lies and graded from there, each time anew. */
const most = { entries: 2000, bytes: 32_000_000, depth: 12 } as const;

/**
 * Reads a submission with all its files. A single file is called `submission`, with its extension: messages of the compiler quote
 * names, and equal submissions shall be equal whatever their files are called.
 * @throws the system's error where the machine fails: that says nothing of a submission.
 * @returns undefined where it cannot be read whole (unreadable, no file or folder, too large): grading it in its place says why.
 */
export async function readSubmission(path: string): Promise<ReadSubmission | undefined> {
  try {
    const isFolder = (await lstat(path)).isDirectory();
    const entries = isFolder ? await readFolder(path) : await readFile(path);
    return entries === undefined ? undefined : { content: hashEntries(entries), isFolder, entries };
  } catch (error) {
    if (isMachineFailure(error)) throw error;
    return undefined;
  }
}

/**
 * Writes a copy of a submission, to be graded in the place of the original.
 * @param root A folder that does not exist yet.
 */
export async function stageSubmission({ entries }: ReadSubmission, root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  for (const entry of entries) {
    const path = join(root, entry.path);
    await mkdir(dirname(path), { recursive: true });
    // Links that lead out of the submission are refused by the grader, wherever they lie.
    if (entry.kind === "link") await symlink(entry.target, path);
    else await writeFile(path, entry.bytes);
  }
}

async function readFile(path: string): Promise<Entry[] | undefined> {
  if (!(await lstat(path)).isFile()) return undefined;
  const bytes = await readRegular(path, { entries: 1, bytes: most.bytes });
  return bytes === undefined ? undefined : [{ path: `submission${extname(path)}`, kind: "file", bytes }];
}

async function readFolder(path: string): Promise<Entry[] | undefined> {
  const entries: Entry[] = [];
  return (await walk(path, "", entries, { entries: most.entries, bytes: most.bytes })) ? entries : undefined;
}

type Budget = { entries: number; bytes: number };

/** @returns False where the folder holds what cannot be copied, or too much. */
async function walk(root: string, below: string, entries: Entry[], budget: Budget): Promise<boolean> {
  if (below.split("/").length > most.depth) return false;
  const found = await openFiles(() => readdir(join(root, below), { withFileTypes: true }));
  for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    budget.entries -= 1;
    if (budget.entries < 0) return false;
    if (entry.isDirectory()) {
      if (!(await walk(root, path, entries, budget))) return false;
    } else if (entry.isSymbolicLink()) {
      entries.push({ path, kind: "link", target: await readlink(join(root, path)) });
    } else {
      const bytes = entry.isFile() ? await readRegular(join(root, path), budget) : undefined;
      if (bytes === undefined) return false;
      entries.push({ path, kind: "file", bytes });
    }
  }
  return true;
}

const readRegular = (file: string, budget: Budget): Promise<Uint8Array | undefined> =>
  openFiles(() => readOpened(file, budget));

async function readOpened(file: string, budget: Budget): Promise<Uint8Array | undefined> {
  // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = await handle.stat();
    budget.bytes -= found.size;
    if (!found.isFile() || budget.bytes < 0) return undefined;
    const bytes = new Uint8Array(found.size);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function hashEntries(entries: readonly Entry[]): string {
  const hash = createHash("sha256");
  for (const entry of entries) {
    const body = entry.kind === "file" ? entry.bytes : Buffer.from(entry.target);
    hash.update(`${entry.kind} ${Buffer.byteLength(entry.path)}:${entry.path} ${body.length}:`).update(body);
  }
  return hash.digest("hex");
}
