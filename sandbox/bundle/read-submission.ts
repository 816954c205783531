import { createHash } from "node:crypto";
import { closeSync, constants, type Dirent, fstatSync, lstatSync, openSync, readlinkSync, readSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { isMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { openFiles } from "../../assignments/storage/open-files.ts";
import { entryFile, isSource, type SubmissionEntry, type SubmissionFiles } from "./open-submission.ts";

/**
 * What is read of a submission at most. A folder is read level by level, so that a student's own files come before those of a package
 * that lies among them.
 */
const most = { entries: 2000, bytes: 32_000_000, depth: 12, pathBytes: 500_000 } as const;
type Budget = { entries: number; bytes: number; pathBytes: number };

/**
 * Reads a submission from the disk: a file, or the source files and links of a folder. What cannot be read is told in its place, and
 * counts only where the submission imports it.
 * @throws the system's error where the machine fails: that says nothing of a submission.
 */
export async function readSubmission(path: string): Promise<SubmissionFiles> {
  // Students read the messages, and where the files of a class lie is not for them.
  const name = basename(resolve(path)) || path;
  try {
    // A student can hand in a link to what another one has handed in.
    const found = lstatSync(resolve(path));
    if (found.isSymbolicLink()) {
      const why = "it is a symbolic link, which leads out of the submission; hand in the files themselves";
      return { name, unread: why };
    }
    if (found.isDirectory()) return { name, entries: await readFolder(path) };
    if (!found.isFile()) return { name, unread: "it is neither a file nor a folder" };
    const read = readFile(path, { ...most });
    return typeof read === "string" ? { name, unread: read } : { name, bytes: read };
  } catch (error) {
    return { name, unread: whyUnread(error, name) };
  }
}

function whyUnread(error: unknown, name: string): string {
  if (isMachineFailure(error)) throw error;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== "ENOENT") return code ?? message;
  return name.includes("\ufffd") ? "its name is not valid UTF-8; rename it" : "no such file or folder";
}

async function readFolder(root: string): Promise<SubmissionEntry[]> {
  const entries: SubmissionEntry[] = [];
  const budget: Budget = { ...most };
  let level = [""];
  for (let depth = 0; level.length > 0; depth++) {
    const below: string[] = [];
    for (const folder of level) {
      if (depth > most.depth) entries.push({ path: folder, unread: `it lies more than ${most.depth} folders deep` });
      else below.push(...(await readLevel(root, folder, entries, budget)));
    }
    level = below;
  }
  return entries;
}

/** Reads the files and links of one folder. @returns The paths of the folders in it. */
async function readLevel(
  root: string,
  folder: string,
  entries: SubmissionEntry[],
  budget: Budget,
): Promise<readonly string[]> {
  const folders: string[] = [];
  try {
    const found = await openFiles(() => readdir(join(root, folder), { withFileTypes: true }));
    const counting = found.filter((one) => one.isDirectory() || one.isSymbolicLink() || isSource(one.name));
    for (const one of counting.sort(byKindAndName)) {
      const path = folder === "" ? one.name : `${folder}/${one.name}`;
      budget.entries -= 1;
      budget.pathBytes -= Buffer.byteLength(path);
      if (budget.entries < 0 || budget.pathBytes < 0) {
        entries.push({ path: folder, unread: `the submission has more than ${most.entries} files` });
        break;
      }
      // A submission decides how many there are.
      if (entries.length % 50 === 49) await setImmediate();
      if (one.isDirectory()) folders.push(path);
      else entries.push({ path, ...readEntry(join(root, path), one, budget) });
    }
  } catch (error) {
    if (folder === "") throw error;
    entries.push({ path: folder, unread: whyUnread(error, folder) });
  }
  return folders;
}

/** Where not everything can be read: first what grading begins with, then what is closer to the student than what lies in folders. */
const byKindAndName = (a: Dirent, b: Dirent): number => rank(a) - rank(b) || (a.name < b.name ? -1 : 1);
const rank = (entry: Dirent): number => (entry.name === entryFile ? 0 : entry.isDirectory() ? 2 : 1);

function readEntry(
  file: string,
  entry: Dirent,
  budget: Budget,
): { readonly bytes: Uint8Array } | { readonly target: string } | { readonly unread: string } {
  try {
    if (entry.isSymbolicLink()) return { target: readlinkSync(file) };
    const read = readFile(file, budget);
    return typeof read === "string" ? { unread: read } : { bytes: read };
  } catch (error) {
    return { unread: whyUnread(error, entry.name) };
  }
}

/** Synchronous: to hand a call to another thread takes longer than to read a source file. @returns The bytes, or why there are none. */
function readFile(path: string, budget: Budget): Uint8Array | string {
  // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return "it is not a regular file";
    if (found.size > budget.bytes) return `its ${found.size} bytes bring the submission to more than ${most.bytes}`;
    budget.bytes -= found.size;
    return readAtMost(file, found.size);
  } finally {
    closeSync(file);
  }
}

/** A file that grows meanwhile counts as what it was. */
function readAtMost(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  for (;;) {
    const bytesRead = readSync(file, bytes, length, size - length, null);
    length += bytesRead;
    if (bytesRead === 0 || length === size) return bytes.subarray(0, length);
  }
}

/**
 * The same submission without the name of its file or folder: messages quote names, and equal submissions get equal reports whatever
 * their files are called.
 */
export function withoutName(files: SubmissionFiles): SubmissionFiles {
  return { ...files, name: "entries" in files ? "the folder" : `submission${extname(files.name)}` };
}

/** Names the content of a submission: the paths and bytes of its files, not what the file or folder is called. SHA-256, hexadecimal. */
export function hashSubmission(files: SubmissionFiles): string {
  const { name } = withoutName(files);
  const hash = createHash("sha256");
  for (const entry of "entries" in files ? files.entries : [{ ...files, path: name }]) {
    const [kind, body] =
      "bytes" in entry
        ? ["file", entry.bytes]
        : "target" in entry
          ? ["link", Buffer.from(entry.target)]
          : ["unread", Buffer.from(entry.unread)];
    hash.update(`${kind} ${Buffer.byteLength(entry.path)}:${entry.path} ${body.length}:`).update(body);
  }
  return hash.digest("hex");
}
