import { constants } from "node:fs";
import { lstat, open, realpath, stat } from "node:fs/promises";
import { basename, dirname, extname, join, sep } from "node:path";
import { SubmissionError } from "./submission-error.ts";

/** A submission on disk: one file, or a folder whose files may import each other. */
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

/**
 * Opens a submission for reading; nothing but its own files can be read through the result.
 * @param path A `.ts` file, or a folder with `submission.ts`.
 * @param limitBytes Largest size of all files that are read, together.
 * @throws {SubmissionError} with `unreadable` where there is nothing to grade.
 */
export async function openSubmission(path: string, limitBytes: number): Promise<SubmissionFiles> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === "ENOENT" ? "no such file or folder" : (error.code ?? error.message);
    throw new SubmissionError(`Cannot read submission "${path}": ${why}`, { unreadable: true });
  });
  if (found.isDirectory()) return openFolder(path, limitBytes);
  if (!found.isFile()) throw unreadable(path, "it is neither a file nor a folder");
  if (!extensions.includes(extname(path))) {
    throw unreadable(path, `its name ends in "${extname(path)}"; hand in a .ts file, or a folder with submission.ts`);
  }
  const root = await realpath(dirname(path));
  const entry = basename(path);
  const budget = { left: limitBytes, limit: limitBytes };
  const files: SubmissionFiles = {
    name: basename(path, extname(path)),
    entry,
    read: async (file) => (file === entry ? readInside(root, file, budget, path) : alone(file, entry)),
  };
  return checkedEntry(files, path);
}

async function openFolder(path: string, limitBytes: number): Promise<SubmissionFiles> {
  const root = await realpath(path);
  const budget = { left: limitBytes, limit: limitBytes };
  const files: SubmissionFiles = {
    name: basename(root),
    entry: "submission.ts",
    read: (file) => readInside(root, file, budget, file === "submission.ts" ? join(path, file) : file),
  };
  return checkedEntry(files, path);
}

/**
 * Reads the first file, so that a submission without one is refused before anything else happens; and each file once, however
 * often it is imported: it counts once, and stays what it was.
 */
async function checkedEntry(files: SubmissionFiles, path: string): Promise<SubmissionFiles> {
  const texts = new Map<string, Promise<string | undefined>>();
  const read = (file: string): Promise<string | undefined> => {
    const text = texts.get(file) ?? files.read(file);
    texts.set(file, text);
    return text;
  };
  if ((await read(files.entry)) === undefined) throw unreadable(path, `the folder has no ${files.entry}`);
  return { ...files, read };
}

function alone(file: string, entry: string): never {
  throw new SubmissionError(
    `"${file}" is not part of the submission, which is the single file ${entry}; hand in a folder`,
  );
}

/** @param shown What the file is called in messages. */
async function readInside(
  root: string,
  path: string,
  budget: { left: number; readonly limit: number },
  shown: string,
): Promise<string | undefined> {
  const file = join(root, path);
  if (path.split("/").includes("..") || !(await exists(file))) return undefined;
  const real = await realpath(file).catch(() => {
    throw unreadable(shown, "its symbolic link leads nowhere");
  });
  if (!real.startsWith(root + sep)) throw unreadable(shown, "its symbolic link leads out of the submission");
  // Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
  const handle = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      throw unreadable(shown, error.code ?? error.message);
    },
  );
  try {
    const { size, ...found } = await handle.stat().then((s) => ({ size: s.size, isFile: s.isFile() }));
    if (!found.isFile) throw unreadable(shown, "it is no regular file");
    if (size > budget.left) throw unreadable(shown, `${size} bytes; a submission may have ${budget.limit} in all`);
    budget.left -= size;
    return decodeText(await handle.readFile(), shown);
  } finally {
    await handle.close();
  }
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    (found) => !found.isDirectory(),
    () => false,
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

const unreadable = (path: string, why: string): SubmissionError =>
  new SubmissionError(`Cannot read submission "${path}": ${why}`, { unreadable: true });
