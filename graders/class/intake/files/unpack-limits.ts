const MiB = 2 ** 20;

/** Limits of what an archive may unpack to, so that none can fill the disk. */
export type UnpackLimits = {
  /** All files together, bytes; more refuses the archive. */
  readonly totalBytes: number;
  /** One file, bytes; a larger one is refused, the others are not. */
  readonly fileBytes: number;
  /** Files and folders that are kept; more refuses the archive. */
  readonly entries: number;
  /** All entries that the archive lists, ignored ones such as node_modules included; more refuses it. */
  readonly listed: number;
  /** Unpacked bytes per byte of the archive; more refuses it, once `ratioFromBytes` are unpacked. */
  readonly ratio: number;
  /** Small archives may compress well: many copies of one file do. */
  readonly ratioFromBytes: number;
  /** Depth of nested folders, the file included. */
  readonly depth: number;
  /** A path, UTF-8 bytes. */
  readonly pathBytes: number;
};

/** For a class: thousands of submissions, some of them archives of a student's whole folder. */
export const classLimits: UnpackLimits = {
  totalBytes: 4096 * MiB,
  fileBytes: 64 * MiB,
  entries: 200_000,
  listed: 1_000_000,
  ratio: 200,
  ratioFromBytes: 64 * MiB,
  depth: 32,
  pathBytes: 1024,
};

/** For the archive of one student: as many files as grading accepts of one. */
export const studentLimits: UnpackLimits = {
  totalBytes: 64 * MiB,
  fileBytes: 16 * MiB,
  entries: 2_000,
  listed: 100_000,
  ratio: 200,
  ratioFromBytes: 8 * MiB,
  depth: 32,
  pathBytes: 1024,
};

const longestName = 255;

/**
 * Where an entry of an archive may be written: the segments of its path below the target folder.
 * @param name As in the archive; it can contain anything.
 * @returns The segments, or a clause that says why it is refused.
 */
export function entryPath(
  name: string,
  limits: Pick<UnpackLimits, "depth" | "pathBytes">,
): { readonly segments: readonly string[] } | { readonly refused: string } {
  if (name.includes("\0")) return { refused: "its name has a NUL character" };
  if (name.includes("\\")) return { refused: "its path has a backslash" };
  if (name.startsWith("/")) return { refused: "its path is absolute" };
  if (/^[a-z]:/i.test(name)) return { refused: "its path has a drive letter" };
  if (Buffer.byteLength(name) > limits.pathBytes) return { refused: "its path is too long" };
  const segments = name.split("/").filter((segment) => segment !== "" && segment !== ".");
  if (segments.includes("..")) return { refused: "its path leads out of the archive" };
  if (segments.length > limits.depth) return { refused: "its path is too deep" };
  if (segments.some((segment) => Buffer.byteLength(segment) > longestName)) return { refused: "its name is too long" };
  return { segments };
}

/** An archive that cannot be unpacked; the message is a clause about it: `it is damaged or incomplete`. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
