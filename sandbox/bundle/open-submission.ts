import { constants } from "node:fs";
import { type FileHandle, lstat, open, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, posix, resolve, sep } from "node:path";
import { isMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { SubmissionError } from "./submission-error.ts";

/** What somebody has read of a submission that is a folder. Paths are relative to it, with forward slashes. */
export type SubmissionEntry =
  | { readonly path: string; readonly bytes: Uint8Array }
  /** A symbolic link. @property target As it stands in the link. */
  | { readonly path: string; readonly target: string };

/** A submission that has been read: graded is this, whatever becomes of the original. */
export type ReadFiles = {
  /** What messages call it: the file's name, with its extension, or the folder's. */
  readonly name: string;
} & ({ readonly bytes: Uint8Array } | { readonly entries: readonly SubmissionEntry[] });

/** Where a submission is: the path of a file or folder, or what was read of it. */
export type SubmissionSource = string | ReadFiles;

/** A submission: one file, or a folder whose files may import each other. */
export type SubmissionFiles = {
  /** Name for people: the file's or folder's name without extension. */
  readonly name: string;
  /** Path of the first file, relative to the root, with forward slashes. */
  readonly entry: string;
  /**
   * Text of a file of this submission.
   * @param path Relative to the root, with forward slashes.
   * @returns undefined where there is no such file.
   * @throws {SubmissionError} where it leaves the submission, is no regular file, is too large or is no text.
   */
  read(path: string): Promise<string | undefined>;
};

const extensions = [".ts", ".mts", ".js", ".mjs"];

/** Whether a file's name is one of source that a submission may consist of. */
export const isSource = (path: string): boolean => extensions.includes(extname(path));

/**
 * Opens a submission for reading; nothing but its own files can be read through the result.
 * @param source A `.ts` file, or the path of a folder with `submission.ts`.
 * @param limitBytes Largest size of all files that are read, together.
 * @throws {SubmissionError} with `unreadable` where there is nothing to grade; the system's error where this machine is at fault.
 */
export async function openSubmission(source: SubmissionSource, limitBytes: number): Promise<SubmissionFiles> {
  if (typeof source === "string") return openPath(source, limitBytes);
  return "bytes" in source
    ? openBytes(source.name, source.bytes, limitBytes)
    : openEntries(source.name, source.entries, limitBytes);
}

/** @property left What all files that are still to be read may have together, bytes. */
type Budget = { left: number; readonly limit: number };

function openBytes(name: string, bytes: Uint8Array, limitBytes: number): SubmissionFiles {
  refuseExtension(name);
  if (bytes.length > limitBytes) throw tooLarge(name, bytes.length, limitBytes);
  const text = decodeText(bytes, name);
  const read = async (file: string): Promise<string> => (file === name ? text : alone(file, name));
  return { name: basename(name, extname(name)), entry: name, read };
}

function openEntries(name: string, entries: readonly SubmissionEntry[], limitBytes: number): Promise<SubmissionFiles> {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const budget: Budget = { left: limitBytes, limit: limitBytes };
  const read = async (path: string): Promise<string | undefined> => {
    const bytes = follow(byPath, path);
    return bytes && decodeText(charge(path, bytes, budget), path);
  };
  return checkedEntry({ name, entry: "submission.ts", read }, name);
}

/** As many links as Linux follows from one to the next. */
const mostLinks = 40;

/** The bytes of a file, through whatever links lead to it; undefined where nothing of that path is there. */
function follow(entries: ReadonlyMap<string, SubmissionEntry>, path: string): Uint8Array | undefined {
  let at = path;
  for (let links = 0; links <= mostLinks; links++) {
    const entry = entries.get(at) ?? throughFolder(entries, at);
    if (entry === undefined && at !== path) throw unreadable(path, "its symbolic link leads nowhere");
    if (entry === undefined || "bytes" in entry) return entry?.bytes;
    at = posix.join(posix.dirname(entry.path), entry.target, at.slice(entry.path.length));
    if (posix.isAbsolute(entry.target) || at.startsWith("../")) {
      throw unreadable(path, "its symbolic link leads out of the submission");
    }
  }
  throw unreadable(path, "its symbolic link leads nowhere");
}

/** The link to a folder on the way to a path. */
function throughFolder(entries: ReadonlyMap<string, SubmissionEntry>, path: string): SubmissionEntry | undefined {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const entry = entries.get(path.slice(0, end));
    if (entry !== undefined && "target" in entry) return entry;
  }
  return undefined;
}

function charge(path: string, bytes: Uint8Array, budget: Budget): Uint8Array {
  if (bytes.length > budget.left) throw tooLarge(path, bytes.length, budget.limit);
  budget.left -= bytes.length;
  return bytes;
}

async function openPath(path: string, limitBytes: number): Promise<SubmissionFiles> {
  // Students read the messages, and where the files of a class lie is not for them.
  const shown = basename(resolve(path)) || path;
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw notRead(shown, error);
    const isGarbled = shown.includes("\ufffd");
    throw unreadable(shown, isGarbled ? "its name is no text in UTF-8; rename it" : "no such file or folder");
  });
  if (!found.isDirectory() && !found.isFile()) throw unreadable(shown, "it is neither a file nor a folder");
  // A student can hand in a link to what another one has handed in.
  if ((await lstat(resolve(path))).isSymbolicLink()) {
    throw unreadable(shown, "it is a symbolic link, which leads out of the submission; hand in the files themselves");
  }
  if (found.isDirectory()) return openFolder(path, limitBytes);
  refuseExtension(shown);
  const root = await realpath(dirname(path));
  const entry = basename(path);
  const budget = { left: limitBytes, limit: limitBytes };
  const files: SubmissionFiles = {
    name: basename(path, extname(path)),
    entry,
    read: async (file) => (file === entry ? readInside(root, file, budget) : alone(file, entry)),
  };
  return checkedEntry(files, shown);
}

function refuseExtension(name: string): void {
  if (isSource(name)) return;
  throw unreadable(name, `its name ends in "${extname(name)}"; hand in a .ts file, or a folder with submission.ts`);
}

async function openFolder(path: string, limitBytes: number): Promise<SubmissionFiles> {
  const root = await realpath(path);
  const budget = { left: limitBytes, limit: limitBytes };
  const files: SubmissionFiles = {
    name: basename(root),
    entry: "submission.ts",
    read: (file) => readInside(root, file, budget),
  };
  return checkedEntry(files, basename(root));
}

/**
 * Reads the first file, so that a submission without one is refused before anything else happens; and each file once, however
 * often it is imported: it counts once, and stays what it was.
 */
async function checkedEntry(files: SubmissionFiles, shown: string): Promise<SubmissionFiles> {
  const texts = new Map<string, Promise<string | undefined>>();
  const read = (file: string): Promise<string | undefined> => {
    const text = texts.get(file) ?? files.read(file);
    texts.set(file, text);
    return text;
  };
  if ((await read(files.entry)) === undefined) throw unreadable(shown, `the folder has no ${files.entry}`);
  return { ...files, read };
}

function alone(file: string, entry: string): never {
  throw new SubmissionError(
    `"${file}" is not part of the submission, which is the single file ${entry}; hand in a folder`,
  );
}

async function readInside(root: string, path: string, budget: Budget): Promise<string | undefined> {
  const file = join(root, path);
  if (path.split("/").includes("..") || !(await exists(file))) return undefined;
  const real = await realpath(file).catch((error: unknown) => {
    throw isMachineFailure(error) ? error : unreadable(path, "its symbolic link leads nowhere");
  });
  if (!real.startsWith(root + sep)) throw unreadable(path, "its symbolic link leads out of the submission");
  // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
  const handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      throw notRead(path, error);
    },
  );
  try {
    const { size, ...found } = await handle.stat().then((s) => ({ size: s.size, isFile: s.isFile() }));
    if (!found.isFile) throw unreadable(path, "it is no regular file");
    if (size > budget.left) throw tooLarge(path, size, budget.limit);
    budget.left -= size;
    return decodeText(await readAtMost(handle, size), path);
  } finally {
    await handle.close();
  }
}

/** A file that grows meanwhile counts as what it was. */
async function readAtMost(handle: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = Buffer.alloc(size);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(bytes, length, size - length);
    length += bytesRead;
    if (bytesRead === 0 || length === size) return bytes.subarray(0, length);
  }
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    (found) => !found.isDirectory(),
    (error: unknown) => {
      if (isMachineFailure(error)) throw error;
      return false;
    },
  );
}

function decodeText(bytes: Uint8Array, path: string): string {
  if (bytes.includes(0)) throw unreadable(path, "it is a binary file, not TypeScript source");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(path, "it is not UTF-8 text; save it as UTF-8");
  }
}

const tooLarge = (path: string, bytes: number, limit: number): SubmissionError =>
  unreadable(path, `${bytes} bytes; a submission may have ${limit} in all`);

const unreadable = (shown: string, why: string): SubmissionError =>
  new SubmissionError(`Cannot read submission "${shown}": ${why}`, { unreadable: true });

/** What the machine could not do is no word about a submission. */
const notRead = (shown: string, error: NodeJS.ErrnoException): Error =>
  isMachineFailure(error) ? error : unreadable(shown, error.code ?? error.message);
