import { basename, extname, posix } from "node:path";
import { SubmissionError } from "./submission-error.ts";

/** A file or link in a submission that is a folder. Paths are relative to it, with forward slashes. */
export type SubmissionEntry = { readonly path: string } & (
  | { readonly bytes: Uint8Array }
  /** A symbolic link. @property target As it stands in the link. */
  | { readonly target: string }
  /** A file that could not be read, or a folder of which not all was read. @property unread Why, as its author is told. */
  | { readonly unread: string }
);

/** A submission by its names and bytes, from which alone a report follows. */
export type SubmissionFiles = {
  /** What messages call it: the file's name, with its extension, or the folder's. */
  readonly name: string;
} & (
  | { readonly bytes: Uint8Array }
  | { readonly entries: readonly SubmissionEntry[] }
  /** There is nothing to read. @property unread Why, as its author is told. */
  | { readonly unread: string }
);

/** A submission whose first file has been found: one file, or a folder whose files may import each other. */
export type OpenSubmission = {
  /** Name for people: the file's name without extension, or the folder's. */
  readonly name: string;
  /** Path of the first file, relative to the root, with forward slashes. */
  readonly entry: string;
  /**
   * Text of a file of this submission.
   * @param path Relative to the root, with forward slashes.
   * @returns undefined where there is no such file.
   * @throws {SubmissionError} where it leaves the submission, could not be read, is too large or is no text.
   */
  read(path: string): string | undefined;
};

/** What a submission that is a folder begins with. */
export const entryFile = "submission.ts";

const extensions = [".ts", ".mts", ".js", ".mjs"];

/** Whether a file's name is one of source that a submission may consist of. */
export const isSource = (path: string): boolean => extensions.includes(extname(path));

/**
 * Finds the first file of a submission, so that one without it is refused before anything else happens. Only the submission's own files
 * can be read through the result.
 * @param limitBytes Largest size of all files that are read, together.
 * @throws {SubmissionError} with `unreadable` where there is nothing to grade.
 */
export function openSubmission(files: SubmissionFiles, limitBytes: number): OpenSubmission {
  const { name } = files;
  if ("unread" in files) throw unreadable(name, files.unread);
  if ("bytes" in files) return openFile(name, files.bytes, limitBytes);
  return openFolder(name, files.entries, limitBytes);
}

function openFile(name: string, bytes: Uint8Array, limitBytes: number): OpenSubmission {
  if (!isSource(name)) {
    throw unreadable(name, `its name ends in "${extname(name)}"; hand in a .ts file, or a folder with submission.ts`);
  }
  if (bytes.length > limitBytes) throw tooLarge(name, bytes.length, limitBytes);
  const text = decodeText(bytes, name);
  const read = (file: string): string => (file === name ? text : refuseNeighbour(file, name));
  return { name: basename(name, extname(name)), entry: name, read };
}

/** @throws {SubmissionError} */
function refuseNeighbour(file: string, entry: string): never {
  throw new SubmissionError(
    `"${file}" is not part of the submission, which is the single file ${entry}; hand in a folder`,
  );
}

function openFolder(name: string, entries: readonly SubmissionEntry[], limitBytes: number): OpenSubmission {
  const entry = entryFile;
  const byPath = new Map(entries.map((one) => [one.path, one]));
  // However often a file is imported, it counts once.
  const texts = new Map<string, string | undefined>();
  let left = limitBytes;
  const read = (path: string): string | undefined => {
    if (texts.has(path)) return texts.get(path);
    const bytes = follow(byPath, path);
    if (bytes !== undefined && bytes.length > left) throw tooLarge(path, bytes.length, limitBytes);
    const text = bytes && decodeText(bytes, path);
    left -= bytes?.length ?? 0;
    texts.set(path, text);
    return text;
  };
  if (read(entry) === undefined) throw unreadable(name, `the folder has no ${entry}`);
  return { name, entry, read };
}

/** As many links as Linux follows from one to the next. */
const mostLinks = 40;

/** The bytes of a file, through whatever links lead to it; undefined where nothing of that path is there. */
function follow(entries: ReadonlyMap<string, SubmissionEntry>, path: string): Uint8Array | undefined {
  let at = path;
  for (let links = 0; links <= mostLinks; links++) {
    const entry = entries.get(at) ?? entryAbove(entries, at);
    if (entry === undefined && at !== path) throw unreadable(path, "its symbolic link leads nowhere");
    if (entry === undefined) return undefined;
    if ("bytes" in entry) return entry.bytes;
    if ("unread" in entry) throw unreadable(path, entry.unread);
    at = posix.join(posix.dirname(entry.path), entry.target, at.slice(entry.path.length));
    if (posix.isAbsolute(entry.target) || at.startsWith("../")) {
      throw unreadable(path, "its symbolic link leads out of the submission");
    }
  }
  throw unreadable(path, "its symbolic link leads nowhere");
}

/** A link to a folder on the way to a path, or a folder that was not read whole; the root's own path is empty. */
function entryAbove(entries: ReadonlyMap<string, SubmissionEntry>, path: string): SubmissionEntry | undefined {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    const entry = entries.get(path.slice(0, end));
    if (entry !== undefined && !("bytes" in entry)) return entry;
  }
  return entries.get("");
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
