import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { lstat, open, readdir, readlink } from "node:fs/promises";
import { extname, join } from "node:path";
import { isMachineFailure } from "../../../assignments/storage/machine-failure.ts";
import type { ReadFiles, SubmissionEntry } from "../../../sandbox/bundle/open-submission.ts";
import { openFiles } from "../intake/files/list-folder.ts";

/** A submission as it was read: graded are these very bytes, whatever happens to the original meanwhile. */
export type ReadSubmission = {
  /** Names its content: paths and bytes, not what the file or folder is called. SHA-256, hexadecimal. */
  readonly content: string;
  readonly files: ReadFiles;
};

/** Beyond these a submission is left where it lies and graded from there, each time anew. */
const most = { entries: 2000, bytes: 32_000_000, depth: 12, pathBytes: 500_000 } as const;

/**
 * Reads a submission with all its files. A single file is called `submission`, with its extension: messages of the compiler quote
 * names, and equal submissions shall be equal whatever their files are called.
 * @throws the system's error where the machine fails: that says nothing of a submission.
 * @returns undefined where it cannot be read whole (unreadable, no file or folder, too large): grading it in its place says why.
 */
export async function readSubmission(path: string): Promise<ReadSubmission | undefined> {
  try {
    if ((await lstat(path)).isDirectory()) {
      const entries = await readFolder(path);
      return entries && { content: hashEntries(entries), files: { name: "the folder", entries } };
    }
    const file = await readFile(path);
    return file && { content: hashEntries([file]), files: { name: file.path, bytes: file.bytes } };
  } catch (error) {
    if (isMachineFailure(error)) throw error;
    return undefined;
  }
}

async function readFile(path: string): Promise<File | undefined> {
  if (!(await lstat(path)).isFile()) return undefined;
  const bytes = await readRegular(path, { ...most });
  return bytes && { path: `submission${extname(path)}`, bytes };
}

async function readFolder(path: string): Promise<SubmissionEntry[] | undefined> {
  const entries: SubmissionEntry[] = [];
  return (await walk(path, "", entries, { ...most })) ? entries : undefined;
}

type File = Extract<SubmissionEntry, { readonly bytes: Uint8Array }>;
type Budget = { entries: number; bytes: number; pathBytes: number };

/** @returns False where the folder holds what cannot be copied, or too much. */
async function walk(root: string, below: string, entries: SubmissionEntry[], budget: Budget): Promise<boolean> {
  if (below.split("/").length > most.depth) return false;
  const found = await openFiles(() => readdir(join(root, below), { withFileTypes: true }));
  for (const entry of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    budget.entries -= 1;
    budget.pathBytes -= Buffer.byteLength(path);
    if (budget.entries < 0 || budget.pathBytes < 0) return false;
    if (entry.isDirectory()) {
      if (!(await walk(root, path, entries, budget))) return false;
    } else if (entry.isSymbolicLink()) {
      entries.push({ path, target: await readlink(join(root, path)) });
    } else {
      const bytes = entry.isFile() ? await readRegular(join(root, path), budget) : undefined;
      if (bytes === undefined) return false;
      entries.push({ path, bytes });
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

function hashEntries(entries: readonly SubmissionEntry[]): string {
  const hash = createHash("sha256");
  for (const entry of entries) {
    const [kind, body] = "bytes" in entry ? ["file", entry.bytes] : ["link", Buffer.from(entry.target)];
    hash.update(`${kind} ${Buffer.byteLength(entry.path)}:${entry.path} ${body.length}:`).update(body);
  }
  return hash.digest("hex");
}
